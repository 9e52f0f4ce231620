"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { formatCount } from "@/lib/text/format-count";

export type DoomedFlow = {
  readonly id: string;
  readonly name: string;
  readonly deploymentCount: number;
  readonly runCount: number;
};
export type RemoveFlow = (
  id: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }>;

type DeleteFlowDialogProps = {
  flow: DoomedFlow;
  remove: RemoveFlow;
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks before a flow is deleted, and says what goes with it. */
export function DeleteFlowDialog({ flow, remove, onClose, onDeleted }: DeleteFlowDialogProps) {
  const [fault, setFault] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);
  const act = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    const answer = await remove(flow.id).catch(() => noAnswer);
    isRunning.current = false;
    setIsBusy(false);
    if (!answer.ok) return setFault(answer.message);
    toast(`Deleted ${flow.name}`);
    onDeleted();
  };
  const deployments = formatCount(flow.deploymentCount, "deployment");
  const runs = formatCount(flow.runCount, "run");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <span className="line-clamp-3 [overflow-wrap:anywhere]">
          Delete <bdi className="font-mono">{flow.name}</bdi>?
        </span>
      }
      description={
        flow.deploymentCount === 0
          ? `Its ${runs} ${flow.runCount === 1 ? "goes" : "go"} with it, logs included. This cannot be undone.`
          : `Its ${deployments} and ${runs} go with it: schedules stop, and logs are gone. This cannot be undone.`
      }
      footer={
        <>
          <Button variant="danger-filled" onClick={() => void act()} isBusy={isBusy} busyLabel="Deleting…">
            Delete flow
          </Button>
          <Button onClick={onClose} data-autofocus>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-3 pb-2 text-sm">
        {fault === "" ? null : (
          <Notice tone="danger" role="alert" title="Nothing was deleted">
            {fault}
          </Notice>
        )}
        <p className="text-text-2">Code in storage stays. Running the flow again makes it anew.</p>
      </div>
    </Dialog>
  );
}

const noAnswer = {
  ok: false,
  message: "The server did not answer. Check that it is running and try again.",
} as const;
