// Building blocks of request bodies. They coerce scalars as Prefect 2.20 does (the number 1 is the text "1") and leave
// the wording of faults to lib/api/faults.ts. `params.type` and `params.ctx` are what clients read beside the message.
// What stands in `.meta` describes a field to people and tools (lib/api/openapi); parsing does not look at it.
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
  return z
    .preprocess((value) => {
      if (typeof value === "number") return Math.trunc(value);
      if (typeof value === "boolean") return Number(value);
      return typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
    }, z.number())
    .meta({ type: "integer" });
}

/** The largest integer that every database has room for. */
export const largestInteger = 2_147_483_647;

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
/** Beside it, what the object holds is not echoed in an error. */
export const secretMeta = { ...losslessMeta, secret: true } as const;
export function jsonObject() {
  return z.custom<JsonObject>((value) => value instanceof Map, dictFault);
}

/** A slug or a name in a path. Another text is no fault: nothing has it. */
export function pathSlug(example: string) {
  return z.string().meta({ pattern: "^[a-z0-9-]+$", examples: [example] });
}

/** The id of something that exists, in an answer. */
export function wireId() {
  return z.string().meta({ format: "uuid" });
}

/** The time of a change, in an answer: with microseconds and offset. */
export function wireTime() {
  return z.string().meta({ format: "date-time" });
}

/** As many as one page may have; also how many it has unless a client says otherwise. */
export const maxLimit = 200;

const pageShape = {
  limit: integer().nullish().meta({
    minimum: 0,
    maximum: maxLimit,
    default: maxLimit,
    description: "How many to answer at most; `null` means the default.",
  }),
  offset: integer()
    .pipe(z.number().min(0))
    .nullish()
    .transform((offset) => Math.min(offset ?? 0, 2 ** 31))
    .meta({ minimum: 0, default: 0, description: "How many to skip; `null` means none." }),
};

/** The body of `/filter` and `/count`: unknown top-level keys are ignored, each filter is strict. */
export function filterBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape);
}

export function pagedFilterBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, ...pageShape });
}

/** How a list is sorted. Agents send null where they mean the default. */
export function sortWord<const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
) {
  return z
    .enum(words)
    .nullish()
    .transform((word) => word ?? fallback)
    .meta({ default: fallback });
}

/** `{ "any_": [...] }` */
export function anyOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ any_: z.array(item).nullish().meta(anyMeta) }).nullish();
}

export const anyMeta = { description: "One of these. An empty list matches nothing." } as const;
export const likeMeta = {
  description:
    "Contains this text, in upper or lower case. `%` stands for any characters and `_` for a single one.",
} as const;
export const likeText = z.strictObject({ like_: text().nullish().meta(likeMeta) }).nullish();

/** How conditions combine. */
export const operator = z
  .enum(["and_", "or_"])
  .optional()
  .transform((word) => (word === "or_" ? ("or" as const) : ("and" as const)))
  .meta({ default: "and_", description: "Whether all conditions of this filter must match, or any." });
