"use client";

import { useFieldIds } from "@/components/fields/field-ids";
import { useSlot } from "@/components/fields/slot";
import type { FieldNode } from "@/lib/forms/field-node";

type Options = {
  readonly node: FieldNode;
  readonly name: string;
  readonly error: string | undefined;
  /** A line below the control belongs to it. */
  readonly hasNote?: boolean;
};

type ControlProps = {
  readonly id: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
};

/**
 * What ties an input to its label, help, note and error. Inputs carry no `name`: if the browser ever submitted the
 * form by itself, before the scripts are there, nothing that was typed would go into the address.
 */
export function useControlProps({ node, name, error, hasNote = false }: Options): ControlProps {
  const ids = useFieldIds(name);
  const slot = useSlot();
  const describedBy = [
    !slot.isBare && node.help !== "" ? ids.help : null,
    hasNote ? ids.note : null,
    error === undefined ? null : ids.error,
  ].filter((id) => id !== null);
  return {
    id: ids.control,
    ...(slot.isBare ? { "aria-label": slot.label } : {}),
    ...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {}),
    ...(error === undefined ? {} : { "aria-invalid": true }),
    ...(node.required && !slot.isBare ? { "aria-required": true } : {}),
  };
}
