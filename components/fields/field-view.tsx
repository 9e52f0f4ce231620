"use client";

import { type ComponentType, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldIds } from "@/components/fields/field-ids";
import { KeepStoredAction } from "@/components/fields/keep-stored-action";
import { MismatchField } from "@/components/fields/mismatch-field";
import { renderers } from "@/components/fields/registry";
import { SecretField } from "@/components/fields/secret-field";
import { StoredValueContext } from "@/components/fields/stored-value";
import { TextViewField } from "@/components/fields/text-view-field";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import type { Draft } from "@/lib/forms/draft";
import { isMismatchDraft, isSecretDraft, isTextView } from "@/lib/forms/draft-shape";
import { startDraft } from "@/lib/forms/empty-draft";
import type { FieldNode } from "@/lib/forms/field-node";

type FieldViewProps = { node: FieldNode; name: string };

/**
 * One field, whatever its draft holds: any field may hold a value that does not match the schema, or a secret.
 * Replacing one puts the field's own control in its place, with the way back to what is stored.
 */
export function FieldView({ node, name }: FieldViewProps) {
  const { getValues, setValue } = useFormContext();
  const shape = useWatch({ name, compute: shapeOf });
  const [stored, setStored] = useState<Draft>();
  const [container, focusNext] = useFocusAfter();
  const { label } = useFieldIds(name);
  const replace = () => {
    focusNext();
    setStored(getValues(name));
    setValue(name, startDraft(node));
  };
  const restore = () => {
    focusNext();
    setStored(undefined);
    setValue(name, stored);
  };

  if (shape === "mismatch") {
    return (
      <div ref={container}>
        <MismatchField node={node} name={name} onReplace={replace} />
      </div>
    );
  }
  if (shape === "secret") {
    const isText = node.kind === "secret" || node.kind === "text";
    return <SecretField node={node} name={name} {...(isText ? {} : { onReplace: replace })} />;
  }
  if (shape === "text") return <TextViewField node={node} name={name} />;
  const Renderer = renderers[node.kind] as ComponentType<FieldViewProps>; // the registry's keys are the nodes' kinds
  if (stored === undefined) return <Renderer node={node} name={name} />;
  return (
    <div ref={container}>
      <StoredValueContext value={<KeepStoredAction labelId={label} onClick={restore} />}>
        <Renderer node={node} name={name} />
      </StoredValueContext>
    </div>
  );
}

function shapeOf(draft: Draft | undefined): "mismatch" | "secret" | "text" | "value" {
  if (isTextView(draft)) return "text";
  if (isMismatchDraft(draft)) return "mismatch";
  return isSecretDraft(draft) ? "secret" : "value";
}
