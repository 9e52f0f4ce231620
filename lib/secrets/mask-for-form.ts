import { isJsonArray, isJsonObject, type Json } from "@/lib/json";
import { isMasked, type Masked, type MaskedLeaf, maskData, type SecretPath } from "@/lib/secrets/tree";

const hidden: MaskedLeaf = { masked: true };

/**
 * Masks data for a form. A list of single secrets, which every other view hides as a whole, shows how many there are:
 * each is kept, replaced or removed by itself.
 */
export function maskForForm(data: Json, paths: readonly SecretPath[]): Masked {
  return withItems(maskData(data, paths), data);
}

function withItems(masked: Masked, data: Json): Masked {
  if (isMasked(masked)) return isListOfSingles(data) ? data.map(() => hidden) : masked;
  if (isJsonObject(data) && masked instanceof Map) {
    return new Map(
      [...masked].map(([key, item]: [string, Masked]) => [key, withItems(item, data.get(key) ?? null)]),
    );
  }
  if (!isJsonArray(data) || !Array.isArray(masked)) return masked;
  const items: readonly Masked[] = masked;
  return items.map((item, index) => withItems(item, data[index] ?? null));
}

function isListOfSingles(data: Json): data is readonly Json[] {
  if (!isJsonArray(data) || data.length === 0) return false;
  return data.every((item) => item !== null && !isJsonArray(item) && !isJsonObject(item));
}
