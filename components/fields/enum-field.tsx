"use client";

import { TriangleAlert } from "lucide-react";
import { notSetText } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { useFormServices } from "@/components/forms/form-services";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import type { DraftOf } from "@/lib/forms/draft";
import type { EnumNode } from "@/lib/forms/field-node";

/** One of a few values. A stored value that is none of them stays, as a choice of its own. */
export function EnumField({ node, name }: { node: EnumNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"enum">(name);
  const { isBare } = useSlot();
  const stored = useStoredStranger(node, name);
  return (
    <FieldFrame
      node={node}
      name={name}
      error={error}
      actions={
        stored !== null && draft === stored ? (
          <Badge tone="warn" icon={TriangleAlert}>
            Does not match the schema
          </Badge>
        ) : null
      }
    >
      <Select
        {...useControlProps({ node, name, error })}
        className={isBare ? "" : "max-w-75 max-narrow:max-w-none"}
        value={draft ?? ""}
        onChange={(event) => setDraft(event.target.value === "" ? null : event.target.value)}
        onBlur={validate}
      >
        {node.required ? (
          <option value="" disabled hidden>
            Choose one
          </option>
        ) : (
          <option value="">{notSetText(node)}</option>
        )}
        {stored === null ? null : <option value={stored}>{`${plainText(stored)} (stored)`}</option>}
        {node.options.map((option) => (
          <option key={option.json} value={option.json}>
            {option.label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}

/** The stored value, when it is none of the options. */
function useStoredStranger(node: EnumNode, name: string): DraftOf<"enum"> {
  const stored = useFormServices().initialAt(name);
  if (typeof stored !== "string" || node.options.some((option) => option.json === stored)) return null;
  return stored;
}

function plainText(json: string): string {
  return json.startsWith('"') ? json.slice(1, -1) : json;
}
