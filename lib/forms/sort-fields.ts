import type { FieldOverlay } from "@/lib/catalog/define-block-type";
import type { FieldNode } from "@/lib/forms/field-node";
import { numberOf } from "@/lib/forms/schema-view";
import { isJsonObject, type JsonObject } from "@/lib/json";

/** Properties by `position` where the schema gives one (those without come after), else as they are written. */
export function sortProperties(properties: JsonObject): readonly (readonly [string, JsonObject])[] {
  const entries = [...properties].map(([key, schema]): readonly [string, JsonObject] => [
    key,
    isJsonObject(schema) ? schema : new Map(),
  ]);
  const positionOf = (schema: JsonObject) => numberOf(schema, "position") ?? Number.MAX_SAFE_INTEGER;
  return entries.toSorted(([, a], [, b]) => positionOf(a) - positionOf(b));
}

/** Fields that our overlay gives a position come first, in its order; the others follow as they are. */
export function sortByOverlay(
  nodes: readonly FieldNode[],
  overlays: Readonly<Record<string, FieldOverlay>>,
  groupPath?: string,
): readonly FieldNode[] {
  const pathOf = (key: string) => (groupPath === undefined ? key : `${groupPath}.${key}`);
  const positionOf = ({ key }: FieldNode) => overlays[pathOf(key)]?.position ?? Number.MAX_SAFE_INTEGER;
  return nodes.toSorted((a, b) => positionOf(a) - positionOf(b));
}
