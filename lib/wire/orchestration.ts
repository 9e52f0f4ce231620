import { z } from "zod";
import type { Outcome, Proposal } from "@/lib/orchestration/entered";
import type { Answer } from "@/lib/orchestration/ruling";
import type { Micros } from "@/lib/time";
import { flag } from "@/lib/wire/fields";
import type { WithPrinted } from "@/lib/wire/print-wire";
import { fromStateBody, StateBody, StateWire, toStateWire } from "@/lib/wire/states";

export const SetStateBody = z
  .object({
    state: StateBody,
    force: flag().default(false).meta({
      description:
        "Whether a person has decided: the rules that protect clients from each other are left out.",
    }),
  })
  .meta({ id: "SetState", examples: [{ state: { type: "RUNNING", name: "Running" }, force: false }] });

export const ResumeBody = z
  .strictObject({ run_input: z.record(z.string(), z.unknown()).nullish() })
  .meta({ id: "ResumeFlowRun", examples: [{ run_input: null }] });

const details = z.union([
  z.object({ type: z.literal("accept_details") }),
  z.object({ type: z.literal("reject_details"), reason: z.string() }),
  z.object({
    type: z.literal("wait_details"),
    delay_seconds: z.int().meta({ description: "After this time the same proposal may be made again." }),
    reason: z.string(),
  }),
  z.object({ type: z.literal("abort_details"), reason: z.string() }),
]);

export const OrchestrationWire = z
  .object({
    state: StateWire.nullable().meta({ description: "The state that the run is in now." }),
    status: z.enum(["ACCEPT", "REJECT", "WAIT", "ABORT"]),
    details,
  })
  .meta({ id: "OrchestrationResult" });

export function fromSetStateBody({ state, force }: z.infer<typeof SetStateBody>, now: Micros): Proposal {
  return { proposed: fromStateBody(state, now), isForced: force };
}

export function toOrchestrationWire({
  answer,
  state,
}: Pick<Outcome, "answer" | "state">): WithPrinted<z.infer<typeof OrchestrationWire>, "state" | "details"> {
  return {
    state: state && toStateWire(state),
    status: statuses[answer.status],
    details: toDetails(answer),
  };
}

const statuses = { accept: "ACCEPT", reject: "REJECT", wait: "WAIT", abort: "ABORT" } as const;

function toDetails(answer: Answer): z.infer<typeof details> {
  if (answer.status === "accept") return { type: "accept_details" };
  const { reason } = answer;
  if (answer.status === "wait") {
    return { type: "wait_details", delay_seconds: answer.delaySeconds, reason };
  }
  return { type: answer.status === "reject" ? "reject_details" : "abort_details", reason };
}
