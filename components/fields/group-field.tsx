"use client";

import { Plus } from "lucide-react";
import { notSetText } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { LabelledSlot, useSlot } from "@/components/fields/slot";
import { UnsetRow } from "@/components/fields/unset-row";
import { useDraftPart, useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { ViewSwitch } from "@/components/fields/view-switch";
import { useFormServices } from "@/components/forms/form-services";
import type { GroupNode } from "@/lib/forms/field-node";

/** Fields that belong together, indented by a line. Nothing of it is stored until it is set. */
export function GroupField({ node, name }: { node: GroupNode; name: string }) {
  const { draft: isSet, setDraft } = useDraftPart<boolean>(`${name}.isSet`);
  const { FieldView } = useFormServices();
  const error = useFieldError(name);
  const { label, control } = useFieldIds(name);
  const { isBare } = useSlot();
  const [container, focusNext] = useFocusAfter();
  const change = (next: boolean) => {
    focusNext();
    setDraft(next);
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
              {node.fields.map((field, index) => (
                <FieldView key={field.id} node={field} name={`${name}.f.${index}`} />
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
