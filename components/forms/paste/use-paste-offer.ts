"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { looksPasted } from "@/lib/paste/looks-pasted";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** A text that somebody pasted into a plain input, and that may fill more than this one. */
export type OfferedText = {
  readonly id: number;
  readonly text: string;
  readonly control: TextControl;
  /** Position of the field, "f.0" or "name". */
  readonly name: string;
  readonly place: HTMLElement;
};

type PasteOffer = {
  readonly offered: OfferedText | null;
  readonly closeOffer: () => void;
  /** Puts the text where it was pasted, after all. */
  readonly pasteAsText: (offered: OfferedText) => void;
};

/** Holds back texts that look like one of the formats when they are pasted into a plain text field of the form. */
export function usePasteOffer(tree: FormTree, inside: RefObject<HTMLElement | null>): PasteOffer {
  const [offered, setOffered] = useState<OfferedText | null>(null);
  const isOurs = useRef(false);
  const count = useRef(0);
  useEffect(() => {
    const form = inside.current?.closest("form");
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const control = event.target;
      if (isOurs.current || !isTextControl(control)) return;
      const place = control.closest<HTMLElement>("[data-field]");
      const name = place?.dataset["field"];
      if (!place || name === undefined || !takesPlainText(tree, name) || !looksPasted(text)) return;
      event.preventDefault();
      event.stopPropagation();
      count.current += 1;
      setOffered({ id: count.current, text, control, name, place });
    };
    form?.addEventListener("paste", onPaste, true);
    return () => form?.removeEventListener("paste", onPaste, true);
  }, [tree, inside]);

  const closeOffer = useCallback(() => setOffered(null), []);
  const pasteAsText = useCallback(({ control, text }: OfferedText) => {
    setOffered(null);
    isOurs.current = true;
    insertPasted(control, text);
    isOurs.current = false;
  }, []);
  return { offered, closeOffer, pasteAsText };
}

function isTextControl(target: EventTarget | null): target is TextControl {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")
  );
}

/** The block's name, or a text of one line that is no row of something. */
function takesPlainText(tree: FormTree, name: string): boolean {
  if (name === "name") return true;
  const [, ...steps] = name.split(".");
  let fields: readonly FieldNode[] = tree.fields;
  let node: FieldNode | undefined;
  for (const step of steps) {
    if (step === "f") continue;
    node = fields[Number(step)];
    fields = node?.kind === "group" ? node.fields : [];
  }
  return node?.kind === "text" && !node.multiline;
}

/** As if the browser had pasted it: the field's own handling of several lines comes first, and Ctrl Z takes it back. */
function insertPasted(control: TextControl, text: string): void {
  control.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (control.dispatchEvent(event)) document.execCommand("insertText", false, text);
}
