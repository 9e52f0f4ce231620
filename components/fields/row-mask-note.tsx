"use client";

import { Lock } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { RowMask } from "@/lib/forms/row-mask";

type RowMaskNoteProps = { mask: RowMask; subject: string; onMask: () => void; onOpen: () => void };

const reasons: { readonly [M in RowMask]?: string } = {
  offered: "This looks like a credential.",
  always: "Always masked in this field.",
  "always inside": "What looks like a credential in it is always masked.",
  "by name": "Masked because of its name.",
  "by value": "Masked once saved: it holds a password.",
  inside: "What looks like a credential in it is masked once saved.",
  "by choice": "Masked from the next save on.",
};

/** Below a value: that it is masked and why, or that it might better be, with the way to the other. */
export function RowMaskNote({ mask, subject, onMask, onOpen }: RowMaskNoteProps) {
  const reason = reasons[mask];
  if (reason === undefined) return null;
  return (
    <p data-mask-note className="mt-1 flex flex-wrap items-center gap-x-2 text-text-3 text-xs">
      <span className="inline-flex items-center gap-1.25">
        <Icon icon={Lock} size={12} />
        {reason}
      </span>
      {mask === "offered" ? (
        <NoteButton text="Mask it" label={`Mask it: ${subject}`} onClick={onMask} />
      ) : null}
      {mask === "offered" || mask.startsWith("always") ? null : (
        <NoteButton text="Do not mask" label={`Do not mask ${subject}`} onClick={onOpen} />
      )}
    </p>
  );
}

function NoteButton({ text, label, onClick }: { text: string; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="min-h-6 font-medium text-accent underline-offset-3 hover:underline"
    >
      {text}
    </button>
  );
}
