"use client";

import type { ClipboardEvent, ComponentProps } from "react";
import { replaceShown, toShown, withTyped } from "@/components/fields/text-edit";
import { Textarea } from "@/components/ui/input";

type ExactTextareaProps = Omit<ComponentProps<typeof Textarea>, "value" | "onChange" | "onPaste"> & {
  text: string;
  onText: (text: string) => void;
};

/** A text area that keeps every line break as it is stored or pasted: browsers know only LF in one. */
export function ExactTextarea({ text, onText, ...rest }: ExactTextareaProps) {
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    const pasted = event.clipboardData.getData("text/plain");
    if (!pasted.includes("\r")) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = area;
    onText(replaceShown(text, selectionStart, selectionEnd, pasted));
    const caret = selectionStart + toShown(pasted).length;
    requestAnimationFrame(() => area.setSelectionRange(caret, caret));
  };
  return (
    <Textarea
      {...rest}
      value={toShown(text)}
      onChange={(event) => onText(withTyped(text, event.target.value))}
      onPaste={paste}
    />
  );
}
