"use client";

import { Plus } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { notSetText } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { LabelledSlot, useSlot } from "@/components/fields/slot";
import { UnsetRow } from "@/components/fields/unset-row";
import { useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { ViewSwitch } from "@/components/fields/view-switch";
import { useFormServices } from "@/components/forms/form-services";
import { startDraft } from "@/lib/forms/empty-draft";
import type { TupleNode } from "@/lib/forms/field-node";

/** A list with a fixed meaning for every place: its places are fields one below the other, with labels of their own. */
export function TupleField({ node, name }: { node: TupleNode; name: string }) {
  const { setValue } = useFormContext();
  const { FieldView } = useFormServices();
  const isSet = useWatch({ name, compute: (draft: unknown) => draft !== null });
  const error = useFieldError(name);
  const { label, control } = useFieldIds(name);
  const { isBare } = useSlot();
  const [container, focusNext] = useFocusAfter();
  const change = (isWanted: boolean) => {
    focusNext();
    setValue(name, isWanted ? startDraft(node) : null);
  };
  return (
    <div ref={container}>
      <FieldFrame
        node={node}
        name={name}
        error={error}
        labels="group"
        actions={
          isSet && !isBare ? (
            <>
              {node.required ? null : (
                <LabelAction fieldLabelId={label} onClick={() => change(false)}>
                  Clear
                </LabelAction>
              )}
              <ViewSwitch node={node} name={name} view="form" describedBy={label} />
            </>
          ) : null
        }
      >
        {isSet ? (
          <div
            id={`${control}-fields`}
            className={
              isBare ? "rounded-card border border-line px-4 py-1" : "border-line-strong border-l-2 pl-4"
            }
          >
            <LabelledSlot>
              {node.items.map((item, index) => (
                <FieldView key={item.id} node={item} name={`${name}.rows.${index}.value`} />
              ))}
            </LabelledSlot>
          </div>
        ) : (
          <UnsetRow
            text={notSetText(node)}
            labelId={label}
            action="Set"
            icon={Plus}
            onSet={() => change(true)}
          />
        )}
      </FieldFrame>
    </div>
  );
}
