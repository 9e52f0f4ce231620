"use client";

import { useWatch } from "react-hook-form";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { BareSlot } from "@/components/fields/slot";
import { useFormServices } from "@/components/forms/form-services";
import type { FieldNode, UnionNode } from "@/lib/forms/field-node";

type BlockChoiceProps = {
  node: UnionNode;
  name: string;
  branch: number;
  title: string;
  onChoose: (branch: number) => void;
};

/** Whether the first choice is a saved block and the others are blocks written out. */
export function isBlockChoice(node: UnionNode): boolean {
  const [saved, ...written] = node.branches;
  return saved?.node.kind === "reference" && written.every(({ node: inner }) => isWrittenOut(inner));
}

function isWrittenOut({ kind }: FieldNode): boolean {
  return kind === "group" || kind === "dict" || kind === "recursive";
}

/** A block in a row: a picker, and small below it what is rare, to write the block out in this one. */
export function BlockChoice({ node, name, branch, title, onChoose }: BlockChoiceProps) {
  const { FieldView } = useFormServices();
  const ids = useFieldIds(name);
  const chosen = node.branches[branch];
  // What was chosen is not offered to be written out: a copy does not follow its block.
  const isChosen = useWatch({
    name: `${name}.drafts.0`,
    compute: (draft: unknown) => branch === 0 && draft !== null,
  });
  if (!chosen) return null;
  return (
    <fieldset id={`${ids.control}-choices`} aria-label={title} className="grid min-w-0 gap-1">
      <BareSlot key={branch} label={branch === 0 ? title : `${title}, ${chosen.label}`}>
        <FieldView node={chosen.node} name={`${name}.drafts.${branch}`} />
      </BareSlot>
      <div className="flex flex-wrap gap-x-4 empty:hidden">
        {node.branches.map(({ label }, index) =>
          index === branch || isChosen || (branch > 0 && index > 0) ? null : (
            <LabelAction key={label} fieldLabelId={ids.label} onClick={() => onChoose(index)}>
              {index === 0 ? "Choose a saved block instead" : label.replace(", written", ": write it")}
            </LabelAction>
          ),
        )}
      </div>
    </fieldset>
  );
}
