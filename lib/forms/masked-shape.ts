import type { Masked } from "@/lib/secrets/tree";

export function isNumber(value: Masked | undefined): value is { readonly number: string } {
  return typeof value === "object" && value !== null && "number" in value;
}

/** Like Array.isArray, for readonly lists. */
export function isList(value: Masked | undefined): value is readonly Masked[] {
  return Array.isArray(value);
}
