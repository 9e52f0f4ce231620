"use client";

import { useAction } from "@/components/deployments/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { QueueActions } from "@/components/work-queues/queue-actions";
import { formatCount } from "@/lib/text/format-count";
import type { QueueView } from "@/lib/work-queues/read-queue-view";

/** What the question has to say of a queue. */
export type DoomedQueue = Pick<QueueView, "id" | "name" | "waiting" | "underWay" | "deploymentCount">;

type DeleteQueueDialogProps = Pick<QueueActions, "remove"> & {
  queue: DoomedQueue;
  onClose: () => void;
  /** After the queue is gone. */
  onDeleted: () => void;
};

/** Asks before deleting, and says what becomes of deployments and runs. */
export function DeleteQueueDialog({ queue, remove, onClose, onDeleted }: DeleteQueueDialogProps) {
  const { isBusy, fault, run } = useAction();
  const { id, name } = queue;
  const confirm = () =>
    run(
      () => remove(id),
      () => {
        toast(`Deleted ${name}`);
        onDeleted();
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <span className="line-clamp-3 [overflow-wrap:anywhere]">
          Delete <bdi className="font-mono">{name}</bdi>?
        </span>
      }
      description="An agent that asks for this queue makes a new, empty one of the same name."
      footer={
        <>
          <Button
            variant="danger-filled"
            onClick={() => void confirm()}
            isBusy={isBusy}
            busyLabel="Deleting…"
          >
            Delete queue
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
        <Consequences queue={queue} />
      </div>
    </Dialog>
  );
}

function Consequences({ queue: { waiting, underWay, deploymentCount } }: { queue: DoomedQueue }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 text-text-2">
      <li>
        {deploymentCount === 0
          ? "No deployment uses it."
          : `${formatCount(deploymentCount, "deployment")} ${deploymentCount === 1 ? "stays" : "stay"} without a queue: no agent takes new runs until ${deploymentCount === 1 ? "it is" : "they are"} applied again.`}
      </li>
      {waiting > 0 ? (
        <li>
          {formatCount(waiting, "waiting run")} {waiting === 1 ? "stays" : "stay"} scheduled, and no agent
          gets {waiting === 1 ? "it" : "them"}.
        </li>
      ) : null}
      {underWay > 0 ? <li>Runs that are under way go on.</li> : null}
    </ul>
  );
}
