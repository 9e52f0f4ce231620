import "server-only";
import { type Placeholder, sql } from "drizzle-orm";
import type { Dialect } from "@/db/dialect";

/** A filter whose lists, patterns and numbers may be placeholders: conditions are made of it in the same way. */
export type Bindable<Filter> = {
  readonly [Key in keyof Filter]: Filter[Key] extends boolean | undefined
    ? Filter[Key]
    : Key extends "operator"
      ? Filter[Key]
      : Filter[Key] extends readonly unknown[] | string | number | undefined
        ? Filter[Key] | Placeholder
        : Bindable<Filter[Key]>;
};

export type BoundFilter<Filter> = {
  /** Filters of one shape make the same SQL. */
  readonly shape: string;
  readonly symbols: Bindable<Filter>;
  /** What the placeholders stand for. */
  readonly values: Readonly<Record<string, unknown>>;
};

/** Takes the values out of a filter, so that its statement can be prepared once for all filters like it. */
export function bindFilter<Filter extends object>(dialect: Dialect, filter: Filter): BoundFilter<Filter> {
  const values: Record<string, unknown> = {};

  function bindPart(part: object, path: string): Bound {
    let shape = "";
    const symbols: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(part)) {
      if (isAbsent(key, value)) continue;
      const bound = bindValue(value, key, path + key);
      shape += `${key}${bound.shape} `;
      symbols[key] = bound.symbols;
    }
    return { shape: `(${shape})`, symbols };
  }

  function bindValue(value: unknown, key: string, path: string): Bound {
    if (typeof value === "boolean" || key === "operator") return { shape: `=${value}`, symbols: value };
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return bindPart(value, `${path}.`);
    }
    values[path] = toParameter(value);
    return { shape: "", symbols: sql.placeholder(path) };
  }

  function toParameter(value: unknown): unknown {
    if (typeof value === "number") return value;
    return Array.isArray(value) ? dialect.toListParameter(value) : dialect.toPattern(String(value));
  }

  const { shape, symbols } = bindPart(filter, "");
  return { shape, symbols: symbols as Bindable<Filter>, values }; // the same keys, with other values
}

type Bound = { readonly shape: string; readonly symbols: unknown };

/** A restriction to no capabilities is none. */
function isAbsent(key: string, value: unknown): boolean {
  return value === undefined || (key === "capabilities" && Array.isArray(value) && value.length === 0);
}
