"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { RunBox } from "@/components/deployments/run/run-box";
import { type StartChoice, startTimeOf } from "@/components/deployments/run/start-time";
import { answerOf, unreachable } from "@/components/forms/answer-of";
import { createChoiceStore } from "@/components/forms/choice-store";
import type { ActionFailure } from "@/components/forms/form-contract";
import { canGoBack } from "@/components/forms/go-back";
import { refusalOf } from "@/components/forms/refusal";
import { SchemaForm } from "@/components/forms/schema-form";
import { useBlockForm } from "@/components/forms/use-block-form";
import { useLeaveGuard } from "@/components/forms/use-leave-guard";
import { useSubmit } from "@/components/forms/use-submit";
import { toast } from "@/components/ui/toast";
import type { RunFormView } from "@/lib/deployments/run-form";
import type { PatchEdit } from "@/lib/forms/edit";

export type RunAction = (input: {
  readonly deploymentId: string;
  readonly submission: string;
  readonly name: string;
  readonly edit: PatchEdit;
  readonly startAt: string | null;
}) => Promise<
  { readonly ok: true; readonly run: { readonly id: string; readonly name: string } } | ActionFailure
>;

type RunFormProps = { view: RunFormView; run: RunAction };

/** Name, start and parameters of one run. What is sent twice makes one run; what is refused stays as typed. */
export function RunForm({ view, run }: RunFormProps) {
  const { tree, draft: initial, deploymentId, submission } = view;
  const router = useRouter();
  const [start, setStart] = useState<StartChoice>({ when: "now" });
  const [references] = useState(() => ({ choices: createChoiceStore([]), types: {} }));
  const blockForm = useBlockForm({ tree, initial, isNew: true, idPrefix: "field-", references });
  const { check, refuse, hasChanges } = blockForm;
  const isDone = useRef(false);
  const isUnsaved = useCallback(() => !isDone.current && hasChanges(), [hasChanges]);
  const leaveDialog = useLeaveGuard(isUnsaved);
  const page = `/deployments/deployment/${deploymentId}`;

  const [isBusy, submit] = useSubmit(
    async () => {
      const { draft, parsers, faults } = await check();
      const startAt = startTimeOf(start);
      const problems = startAt.ok ? faults : [startAt.fault, ...faults];
      if (!startAt.ok || problems.length > 0) return refuse({ faults: problems });
      const { editFromDraft } = await import("@/lib/forms/edit-from-draft");
      const answer = await answerOf(run, {
        deploymentId,
        submission,
        name: draft.name,
        edit: editFromDraft(tree, initial.f, draft.f, parsers),
        startAt: startAt.iso,
      });
      if (!answer.ok) return refuse(refusalOf(answer, tree, draft));
      isDone.current = true;
      // The form that was sent is no place to come back to.
      router.replace(`/flow-runs/flow-run/${answer.run.id}`);
      toast(startAt.iso === null ? `Created run ${answer.run.name}` : `Scheduled run ${answer.run.name}`);
      return "done";
    },
    () => refuse({ faults: [], message: unreachable.message }),
  );
  return (
    <>
      <SchemaForm
        tree={tree}
        blockForm={blockForm}
        submit={start.when === "now" ? "Run now" : "Schedule run"}
        busy={start.when === "now" ? "Starting…" : "Scheduling…"}
        refused="Not started"
        isBusy={isBusy}
        onSubmit={submit}
        onCancel={() => {
          isDone.current = true;
          if (canGoBack()) router.back();
          else router.push(page);
        }}
        noFields={<p className="mt-2 text-text-2">The flow takes no parameters.</p>}
      >
        <RunBox start={start} onStart={setStart} />
        <h2 className="mt-6 font-semibold text-lg tracking-tight">Parameters</h2>
      </SchemaForm>
      {leaveDialog}
    </>
  );
}
