"use client";

import { Check, Undo2, X } from "lucide-react";
import { createPortal } from "react-dom";
import { type FilledFields, filledText } from "@/components/forms/paste/use-fill";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

type FilledNoteProps = {
  fields: FilledFields;
  unused: readonly string[];
  place?: HTMLElement;
  onUndo: () => void;
  onDismiss: () => void;
  /** The note goes with the button that was pressed: the focus needs another place. */
  onFocusBack: () => void;
};

/** Says what was filled and what was not used, with the way back. The announcer has read it aloud already. */
export function FilledNote({ fields, unused, place, onUndo, onDismiss, onFocusBack }: FilledNoteProps) {
  const leave = (act: () => void) => () => {
    if (place) place.querySelector<HTMLElement>("input, textarea")?.focus();
    else onFocusBack();
    act();
  };
  const note = (
    <div
      data-filled
      className="order-last mt-2 flex basis-full items-start gap-2.5 rounded-ctl border border-ok-line bg-ok-soft py-1.5 pr-1.5 pl-3 text-sm text-text"
    >
      <Icon icon={Check} className="mt-1.5 text-ok" />
      <span className="min-w-0 flex-1 break-words py-1">{filledText(fields.labels, unused)}</span>
      <span className="flex items-center gap-0.5">
        <Button variant="quiet" size="small" icon={<Icon icon={Undo2} size={14} />} onClick={leave(onUndo)}>
          Undo
        </Button>
        <IconButton icon={X} label="Dismiss" variant="row" onClick={leave(onDismiss)} />
      </span>
    </div>
  );
  return place?.isConnected ? createPortal(note, place) : note;
}
