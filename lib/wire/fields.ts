// Building blocks of request bodies. They coerce scalars as Prefect 2.20 does (the number 1 is the text "1") and leave
// the wording of faults to lib/api/faults.ts. `params.type` and `params.ctx` are what clients read beside the message.
import { z } from "zod";
import { parseUuid } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";

export function text() {
  return z.preprocess(
    (value) => (typeof value === "number" || typeof value === "boolean" ? printScalar(value) : value),
    z.string(),
  );
}

function printScalar(value: number | boolean): string {
  if (typeof value === "number") return String(value);
  return value ? "True" : "False";
}

const words = new Map<unknown, boolean>([
  ...["1", "on", "t", "true", "y", "yes"].map((word) => [word, true] as const),
  ...["0", "off", "f", "false", "n", "no"].map((word) => [word, false] as const),
  [1, true],
  [0, false],
]);

export function flag() {
  return z.preprocess(
    (value) => words.get(typeof value === "string" ? value.toLowerCase() : value) ?? value,
    z.boolean(),
  );
}

/** Fractions are cut, digits in a text are read. */
export function integer() {
  return z.preprocess((value) => {
    if (typeof value === "number") return Math.trunc(value);
    if (typeof value === "boolean") return Number(value);
    return typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
  }, z.number());
}

/** A UUID in any spelling that Python reads, normalised. */
export function id<Id extends string>() {
  const isId = (value: unknown): value is Id => typeof value === "string" && parseUuid(value) === value;
  return z
    .preprocess(
      normalizeUuid,
      z.custom<Id>(isId, { error: "value is not a valid uuid", params: { type: "type_error.uuid" } }),
    )
    .meta({ type: "string", format: "uuid" });
}

function normalizeUuid(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return parseUuid(value.replace(/^urn:uuid:/i, "").replace(/^\{(.*)\}$/, "$1")) ?? value;
}

const dictFault = { error: "value is not a valid dict", params: { type: "type_error.dict" } } as const;

/**
 * Marks a JSON object of which nothing may be lost (beside it `secret: true` for what must not be echoed in an error).
 * Call `.meta` with it last: the parser of bodies looks for it.
 */
export const losslessMeta = { lossless: true, type: "object" } as const;
export function jsonObject() {
  return z.custom<JsonObject>((value) => value instanceof Map, dictFault);
}

const pageShape = {
  limit: integer().nullish(),
  offset: integer()
    .pipe(z.number().min(0))
    .nullish()
    .transform((offset) => Math.min(offset ?? 0, 2 ** 31)),
};

/** The body of `/filter` and `/count`: unknown top-level keys are ignored, each filter is strict. */
export function filterBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape);
}

export function pagedFilterBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, ...pageShape });
}

/** `{ "any_": [...] }` */
export function anyOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ any_: z.array(item).nullish() }).nullish();
}

export const likeText = z.strictObject({ like_: text().nullish() }).nullish();

/** How conditions combine. */
export const operator = z
  .enum(["and_", "or_"])
  .optional()
  .transform((word) => (word === "or_" ? ("or" as const) : ("and" as const)));
