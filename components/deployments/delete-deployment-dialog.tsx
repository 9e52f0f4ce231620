"use client";

import { useEffect, useState } from "react";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { useAction } from "@/components/deployments/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { DeletionConsequences } from "@/lib/deployments/read-consequences";
import { formatCount } from "@/lib/text/format-count";

type DeleteDeploymentDialogProps = {
  id: string;
  /** "log-flow/log-flow-s3" */
  title: string;
  actions: Pick<DeploymentActions, "consequences" | "remove">;
  onClose: () => void;
  /** After the deployment is gone. */
  onDeleted: () => void;
  returnFocusTo?: () => HTMLElement | null;
};

/** Asks before deleting, and says what goes with the deployment and what stays. */
export function DeleteDeploymentDialog(props: DeleteDeploymentDialogProps) {
  const { id, title, actions, onClose, onDeleted, returnFocusTo } = props;
  const { isBusy, fault, run } = useAction();
  const [found, setFound] = useState<DeletionConsequences | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for this deployment; the actions are the page's own
  useEffect(() => {
    let isCurrent = true;
    actions.consequences(id).then(
      (consequences) => isCurrent && setFound(consequences),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);

  const remove = () =>
    run(
      () => actions.remove(id),
      () => {
        toast(`Deleted ${title}`);
        onDeleted();
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      {...(returnFocusTo && { returnFocusTo })}
      title={
        <span className="line-clamp-3 [overflow-wrap:anywhere]">
          Delete <bdi className="font-mono">{title}</bdi>?
        </span>
      }
      description="Nothing starts it any more. This cannot be undone, but applying its YAML file makes it again."
      footer={
        <>
          <Button variant="danger-filled" onClick={() => void remove()} isBusy={isBusy} busyLabel="Deleting…">
            Delete deployment
          </Button>
          <Button onClick={onClose} data-autofocus>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-3 pb-2 text-sm">
        {fault === "" ? null : (
          <Notice tone="danger" role="alert" title="Not deleted">
            {fault}
          </Notice>
        )}
        {found ? (
          <Consequences found={found} />
        ) : (
          <p className="text-text-3">Looking up what goes with it…</p>
        )}
      </div>
    </Dialog>
  );
}

function Consequences({ found: { schedules, upcoming, kept } }: { found: DeletionConsequences }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 text-text-2">
      <li>
        {schedules === 0
          ? "It has no schedule."
          : `${formatCount(schedules, "schedule")} ${schedules === 1 ? "goes" : "go"} with it.`}
      </li>
      {upcoming > 0 ? (
        <li>
          {formatCount(upcoming, "run")} that its schedules planned {upcoming === 1 ? "goes" : "go"} too.
        </li>
      ) : null}
      <li>
        {kept === 0
          ? "It has no other runs."
          : `${formatCount(kept, "run")} ${kept === 1 ? "stays, with its" : "stay, with their"} logs.`}
      </li>
      <li>Its flow, its blocks and the files in its storage stay.</li>
    </ul>
  );
}
