"use client";

import { useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { faultyLines } from "@/components/fields/faulty-lines";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { FileDropBar } from "@/components/fields/file-drop-bar";
import { readTextFile } from "@/components/fields/read-text-file";
import { useFieldError } from "@/components/fields/use-draft";
import { useFormServices } from "@/components/forms/form-services";
import { CodeArea } from "@/components/ui/code-area";
import { MASK } from "@/lib/secrets/secret";

type TextEditorProps = {
  /** Where the open text stands in the form. */
  name: string;
  label: string;
  minRows?: number;
};

/** After this pause in typing the text is read, so that a fault shows before anybody asks. */
const pauseMs = 600;

/** A value as text of JSON or YAML, in place of its fields. Loaded when somebody opens one. */
export function TextEditor({ name, label, minRows = 6 }: TextEditorProps) {
  const { setValue } = useFormContext();
  const { validate } = useFormServices();
  const text = String(useWatch({ name: `${name}.text` }) ?? "");
  const view = useWatch({ name: `${name}.view`, compute: String });
  const hasMasks = useWatch({ name: `${name}.opened`, compute: (opened) => String(opened).includes(MASK) });
  const error = useFieldError(name);
  const [fileError, setFileError] = useState<string>();
  const ids = useFieldIds(name);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const shownError = error ?? fileError;
  const change = (typed: string) => {
    setFileError(undefined);
    setValue(`${name}.text`, typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => validate(name), pauseMs);
  };
  const takeFile = async (file: File | undefined) => {
    const read = file && (await readTextFile(file));
    if (read?.ok) change(read.text);
    else setFileError(read?.message);
  };
  const language = view === "yaml" ? "YAML" : "JSON";
  const describedBy = [hasMasks ? ids.note : null, shownError === undefined ? null : ids.error];
  return (
    <>
      <CodeArea
        id={`${ids.control}-text`}
        aria-label={`${label} as ${language}`}
        {...(describedBy.some((id) => id !== null)
          ? { "aria-describedby": describedBy.filter(Boolean).join(" ") }
          : {})}
        {...(shownError === undefined ? {} : { "aria-invalid": true })}
        value={text}
        minRows={minRows}
        faultyLines={faultyLines(shownError)}
        onChange={(event) => change(event.target.value)}
        onBlur={() => validate(name)}
        className="rounded-b-none"
      />
      <FileDropBar labelId={ids.label} text={text} onFile={takeFile} />
      {hasMasks ? (
        <p id={ids.note} className="mt-1.5 max-w-[66ch] text-sm text-text-3">
          <code className="font-mono">{MASK}</code> stands for a hidden value: leave it to keep the value, or
          write a new one in its place.
        </p>
      ) : null}
      {shownError === undefined ? null : <FieldErrorLine id={ids.error}>{shownError}</FieldErrorLine>}
    </>
  );
}
