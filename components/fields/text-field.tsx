"use client";

import { type ClipboardEvent, useRef, useState } from "react";
import { placeholderOf } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { useSlot } from "@/components/fields/slot";
import { hasLines, withInserted } from "@/components/fields/text-edit";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { Input, Textarea } from "@/components/ui/input";
import type { TextNode } from "@/lib/forms/field-node";

/** Text in one line or several. What is emptied by typing counts as not set; a stored empty text stays and says so. */
export function TextField({ node, name }: { node: TextNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"text">(name);
  const [isLong, setIsLong] = useState(node.multiline || hasLines(draft));
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const ids = useFieldIds(name);
  const { isBare } = useSlot();
  const isEmptyText = draft === "" && !isBare;
  const note = isEmptyText ? "An empty text is stored." : undefined;

  // In a row an empty text is a value; under a label it means "not set".
  const change = (text: string) => setDraft(text === "" && !isBare ? null : text);
  const pasteLines = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (isLong || !hasLines(pasted.trimEnd())) return;
    // A one-line input would drop the line breaks without a word.
    event.preventDefault();
    change(withInserted(event.currentTarget, pasted));
    setIsLong(true);
    requestAnimationFrame(() => control.current?.focus());
  };

  const shared = {
    ...useControlProps({ node, name, error, hasNote: isEmptyText }),
    ref: control,
    value: draft ?? "",
    onBlur: validate,
    placeholder: placeholderOf(node),
    isMono: node.mono,
    autoComplete: "off",
    ...(node.mono ? { spellCheck: false, autoCapitalize: "none" } : {}),
  };
  return (
    <FieldFrame
      node={node}
      name={name}
      error={error}
      note={note}
      actions={
        draft !== null && !node.required && !isBare ? (
          <LabelAction fieldLabelId={ids.label} onClick={() => clear(control.current, () => setDraft(null))}>
            Clear
          </LabelAction>
        ) : null
      }
    >
      {isLong ? (
        <Textarea {...shared} rows={4} onChange={(event) => change(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => change(event.target.value)} onPaste={pasteLines} />
      )}
    </FieldFrame>
  );
}

function clear(control: HTMLElement | null, set: () => void): void {
  set();
  // The button goes away with the value: the focus must not fall to the top of the page.
  control?.focus();
}
