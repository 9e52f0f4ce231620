"use client";

import { DeletionUsers } from "@/components/blocks/list/deletion-users";
import { type DeleteActions, type DeleteTarget, useDeletion } from "@/components/blocks/list/use-deletion";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/text/format-count";

type DeleteBlocksDialogProps = {
  targets: readonly DeleteTarget[];
  actions: DeleteActions;
  onClose: () => void;
  /** After the blocks are gone; by default the dialog closes. */
  onDeleted?: () => void;
  returnFocusTo?: () => HTMLElement | null;
};

/** Asks before deleting, and names what uses the blocks. All of them are deleted, or none. */
export function DeleteBlocksDialog(props: DeleteBlocksDialogProps) {
  const { targets, actions, onClose, onDeleted = onClose, returnFocusTo } = props;
  const { left, preview, fault, isBusy, remove } = useDeletion(targets, actions, onDeleted);
  const main =
    left.length === 0 ? null : (
      <Button
        variant="danger-filled"
        onClick={() => void remove()}
        disabled={preview === null}
        isBusy={isBusy}
        busyLabel="Deleting…"
      >
        Delete {left.length === 1 ? "block" : formatCount(left.length, "block")}
      </Button>
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      {...(returnFocusTo && { returnFocusTo })}
      title={<Question left={left} />}
      description={consequenceOf(left.length)}
      footer={
        <>
          {main}
          <Button onClick={onClose} data-autofocus>
            {main ? "Cancel" : "Close"}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 pb-2 text-sm">
        {fault === "" ? null : (
          <Notice tone="danger" role="alert" title="Nothing was deleted">
            <span className="[overflow-wrap:anywhere]">{fault}</span>
          </Notice>
        )}
        <Usage left={left} preview={preview} isFailed={fault !== ""} />
      </div>
    </Dialog>
  );
}

type UsageProps = {
  left: readonly DeleteTarget[];
  preview: Parameters<typeof DeletionUsers>[0]["preview"] | null;
  isFailed: boolean;
};

function Usage({ left, preview, isFailed }: UsageProps) {
  if (left.length === 0) return null;
  if (preview) return <DeletionUsers preview={preview} targets={left} />;
  if (isFailed) return null;
  return <p className="text-text-3">Looking up what uses {left.length === 1 ? "it" : "them"}…</p>;
}

function Question({ left }: { left: readonly DeleteTarget[] }) {
  const [only] = left;
  if (!only) return "There is nothing left to delete";
  if (left.length > 1) return `Delete ${left.length} blocks?`;
  return (
    <span className="line-clamp-3 [overflow-wrap:anywhere]">
      Delete <bdi className="font-mono">{only.name}</bdi>?
    </span>
  );
}

function consequenceOf(count: number): string {
  if (count === 0) return "Close this to see the list as it is now.";
  return `Flows that load ${count === 1 ? "it" : "them"} fail at their next run. This cannot be undone.`;
}
