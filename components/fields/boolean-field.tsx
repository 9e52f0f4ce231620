"use client";

import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { useFormServices } from "@/components/forms/form-services";
import { Segmented } from "@/components/ui/segmented";
import { Switch } from "@/components/ui/switch";
import type { BooleanNode } from "@/lib/forms/field-node";

/** A switch where the schema knows on and off only; Default / On / Off where "not said" is a third state. */
export function BooleanField({ node, name }: { node: BooleanNode; name: string }) {
  const hasDefault = node.defaultJson === "true" || node.defaultJson === "false";
  if (hasDefault) return <OnOrOff node={node} name={name} />;
  return <Choice node={node} name={name} states={node.required ? twoStates : threeStates} />;
}

function OnOrOff({ node, name }: { node: BooleanNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"boolean">(name);
  const { initialAt } = useFormServices();
  const byDefault = node.defaultJson === "true";
  const change = (isOn: boolean) => {
    // Switched there and back: what was not stored before is not stored now.
    setDraft(isOn === byDefault && initialAt(name) === null && !node.required ? null : isOn);
  };
  return (
    <FieldFrame node={node} name={name} error={error} isInline>
      <Switch
        {...useControlProps({ node, name, error })}
        checked={draft ?? byDefault}
        onChange={(event) => change(event.target.checked)}
        onBlur={validate}
      />
    </FieldFrame>
  );
}

const twoStates = [
  { value: "true", label: "On" },
  { value: "false", label: "Off" },
] as const;
const threeStates = [{ value: "null", label: "Default" }, ...twoStates] as const;

type State = (typeof threeStates)[number];

/** A switch would stand on off before anybody has chosen. */
function Choice({ node, name, states }: { node: BooleanNode; name: string; states: readonly State[] }) {
  const { draft, setDraft, error } = useDraft<"boolean">(name);
  const { error: errorId } = useFieldIds(name);
  const slot = useSlot();
  return (
    <FieldFrame node={node} name={name} error={error} labels="none" isInline>
      <Segmented
        label={slot.isBare ? slot.label : node.label}
        options={states}
        value={draft === null ? "null" : draft ? "true" : "false"}
        onChange={(value) => setDraft(value === "null" ? null : value === "true")}
        {...(error === undefined ? {} : { describedBy: errorId })}
      />
    </FieldFrame>
  );
}
