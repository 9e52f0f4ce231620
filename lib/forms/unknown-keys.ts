import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { isList } from "@/lib/forms/masked-shape";
import { recogniseBranch } from "@/lib/forms/recognise-branch";
import { unfold } from "@/lib/forms/recursion";
import { printJsonPretty } from "@/lib/json";
import { type Masked, toMaskedJson } from "@/lib/secrets/tree";

/** Something in a document that its schema does not mention. `text` is JSON with secrets masked. */
export type UnknownKey = { readonly path: readonly (string | number)[]; readonly text: string };

/** Written by clients into a nested block beside its fields: neither a field nor unknown. */
export const bookkeepingKeys: readonly string[] = [
  "block_type_slug",
  "_block_document_id",
  "_block_document_name",
  "_is_anonymous",
];

/** What a document holds beside its form. The form shows it and every save keeps it. */
export function unknownKeys(tree: FormTree, masked: Masked | undefined): readonly UnknownKey[] {
  return masked instanceof Map ? inFields(tree.fields, masked, []) : [];
}

type Path = UnknownKey["path"];

function inFields(
  fields: readonly FieldNode[],
  entries: ReadonlyMap<string, Masked>,
  path: Path,
): readonly UnknownKey[] {
  const nodes = new Map(fields.map((field) => [field.key, field]));
  const others = fields.find((field) => field.kind === "dict" && field.besideKeys);
  return [...entries].flatMap(([key, value]) => {
    const node = nodes.get(key);
    if (node) return inNode(node, value, [...path, key]);
    if (bookkeepingKeys.includes(key) && path.length > 0) return [];
    if (others?.kind === "dict") return inNode(others.value, value, [...path, key]);
    return [{ path: [...path, key], text: printJsonPretty(toMaskedJson(value)) }];
  });
}

function inNode(node: FieldNode, value: Masked, path: Path): readonly UnknownKey[] {
  switch (node.kind) {
    case "group":
      return value instanceof Map ? inFields(node.fields, value, path) : [];
    case "list":
      return isList(value) ? value.flatMap((item, index) => inNode(node.item, item, [...path, index])) : [];
    case "tuple":
      return isList(value)
        ? node.items.flatMap((item, index) => inNode(item, value[index] ?? null, [...path, index]))
        : [];
    case "recursive":
      return inNode(unfold(node), value, path);
    case "dict":
      return value instanceof Map
        ? [...value].flatMap(([key, item]) => inNode(node.value, item, [...path, key]))
        : [];
    case "union": {
      const branch = node.branches[recogniseBranch(node, value) ?? -1];
      return branch ? inNode(branch.node, value, path) : [];
    }
    default:
      return [];
  }
}
