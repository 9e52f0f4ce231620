"use client";

import { useRef, useState } from "react";
import { placeholderOf } from "@/components/fields/default-text";
import { faultyLines } from "@/components/fields/faulty-lines";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { FileDropBar } from "@/components/fields/file-drop-bar";
import { LabelAction } from "@/components/fields/label-action";
import { readTextFile } from "@/components/fields/read-text-file";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { CodeArea } from "@/components/ui/code-area";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { TextLanguage } from "@/lib/forms/draft";
import type { JsonNode } from "@/lib/forms/field-node";

const languages = [
  { value: "yaml", label: "YAML" },
  { value: "json", label: "JSON" },
] as const;

/** A value that no other control fits: free-form by nature, or a part of the schema that is not understood (then it says so). */
export function JsonField({ node, name }: { node: JsonNode; name: string }) {
  return node.acceptsText ? <PlainValue node={node} name={name} /> : <JsonEditor node={node} name={name} />;
}

/** One line of a free object: words are a text, `5` a number, `{` begins JSON. */
function PlainValue({ node, name }: { node: JsonNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"json">(name);
  const isLong = draft?.text.includes("\n") ?? false;
  const shared = {
    ...useControlProps({ node, name, error }),
    value: draft?.text ?? "",
    onBlur: validate,
    isMono: true,
    autoComplete: "off",
    spellCheck: false,
    placeholder: placeholderOf(node),
  };
  const change = (text: string) => setDraft({ text, language: node.language });
  return (
    <FieldFrame node={node} name={name} error={error}>
      {isLong ? (
        <Textarea {...shared} onChange={(event) => change(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => change(event.target.value)} />
      )}
    </FieldFrame>
  );
}

function JsonEditor({ node, name }: { node: JsonNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"json">(name);
  const [fileError, setFileError] = useState<string>();
  const [chosen, setChosen] = useState<TextLanguage>(node.language);
  const language = draft?.language ?? chosen;
  /** The text before it was shown in another language: comments are lost on the way, and back again without a change. */
  const before = useRef<{ readonly text: string; readonly shownAs: string } | null>(null);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  const control = useRef<HTMLTextAreaElement>(null);
  const text = draft?.text ?? "";
  const shownError = error ?? fileError;

  const change = (typed: string) => {
    setFileError(undefined);
    setDraft(typed.trim() === "" ? null : { text: typed, language });
  };
  const switchTo = async (next: TextLanguage) => {
    if (next === language) return;
    const { convertText } = await import("@/components/fields/convert-text");
    const isUntouched = before.current?.shownAs === text;
    const converted = isUntouched ? before.current?.text : await convertText(text, language, next);
    // A text that cannot be read stays in its language, and says what is wrong with it.
    if (converted === undefined) return validate();
    before.current = { text, shownAs: converted };
    setChosen(next);
    if (draft) setDraft({ text: converted, language: next });
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const read = await readTextFile(file);
    if (read.ok) change(read.text);
    else setFileError(read.message);
  };

  return (
    <FieldFrame
      node={node}
      name={name}
      error={shownError}
      {...frameOf(node)}
      actions={
        <>
          {draft !== null && !node.required && !isBare ? (
            <LabelAction
              fieldLabelId={label}
              onClick={() => {
                setDraft(null);
                control.current?.focus();
              }}
            >
              Clear
            </LabelAction>
          ) : null}
          {isBare ? null : (
            <Segmented
              label="Language"
              describedBy={label}
              options={languages}
              value={language}
              onChange={(next) => void switchTo(next)}
            />
          )}
        </>
      }
    >
      <CodeArea
        {...useControlProps({ node, name, error: shownError, hasNote: node.reason !== undefined })}
        faultyLines={faultyLines(shownError)}
        ref={control}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={validate}
        placeholder={placeholderOf(node)}
        className="rounded-b-none"
      />
      <FileDropBar labelId={label} text={text} onFile={takeFile} />
    </FieldFrame>
  );
}

function frameOf({ reason, isSecret }: JsonNode) {
  return { isSecret: isSecret === true, note: reason && `This field has no form of its own: ${reason}` };
}
