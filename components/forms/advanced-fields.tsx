"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { draftState } from "@/components/forms/draft-state";
import { useFormServices } from "@/components/forms/form-services";
import { Icon } from "@/components/ui/icon";
import type { Draft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";
import { formatCount } from "@/lib/text/format-count";

type AdvancedFieldsProps = { fields: readonly { readonly node: FieldNode; readonly name: string }[] };

/** Fields that are seldom changed, closed at first unless one of them is set. Its line says what is inside. */
export function AdvancedFields({ fields }: AdvancedFieldsProps) {
  const { FieldView, initialAt } = useFormServices();
  const [isOpen, setIsOpen] = useState(() =>
    fields.some(({ node, name }) => draftState(node, initialAt(name)) !== ""),
  );
  return (
    <details
      className="group/advanced mt-3 border-line border-t"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-12 list-none items-center gap-2 py-1.5 font-medium [&::-webkit-details-marker]:hidden">
        <Icon
          icon={ChevronRight}
          className="text-text-3 transition-transform duration-160 group-open/advanced:rotate-90"
        />
        Advanced
        <AdvancedState fields={fields} />
      </summary>
      <div className="pb-2">
        {fields.map(({ node, name }) => (
          <FieldView key={node.id} node={node} name={name} />
        ))}
      </div>
    </details>
  );
}

/** A component of its own: what is typed above renders this line again, not the fields. */
function AdvancedState({ fields }: AdvancedFieldsProps) {
  const names = fields.map(({ name }) => name);
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name: names });
  const set = useWatch({
    control,
    name: names,
    compute: (drafts: readonly (Draft | undefined)[]) =>
      fields.filter(({ node }, index) => draftState(node, drafts[index]) !== "").length,
  });
  const wrong = names.filter((name) => get(errors, name) !== undefined).length;
  const state = set === 0 ? "all at their defaults" : `${set} set`;
  return (
    <span className="min-w-0 flex-1 text-pretty font-normal text-sm text-text-3">
      {wrong > 0 ? <span className="text-danger">{`${wrong} to correct, `}</span> : null}
      {`${formatCount(fields.length, "setting")}, ${state}: ${fields.map(({ node }) => node.label).join(", ")}`}
    </span>
  );
}
