"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { notSetText } from "@/components/fields/default-text";
import { DictRows } from "@/components/fields/dict-rows";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { rowCount } from "@/components/fields/row-count";
import { useSlot } from "@/components/fields/slot";
import { UnsetRow } from "@/components/fields/unset-row";
import { useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { ViewSwitch } from "@/components/fields/view-switch";
import { newDictRow } from "@/lib/forms/empty-draft";
import type { DictNode } from "@/lib/forms/field-node";

/** Keys and values in rows. Not set is a row of its own. */
export function DictField({ node, name }: { node: DictNode; name: string }) {
  const { setValue } = useFormContext();
  const count = useWatch({ name, compute: countRows });
  const error = useFieldError(name);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  const [isAddedHere, setIsAddedHere] = useState(false);
  const [container, focusNext] = useFocusAfter();
  const clear = () => {
    focusNext();
    setValue(name, null);
  };

  return (
    <div ref={container}>
      <FieldFrame
        node={node}
        name={name}
        labels="group"
        error={error}
        meta={count === null || count === 0 ? null : rowCount(count, node.entryLabel)}
        actions={
          count === null ? null : (
            <>
              {node.required ? null : (
                <LabelAction fieldLabelId={label} onClick={clear}>
                  Clear
                </LabelAction>
              )}
              {isBare ? null : <ViewSwitch node={node} name={name} view="form" describedBy={label} />}
            </>
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
        ) : (
          <DictRows node={node} name={name} isAddedHere={isAddedHere} onClear={clear} />
        )}
      </FieldFrame>
    </div>
  );
}

/** Null when not set. */
function countRows(draft: unknown): number | null {
  if (typeof draft !== "object" || draft === null || !("rows" in draft)) return null;
  return Array.isArray(draft.rows) ? draft.rows.length : null;
}
