"use client";

import { useRef, useState } from "react";
import type { RunActionAnswer, RunActions } from "@/components/runs/actions/run-actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";

/** A run about which one can be asked. */
export type AskedRun = { readonly id: string; readonly name: string; readonly isFinal: boolean };
export type RunQuestionKind = "cancel" | "remove";

type RunQuestionProps = {
  kind: RunQuestionKind;
  run: AskedRun;
  actions: Pick<RunActions, "cancel" | "remove">;
  onClose: () => void;
  onDone: () => void;
  returnFocusTo?: () => HTMLElement | null;
};

const words = {
  cancel: {
    verb: "Cancel",
    button: "Cancel run",
    busy: "Cancelling…",
    failed: "Not cancelled",
    stay: "Keep it running",
    done: "Asked to cancel",
  },
  remove: {
    verb: "Delete",
    button: "Delete run",
    busy: "Deleting…",
    failed: "Not deleted",
    stay: "Cancel",
    done: "Deleted",
  },
} as const;

/** Asks before a run is cancelled or deleted, and says what follows. */
export function RunQuestion({ kind, run, actions, onClose, onDone, returnFocusTo }: RunQuestionProps) {
  const { verb, button, busy, failed, stay, done } = words[kind];
  const [fault, setFault] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);

  const act = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    const answer = await actions[kind](run.id).catch(() => noAnswer);
    isRunning.current = false;
    setIsBusy(false);
    if (!answer.ok) return setFault(answer.message);
    toast(`${done} ${run.name}`);
    onDone();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      {...(returnFocusTo && { returnFocusTo })}
      title={
        <span className="line-clamp-3 [overflow-wrap:anywhere]">
          {verb} <bdi className="font-mono">{run.name}</bdi>?
        </span>
      }
      description={consequenceOf(kind, run)}
      footer={
        <>
          <Button variant="danger-filled" onClick={() => void act()} isBusy={isBusy} busyLabel={busy}>
            {button}
          </Button>
          <Button onClick={onClose} data-autofocus>
            {stay}
          </Button>
        </>
      }
    >
      {fault === "" ? null : (
        <div className="pb-2">
          <Notice tone="danger" role="alert" title={failed}>
            {fault}
          </Notice>
        </div>
      )}
    </Dialog>
  );
}

const noAnswer: RunActionAnswer = {
  ok: false,
  message: "The server did not answer. Check that it is running and try again.",
};

function consequenceOf(kind: RunQuestionKind, { isFinal }: AskedRun): string {
  if (kind === "cancel")
    return "The agent that started it stops its process. A run that was not started yet does not start at all.";
  const gone = "Its states, task runs and log go with it. This cannot be undone.";
  return isFinal ? gone : `${gone} A process that is running goes on unseen: cancel the run first.`;
}
