"use client";

import { AdvancedFields } from "@/components/forms/advanced-fields";
import { useFormServices } from "@/components/forms/form-services";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { linkTree } from "@/lib/forms/recursion";

export type PlacedField = { readonly node: FieldNode; readonly name: string };

/** All fields of a form: required and common ones, then the rest under "Advanced". */
export function FieldList({ tree }: { tree: FormTree }) {
  const { FieldView } = useFormServices();
  const fields = placedFields(tree);
  const advanced = fields.filter(({ node }) => node.isAdvanced);
  return (
    <>
      {fields
        .filter(({ node }) => !node.isAdvanced)
        .map(({ node, name }) => (
          <FieldView key={node.id} node={node} name={name} />
        ))}
      {advanced.length > 0 ? <AdvancedFields fields={advanced} /> : null}
    </>
  );
}

/** The fields that a person sees, with their positions. */
export function placedFields(tree: FormTree): readonly PlacedField[] {
  return linkTree(tree)
    .fields.map((node, index) => ({ node, name: `f.${index}` }))
    .filter(({ node }) => node.kind !== "const");
}
