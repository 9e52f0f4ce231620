"use client";

import { ClipboardPaste } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { type FilledFields, useFill } from "@/components/forms/paste/use-fill";
import { type OfferedText, usePasteOffer } from "@/components/forms/paste/use-paste-offer";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { FormTree } from "@/lib/forms/field-node";
import type { PasteHelp } from "@/lib/paste/fill-rules";

const PasteDialog = dynamic(
  () => import("@/components/forms/paste/paste-dialog").then((file) => file.PasteDialog),
  { ssr: false },
);
const PasteOffer = dynamic(
  () => import("@/components/forms/paste/paste-offer").then((file) => file.PasteOffer),
  { ssr: false },
);
const FilledNote = dynamic(
  () => import("@/components/forms/paste/filled-note").then((file) => file.FilledNote),
  { ssr: false },
);

type PasteToFillProps = { tree: FormTree; help: PasteHelp };
type Filled = {
  readonly fields: FilledFields;
  readonly unused: readonly string[];
  /** The field at which it was offered. */
  readonly place?: HTMLElement;
};

/**
 * Fills fields from a text that a person has at hand: by a dialog, or where such a text is pasted into a plain input.
 * What reads texts is loaded when it is needed.
 */
export function PasteToFill({ tree, help }: PasteToFillProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const [filled, setFilled] = useState<Filled | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { fill, undo } = useFill();
  const { offered, closeOffer, pasteAsText } = usePasteOffer(tree, button);
  const shared = {
    tree,
    help,
    onFill: (plan: Parameters<typeof fill>[0], place?: OfferedText["place"]) => {
      setFilled({ fields: fill(plan), unused: plan.unused, ...(place && { place }) });
      setOpened(null);
      closeOffer();
    },
  };

  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="small"
        icon={<Icon icon={ClipboardPaste} />}
        aria-haspopup="dialog"
        title={`Understands ${help.understands}.`}
        onClick={() => setOpened("")}
        className="-ml-2.25 noscript:hidden"
      >
        Paste to fill
      </Button>
      {opened === null ? null : (
        <PasteDialog {...shared} initialText={opened} onClose={() => setOpened(null)} />
      )}
      {offered ? (
        <PasteOffer
          key={offered.id}
          {...shared}
          offered={offered}
          onChoose={() => {
            setOpened(offered.text);
            closeOffer();
          }}
          onAsText={pasteAsText}
        />
      ) : null}
      {filled ? (
        <FilledNote
          key={filled.fields.labels.join()}
          {...filled}
          onUndo={() => {
            undo(filled.fields);
            setFilled(null);
          }}
          onDismiss={() => setFilled(null)}
          onFocusBack={() => button.current?.focus()}
        />
      ) : null}
    </>
  );
}
