"use client";

import { type DragEvent, useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import { FileDropBar } from "@/components/fields/file-drop-bar";
import { readTextFile } from "@/components/fields/read-text-file";
import { FillPreview } from "@/components/forms/paste/fill-preview";
import { useRecognised } from "@/components/forms/paste/use-recognised";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import type { Draft } from "@/lib/forms/draft";
import type { FormTree } from "@/lib/forms/field-node";
import type { PasteHelp } from "@/lib/paste/fill-rules";
import { type FillPlan, planFill } from "@/lib/paste/plan-fill";
import { formatCount } from "@/lib/text/format-count";

type PasteDialogProps = {
  tree: FormTree;
  help: PasteHelp;
  initialText: string;
  onFill: (plan: FillPlan) => void;
  onClose: () => void;
};

/** Takes a text or a file, shows what it would fill and what would be replaced, and fills it when told to. */
export function PasteDialog({ tree, help, initialText, onFill, onClose }: PasteDialogProps) {
  const { getValues } = useFormContext();
  const [text, setText] = useState(initialText);
  const [chosen, setChosen] = useState(0);
  const [fileError, setFileError] = useState<string>();
  const found = useRecognised(text);
  const isKnown = found !== "reading" && found !== undefined;
  const source = isKnown ? (found.sources[chosen] ?? found.sources[0]) : undefined;
  const plan =
    isKnown && source
      ? planFill(tree, help.rules, getValues("f") satisfies readonly Draft[], { source, text: found.text })
      : undefined;
  const count = plan?.fills.length ?? 0;
  const change = (next: string) => {
    setFileError(undefined);
    setChosen(0);
    setText(next);
  };
  const takeFile = async (file: File | undefined) => {
    const read = file && (await readTextFile(file));
    if (read?.ok) change(read.text);
    else setFileError(read?.message);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Paste to fill"
      description={`This form understands ${help.understands}.`}
      footer={
        <>
          {plan && count > 0 ? (
            <Button variant="filled" onClick={() => onFill(plan)}>
              Fill {formatCount(count, "field")}
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <PastedText text={text} onText={change} onFile={takeFile} />
      <div aria-live="polite" className="min-h-8 py-3 text-sm">
        {fileError === undefined ? null : <p className="text-danger">{fileError}</p>}
        {text.trim() === "" || found === "reading" ? null : (
          <FillPreview found={found} plan={plan} chosen={chosen} onChoose={setChosen} />
        )}
      </div>
    </Dialog>
  );
}

type PastedTextProps = {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File | undefined) => Promise<void>;
};

/** Lives in this dialog alone: what is pasted here goes nowhere but into the fields that are named. */
function PastedText({ text, onText, onFile }: PastedTextProps) {
  const id = useId();
  return (
    <div>
      <label id={`${id}-label`} htmlFor={id} className="mb-1.75 block font-medium text-sm">
        Text or file
      </label>
      <Textarea
        id={id}
        value={text}
        onChange={(event) => onText(event.target.value)}
        data-autofocus
        rows={7}
        isMono
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="max-h-72 rounded-b-none"
        onDragOver={(event: DragEvent) => {
          if (event.dataTransfer.types.includes("Files")) event.preventDefault();
        }}
        onDrop={(event: DragEvent) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          void onFile(event.dataTransfer.files[0]);
        }}
      />
      <FileDropBar labelId={`${id}-label`} text={text} onFile={(file) => void onFile(file)} />
    </div>
  );
}
