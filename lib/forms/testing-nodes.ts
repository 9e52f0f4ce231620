// All nodes of a compiled form, for the tests of this folder.
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";

type Found = { readonly path: string; readonly node: FieldNode };

/** Every node with its path; `*` stands for items, values and branches. A model inside itself is entered once. */
export function nodesOf(tree: FormTree): readonly Found[] {
  const definitions = Object.entries(tree.definitions ?? {});
  return [
    ...tree.fields.flatMap((node) => below(node, node.key)),
    ...definitions.flatMap(([name, node]) => below(node, `~${name}`)),
  ];
}

export function jsonNodesOf(
  tree: FormTree,
): readonly { readonly path: string; readonly node: NodeOf<"json"> }[] {
  return nodesOf(tree).flatMap(({ path, node }) => (node.kind === "json" ? [{ path, node }] : []));
}

function below(node: FieldNode, path: string): readonly Found[] {
  return [{ path, node }, ...inner(node).flatMap(([step, child]) => below(child, `${path}/${step}`))];
}

function inner(node: FieldNode): readonly (readonly [string, FieldNode])[] {
  switch (node.kind) {
    case "group":
      return node.fields.map((field) => [field.key === "" ? "~others" : field.key, field]);
    case "list":
      return [["*", node.item]];
    case "tuple":
      return node.items.map((item, index) => [String(index), item]);
    case "dict":
      return [["*", node.value]];
    case "union":
      return node.branches.map((branch) => ["*", branch.node]);
    default:
      return [];
  }
}
