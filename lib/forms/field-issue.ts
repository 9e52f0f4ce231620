import type { FieldNode } from "@/lib/forms/field-node";

/** One fault at one control. */
export type FieldIssue = {
  /** The node's id. */
  readonly id: string;
  /** The control's position in the form, as react-hook-form names it: "f.0.rows.2.value". */
  readonly name: string;
  /** Where the value stands in the document: ["env", "REGION"], ["volumes", 2]. */
  readonly path: readonly (string | number)[];
  /** The field's label, with the row where it is in one: "Volumes, row 3". */
  readonly label: string;
  /** A sentence that names the remedy. */
  readonly message: string;
};

/** Where a draft stands, while a form is walked. */
export type Position = Pick<FieldIssue, "name" | "path" | "label">;

export function fieldPosition(parent: Position | undefined, index: number, node: FieldNode): Position {
  const prefix = parent ? `${parent.name}.` : "";
  return {
    name: `${prefix}f.${index}`,
    // Entries beside the fields of an object stand in it, not in something of their own.
    path: [...(parent?.path ?? []), ...(node.kind === "dict" && node.besideKeys ? [] : [node.key])],
    label: parent && parent.label !== "" ? `${parent.label}: ${node.label}` : node.label,
  };
}

/** `place` is the index or the key of the row in the document. */
export function rowPosition(parent: Position, index: number, place: string | number): Position {
  const isKey = typeof place === "string" && place !== "";
  return {
    name: `${parent.name}.rows.${index}.value`,
    path: [...parent.path, place],
    label: `${parent.label}, ${isKey ? place : `row ${index + 1}`}`,
  };
}

export function branchPosition(parent: Position, branch: number): Position {
  return { ...parent, name: `${parent.name}.drafts.${branch}` };
}
