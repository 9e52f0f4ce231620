"use client";

import { clsx } from "clsx";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type DragEvent, useRef, useState } from "react";
import { ExactTextarea } from "@/components/fields/exact-textarea";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { FileDropBar } from "@/components/fields/file-drop-bar";
import { KeepStoredAction } from "@/components/fields/keep-stored-action";
import { LabelAction } from "@/components/fields/label-action";
import { readTextFile } from "@/components/fields/read-text-file";
import { useSlot } from "@/components/fields/slot";
import { hasLines, withInserted } from "@/components/fields/text-edit";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { FieldNode } from "@/lib/forms/field-node";

type SecretInputProps = { node: FieldNode; name: string; onKeep: () => void };

/** The input for a new secret: hidden as it is typed, one line or several, from a file, byte for byte. */
export function SecretInput({ node, name, onKeep }: SecretInputProps) {
  const { draft, setDraft, validate, error } = useDraft<"secret">(name);
  const [isShown, setIsShown] = useState(false);
  const [isOpened, setIsOpened] = useState(node.kind === "secret" && node.multiline);
  const [fileError, setFileError] = useState<string>();
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  const shownError = error ?? fileError;
  // A one-line input would join the lines that somebody pasted or filled in.
  const isLong = isOpened || hasLines(draft.text);

  const change = (text: string) => {
    setFileError(undefined);
    setDraft({ ...draft, action: "replace", text });
  };
  const changeLines = (text: string) => {
    if (hasLines(text)) setIsOpened(true);
    change(text);
    requestAnimationFrame(() => control.current?.focus());
  };
  const takeFile = (file: File | undefined) => takeText(file, changeLines, setFileError);
  const keep = () => {
    onKeep();
    setDraft({ ...draft, action: "keep", text: "" });
  };
  const shared = {
    ...useControlProps({ node, name, error: shownError }),
    ...hiddenFromHelpers,
    ...fileTarget(takeFile),
    ref: control,
    onBlur: validate,
    ...(draft.isStored ? { "data-focus": true } : {}),
  };

  return (
    <FieldFrame
      node={node}
      name={name}
      error={shownError}
      isSecret
      actions={
        <>
          {isBare || hasLines(draft.text) ? null : (
            <LinesAction labelId={label} isLong={isLong} onChange={setIsOpened} />
          )}
          {draft.isStored ? (
            <KeepStoredAction labelId={label} isCopy={draft.copiedFrom !== undefined} onClick={keep} />
          ) : null}
        </>
      }
    >
      <div className="relative">
        {isLong ? (
          <LongInput {...shared} text={draft.text} isShown={isShown} onText={change} />
        ) : (
          <LineInput {...shared} text={draft.text} isShown={isShown} onText={change} onLines={changeLines} />
        )}
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? "Hide" : "Show"}
          aria-describedby={label}
          variant="row"
          onClick={() => setIsShown(!isShown)}
          className="absolute top-0.75 right-0.75"
        />
      </div>
      {isLong ? <FileDropBar labelId={label} text={draft.text} onFile={takeFile} /> : null}
    </FieldFrame>
  );
}

type LinesActionProps = { labelId: string; isLong: boolean; onChange: (isLong: boolean) => void };

function LinesAction({ labelId, isLong, onChange }: LinesActionProps) {
  return (
    <LabelAction fieldLabelId={labelId} onClick={() => onChange(!isLong)}>
      {isLong ? "One line" : "Several lines"}
    </LabelAction>
  );
}

async function takeText(
  file: File | undefined,
  onText: (text: string) => void,
  onError: (message: string | undefined) => void,
): Promise<void> {
  const read = file && (await readTextFile(file));
  if (read?.ok) onText(read.text);
  else onError(read?.message);
}

/** Password managers, spell checkers and keyboards that learn must leave it alone. */
const hiddenFromHelpers = {
  autoComplete: "new-password",
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
  isMono: true,
};

/** A file may be dropped on the input itself; without this the browser would leave the page for it. */
function fileTarget(takeFile: (file: File | undefined) => Promise<void>) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void takeFile(event.dataTransfer.files[0]);
    },
  };
}

type TextProps = { text: string; isShown: boolean; onText: (text: string) => void };
type LineInputProps = Omit<ComponentProps<typeof Input>, keyof TextProps> &
  TextProps & { onLines: (text: string) => void };

function LineInput({ text, isShown, onText, onLines, ...rest }: LineInputProps) {
  return (
    <Input
      {...rest}
      type={isShown ? "text" : "password"}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData("text/plain");
        if (!hasLines(pasted)) return;
        // A one-line input would join the lines: the field becomes a long one instead.
        event.preventDefault();
        onLines(withInserted(event.currentTarget, pasted));
      }}
      className="pr-10.5"
    />
  );
}

function LongInput({
  text,
  isShown,
  onText,
  ...rest
}: Omit<ComponentProps<typeof ExactTextarea>, keyof TextProps> & TextProps) {
  return (
    <ExactTextarea
      {...rest}
      text={text}
      onText={onText}
      className={clsx(
        "max-h-80 min-h-24 resize-none rounded-b-none pr-10.5",
        !isShown && "[-webkit-text-security:disc]",
      )}
    />
  );
}
