"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { notSetText } from "@/components/fields/default-text";
import { DictJson } from "@/components/fields/dict-json";
import { canBeJsonText } from "@/components/fields/dict-json-text";
import { DictRows } from "@/components/fields/dict-rows";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { rowCount } from "@/components/fields/row-count";
import { UnsetRow } from "@/components/fields/unset-row";
import { useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { Segmented } from "@/components/ui/segmented";
import { newDictRow } from "@/lib/forms/empty-draft";
import type { DictNode } from "@/lib/forms/field-node";

const views = [
  { value: "rows", label: "Rows" },
  { value: "json", label: "JSON" },
] as const;

/** Keys and values in rows, or as one JSON text: two views of the same state. */
export function DictField({ node, name }: { node: DictNode; name: string }) {
  const { setValue } = useFormContext();
  const count = useWatch({ name, compute: countRows });
  const error = useFieldError(name);
  const { label } = useFieldIds(name);
  const [view, setView] = useState<View>("rows");
  const [isBroken, setIsBroken] = useState(false);
  const [isAddedHere, setIsAddedHere] = useState(false);
  const [container, focusNext] = useFocusAfter();
  const clear = () => {
    focusNext();
    setView("rows");
    setIsBroken(false);
    setValue(name, null);
  };

  return (
    <div ref={container}>
      <FieldFrame
        node={node}
        name={name}
        labels="group"
        error={isBroken ? undefined : error}
        meta={count === null || count === 0 ? null : rowCount(count, node.entryLabel)}
        actions={
          count === null ? null : (
            <DictActions
              node={node}
              labelId={label}
              view={view}
              onClear={clear}
              // A text that cannot be read has no rows: it stays until it can.
              onView={(next) => isBroken || setView(next)}
            />
          )
        }
      >
        {count === null ? (
          <UnsetRow
            text={node.required ? `No ${node.entryLabel} yet` : notSetText(node)}
            labelId={label}
            action={`Add ${node.entryLabel}`}
            icon={Plus}
            onSet={() => {
              setIsAddedHere(true);
              setValue(name, { rows: [newDictRow(node)] });
            }}
          />
        ) : view === "rows" ? (
          <DictRows node={node} name={name} isAddedHere={isAddedHere} onClear={clear} />
        ) : (
          <DictJson node={node} name={name} onBroken={setIsBroken} />
        )}
      </FieldFrame>
    </div>
  );
}

type View = (typeof views)[number]["value"];
type DictActionsProps = {
  node: DictNode;
  labelId: string;
  view: View;
  onClear: () => void;
  onView: (view: View) => void;
};

function DictActions({ node, labelId, view, onClear, onView }: DictActionsProps) {
  return (
    <>
      {node.required ? null : (
        <LabelAction fieldLabelId={labelId} onClick={onClear}>
          Clear
        </LabelAction>
      )}
      {canBeJsonText(node) ? (
        <Segmented label="View" options={views} value={view} describedBy={labelId} onChange={onView} />
      ) : null}
    </>
  );
}

/** Null when not set. */
function countRows(draft: unknown): number | null {
  if (typeof draft !== "object" || draft === null || !("rows" in draft)) return null;
  return Array.isArray(draft.rows) ? draft.rows.length : null;
}
