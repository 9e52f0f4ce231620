"use client";

import { Ban, Play, RotateCw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { RunActionAnswer, RunActions } from "@/components/runs/actions/run-actions";
import type { RunQuestionKind } from "@/components/runs/actions/run-question";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { FlowRunView } from "@/lib/flow-runs/read-flow-run-view";
import type { RunProgress } from "@/lib/flow-runs/read-progress";

const RunQuestion = dynamic(
  () => import("@/components/runs/actions/run-question").then((file) => file.RunQuestion),
  { ssr: false },
);

type RunButtonsProps = {
  run: Pick<FlowRunView, "id" | "name" | "deployment">;
  progress: RunProgress;
  actions: RunActions;
  /** Why an action that needs no question failed. */
  onFault: (fault: string) => void;
  /** The run goes on after its end. */
  onResume: () => void;
};

/** What can be done with a run in its state. */
export function RunButtons({ run, progress, actions, onFault, onResume }: RunButtonsProps) {
  const [question, setQuestion] = useState<RunQuestionKind | null>(null);
  const [busy, setBusy] = useState<"again" | "retry" | null>(null);
  const router = useRouter();
  const { isFinal, state } = progress;

  const act = async (kind: "again" | "retry", onDone: (answer: RunActionAnswer & { ok: true }) => void) => {
    if (busy !== null) return;
    setBusy(kind);
    onFault("");
    const answer = await actions[kind](run.id).catch(() => undefined);
    setBusy(null);
    if (answer?.ok) onDone(answer);
    else onFault(answer?.message ?? "The server did not answer. Check that it is running and try again.");
  };
  const again = () =>
    act("again", ({ id }) => {
      toast(`Started ${run.name} again as a new run`);
      router.push(`/flow-runs/flow-run/${id}`);
    });
  const retry = () =>
    act("retry", () => {
      toast(`Asked for another try of ${run.name}`);
      onResume();
    });
  const canRetry = isFinal && state?.type !== "COMPLETED" && run.deployment !== null;
  return (
    <>
      {canRetry ? (
        <Button icon={<Icon icon={RotateCw} />} isBusy={busy === "retry"} onClick={() => void retry()}>
          Retry
        </Button>
      ) : null}
      {run.deployment ? (
        <Button
          icon={<Icon icon={Play} />}
          isBusy={busy === "again"}
          busyLabel="Starting…"
          onClick={() => void again()}
        >
          Run again
        </Button>
      ) : null}
      {isFinal || state?.type === "CANCELLING" ? null : (
        <Button icon={<Icon icon={Ban} />} onClick={() => setQuestion("cancel")}>
          Cancel…
        </Button>
      )}
      <Button variant="danger" icon={<Icon icon={Trash2} />} onClick={() => setQuestion("remove")}>
        Delete…
      </Button>
      {question ? (
        <RunQuestion
          kind={question}
          run={{ id: run.id, name: run.name, isFinal }}
          actions={actions}
          onClose={() => setQuestion(null)}
          // The page of a run that is gone must not stay in the history as the last one.
          onDone={() => (question === "remove" ? router.replace("/flow-runs") : setQuestion(null))}
        />
      ) : null}
    </>
  );
}
