"use client";

import { type ClipboardEvent, useRef, useState } from "react";
import { placeholderOf } from "@/components/fields/default-text";
import { ExactTextarea } from "@/components/fields/exact-textarea";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { useSlot } from "@/components/fields/slot";
import { hasLines, withInserted } from "@/components/fields/text-edit";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { Input } from "@/components/ui/input";
import type { TextNode } from "@/lib/forms/field-node";

/** Text in one line or several. What is emptied by typing counts as not set; a stored empty text stays and says so. */
export function TextField({ node, name }: { node: TextNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"text">(name);
  const [isOpened, setIsOpened] = useState(node.multiline);
  // A text with line breaks opens by itself, wherever it came from: one line would drop them.
  const isLong = isOpened || hasLines(draft);
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
    setIsOpened(true);
    requestAnimationFrame(() => control.current?.focus());
  };

  const shared = {
    ...useControlProps({ node, name, error, hasNote: isEmptyText }),
    ref: control,
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
        isBare ? null : (
          <TextActions
            node={node}
            labelId={ids.label}
            draft={draft}
            isOpened={isOpened}
            onOpen={setIsOpened}
            onClear={() => clear(control.current, () => setDraft(null))}
          />
        )
      }
    >
      {isLong ? (
        <ExactTextarea {...shared} rows={4} text={draft ?? ""} onText={change} />
      ) : (
        <Input
          {...shared}
          value={draft ?? ""}
          onChange={(event) => change(event.target.value)}
          onPaste={pasteLines}
        />
      )}
    </FieldFrame>
  );
}

type TextActionsProps = {
  node: TextNode;
  labelId: string;
  draft: string | null;
  isOpened: boolean;
  onOpen: (isOpened: boolean) => void;
  onClear: () => void;
};

function TextActions({ node, labelId, draft, isOpened, onOpen, onClear }: TextActionsProps) {
  return (
    <>
      {node.multiline || hasLines(draft) ? null : (
        <LabelAction
          fieldLabelId={labelId}
          // Seldom needed, and most texts have one line: it shows where the pointer or the focus is.
          className="opacity-0 focus-visible:opacity-100 group-focus-within/field:opacity-100 group-hover/field:opacity-100 [@media(hover:none)]:opacity-100"
          onClick={() => onOpen(!isOpened)}
        >
          {isOpened ? "One line" : "Several lines"}
        </LabelAction>
      )}
      {draft === null || node.required ? null : (
        <LabelAction fieldLabelId={labelId} onClick={onClear}>
          Clear
        </LabelAction>
      )}
    </>
  );
}

function clear(control: HTMLElement | null, set: () => void): void {
  set();
  // The button goes away with the value: the focus must not fall to the top of the page.
  control?.focus();
}
