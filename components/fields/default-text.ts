import type { FieldNode } from "@/lib/forms/field-node";

/** "Default: 60", else an example, else nothing. */
export function placeholderOf(node: FieldNode): string {
  if (node.defaultLabel !== undefined) return `Default: ${node.defaultLabel}`;
  return node.example ?? "";
}

/** "Not set (default: 60)". */
export function notSetText(node: FieldNode): string {
  return node.defaultLabel === undefined ? "Not set" : `Not set (default: ${node.defaultLabel})`;
}
