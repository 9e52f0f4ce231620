"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { notSetText } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { ListRows } from "@/components/fields/list-rows";
import { UnsetRow } from "@/components/fields/unset-row";
import { useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { newListRow } from "@/lib/forms/empty-draft";
import type { ListNode } from "@/lib/forms/field-node";

/** Items in rows, in an order that can be changed. Not set is a row of its own. */
export function ListField({ node, name }: { node: ListNode; name: string }) {
  const { setValue } = useFormContext();
  const isSet = useWatch({ name, compute: (draft: unknown) => draft !== null });
  const error = useFieldError(name);
  const { label } = useFieldIds(name);
  const [container, focusNext] = useFocusAfter();
  const [isAddedHere, setIsAddedHere] = useState(false);
  if (isSet) {
    return (
      <ListRows
        node={node}
        name={name}
        isAddedHere={isAddedHere}
        onClear={() => {
          focusNext();
          setValue(name, null);
        }}
      />
    );
  }
  return (
    <div ref={container}>
      <FieldFrame node={node} name={name} error={error} labels="group">
        <UnsetRow
          text={node.required ? `No ${node.itemLabel} yet` : notSetText(node)}
          labelId={label}
          action={`Add ${node.itemLabel}`}
          icon={Plus}
          onSet={() => {
            setIsAddedHere(true);
            setValue(name, { rows: [newListRow(node)] });
          }}
        />
      </FieldFrame>
    </div>
  );
}
