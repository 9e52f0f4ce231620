"use client";

import { ChevronsUpDown, FileText, Unlink } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { LabelledSlot } from "@/components/fields/slot";
import { useDraft } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { useBlockChoices } from "@/components/forms/choice-store";
import { useFormServices } from "@/components/forms/form-services";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { ReferenceNode } from "@/lib/forms/field-node";

const ReferencePicker = dynamic(
  () => import("@/components/fields/reference-picker").then((file) => file.ReferencePicker),
  { ssr: false },
);

/** A saved block: one picker over all types that the field takes, and a new one made without leaving the form. */
export function ReferenceField({ node, name }: { node: ReferenceNode; name: string }) {
  const { draft, setDraft, error } = useDraft<"reference">(name);
  const { references } = useFormServices();
  const { types, newBlock } = references;
  const choices = useBlockChoices(references, node.blockTypeSlugs);
  const [isOpen, setIsOpen] = useState(false);
  const [newSlug, setNewSlug] = useState<string | null>(null);
  const [container, focusNext] = useFocusAfter();
  const ids = useFieldIds(name);
  const clear = () => {
    focusNext();
    setDraft(null);
  };
  const openNew = (slug: string) => {
    setIsOpen(false);
    setNewSlug(slug);
  };
  const choose = (choice: ReferenceCandidate) => {
    setIsOpen(false);
    references.choices.add(choice);
    setDraft({ documentId: choice.id });
  };

  return (
    <div ref={container}>
      <FieldFrame
        node={node}
        name={name}
        labels="group"
        error={error}
        actions={
          draft === null || node.required ? null : (
            <LabelAction fieldLabelId={ids.label} onClick={clear}>
              Clear
            </LabelAction>
          )
        }
      >
        <Popover
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          label="Choose a block"
          className="block w-full"
          trigger={
            <PickerButton
              node={node}
              name={name}
              error={error}
              isOpen={isOpen}
              onOpen={() => setIsOpen(true)}
            >
              <Chosen draft={draft} hasSeveralTypes={node.blockTypeSlugs.length > 1} />
            </PickerButton>
          }
        >
          <ReferencePicker
            slugs={node.blockTypeSlugs}
            choices={choices}
            types={types}
            chosenId={draft && "documentId" in draft ? draft.documentId : null}
            onChoose={choose}
            {...(newBlock ? { onNew: openNew } : {})}
          />
        </Popover>
      </FieldFrame>
      {newSlug !== null && newBlock ? (
        // The form in the dialog stands for itself, though it was opened from a row without labels.
        <LabelledSlot>
          <newBlock.Dialog
            slug={newSlug}
            actions={newBlock.actions}
            types={types}
            onClose={() => setNewSlug(null)}
            onMade={(choice) => {
              setNewSlug(null);
              choose(choice);
            }}
          />
        </LabelledSlot>
      ) : null}
    </div>
  );
}

type PickerButtonProps = {
  node: ReferenceNode;
  name: string;
  error: string | undefined;
  isOpen: boolean;
  onOpen: () => void;
  children: ReactNode;
};

/** Its name is what is chosen; the group around it has the field's title. */
function PickerButton({ node, name, error, isOpen, onOpen, children }: PickerButtonProps) {
  const ids = useFieldIds(name);
  const describedBy = [ids.label, node.help === "" ? null : ids.help, error === undefined ? null : ids.error];
  return (
    <button
      type="button"
      aria-describedby={describedBy.filter((id) => id !== null).join(" ")}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      data-focus
      data-invalid={error !== undefined}
      onClick={onOpen}
      className="ctl flex min-h-9.5 items-center gap-2 px-2.5 text-left data-[invalid=true]:border-danger data-[invalid=true]:shadow-[0_0_0_1px_var(--danger)]"
    >
      <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
      <Icon icon={ChevronsUpDown} className="text-text-3" />
    </button>
  );
}

/** Nothing is stored here any more; only what stood here is known. */
function LostBlock({ label }: { label: string }) {
  return (
    <>
      <Icon icon={Unlink} className="text-warn" />
      <span className="min-w-0 break-words">
        <span className="font-mono text-sm">{label}</span> was deleted. Choose another block
      </span>
    </>
  );
}

type ChosenProps = {
  draft: ReturnType<typeof useDraft<"reference">>["draft"];
  hasSeveralTypes: boolean;
};

function Chosen({ draft, hasSeveralTypes }: ChosenProps) {
  const { references } = useFormServices();
  const choices = useBlockChoices(references);
  if (draft === null) return <span className="text-text-3">Not set. Choose a block</span>;
  if ("inline" in draft) {
    return (
      <>
        <Icon icon={FileText} className="text-text-3" />
        <span>Written out in this block</span>
      </>
    );
  }
  if ("lost" in draft) return <LostBlock label={draft.lost} />;
  const choice = choices.find(({ id }) => id === draft.documentId);
  if (!choice) return <span className="text-danger">A block that no longer exists</span>;
  return (
    <>
      {references.types[choice.typeSlug]?.logo}
      <span className="min-w-0 break-words font-medium font-mono text-sm">{choice.name}</span>
      {hasSeveralTypes ? <span className="text-sm text-text-3">{choice.typeName}</span> : null}
    </>
  );
}
