import type { FieldNode, FormTree, RecursiveNode } from "@/lib/forms/field-node";

// A model that contains itself has no finite tree: its node names a definition of the tree. Functions over nodes are many
// and get no tree, so the way from such a node to its definition is kept beside the nodes, once for each tree.

const definitionsByNode = new WeakMap<RecursiveNode, NonNullable<FormTree["definitions"]>>();
const unfolded = new WeakMap<RecursiveNode, FieldNode>();

/** Makes `unfold` work in this tree. Needed again where a tree has crossed to the browser; the same tree comes back. */
export function linkTree(tree: FormTree): FormTree {
  const { definitions } = tree;
  if (!definitions) return tree;
  for (const node of [...tree.fields, ...Object.values(definitions)]) linkNode(node, definitions);
  return tree;
}

function linkNode(node: FieldNode, definitions: NonNullable<FormTree["definitions"]>): void {
  if (node.kind === "recursive") definitionsByNode.set(node, definitions);
  for (const inner of nodesBelow(node)) linkNode(inner, definitions);
}

export function nodesBelow(node: FieldNode): readonly FieldNode[] {
  switch (node.kind) {
    case "group":
      return node.fields;
    case "list":
      return [node.item];
    case "dict":
      return [node.value];
    case "tuple":
      return node.items;
    case "union":
      return node.branches.map((branch) => branch.node);
    default:
      return [];
  }
}

/**
 * The node that describes what stands here: for the same node always the same.
 * @throws Error when `linkTree` was not called for its tree.
 */
export function unfold(node: RecursiveNode): FieldNode {
  const known = unfolded.get(node);
  if (known) return known;
  const body = definitionsByNode.get(node)?.[node.definition];
  if (!body) throw new Error("linkTree was not called before a recursive node was unfolded");
  const { kind: _kind, definition: _definition, modelLabel: _label, ...base } = node;
  const full = { ...body, ...base };
  unfolded.set(node, full);
  return full;
}

/** The node itself, or what a recursive one stands for. */
export function shownNode(node: FieldNode): Exclude<FieldNode, RecursiveNode> {
  const full = node.kind === "recursive" ? unfold(node) : node;
  // The compiler makes no definition that is nothing but a way to itself.
  if (full.kind === "recursive") throw new Error("a definition is recursive by itself");
  return full;
}
