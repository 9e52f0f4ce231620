import { z } from "zod";
import { type Answer, failure, invalidRequest } from "@/lib/api/errors";
import { missing, toRequestFaults } from "@/lib/api/faults";
import type { ApiRequest } from "@/lib/api/http";
import { locateJsonFault } from "@/lib/api/json-fault";
import { decodeText, isJsonType, tooLarge } from "@/lib/api/read-body";
import { isJsonArray, isJsonNumber, isJsonObject, type Json, parseJson } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

/** What a body must look like: a key with `lossless` meta keeps its JSON, one with `secret` meta is never echoed. */
export type BodyRule<Body> = {
  readonly schema: z.ZodObject & z.ZodType<Body>;
  /** Nothing and null are as good as an empty object. */
  readonly isOptional: boolean;
};

/** `echo`: what an error may show of the body. */
export type BodyReading<Body> =
  | { readonly ok: true; readonly body: Body; readonly echo: () => Json }
  | { readonly ok: false; readonly answer: Answer };

const maxDepth = 500;
const notAnObject = { loc: ["body"], msg: "value is not a valid dict", type: "type_error.dict" };

/** Reads a request's body: bytes, text, JSON, shape. Whatever is wrong becomes an answer. */
export async function parseBody<Body>(request: ApiRequest, rule: BodyRule<Body>): Promise<BodyReading<Body>> {
  const bytes = await request.readBody();
  if (bytes === "too large") return refuse(tooLarge);
  if (bytes.length === 0) return validate({ value: null, echo: () => null }, rule);
  const text = decodeText(bytes);
  if (text === undefined) return refuse(failure(400, "There was an error parsing the body"));
  if (!isJsonType(request.header("content-type"))) {
    return refuse(invalidRequest([notAnObject], hasKeys(rule, "secret") ? null : text));
  }
  if (isNestedTooDeep(text)) {
    return refuse(failure(400, `The body is nested deeper than ${maxDepth} levels. Send it flatter.`));
  }
  const parsed = parseText(text, rule);
  return parsed ? validate(parsed, rule) : refuse(malformed(text, rule));
}

function refuse(answer: Answer): { readonly ok: false; readonly answer: Answer } {
  return { ok: false, answer };
}

type ParsedText = { readonly value: unknown; readonly echo: () => Json };

/** Parsing without loss costs ten times as much, so it is done only where something could get lost. */
function parseText<Body>(text: string, rule: BodyRule<Body>): ParsedText | undefined {
  const lossless = keysWith(rule.schema, "lossless");
  try {
    if (lossless.size === 0) return { value: JSON.parse(text), echo: () => parseJson(text) };
    const json = parseJson(text);
    if (!isJsonObject(json)) return { value: toPlain(json), echo: () => hideValues(json) };
    const entries = [...json].map(([key, item]) => [key, lossless.has(key) ? item : toPlain(item)]);
    return {
      value: Object.fromEntries(entries),
      echo: () => (hasKeys(rule, "secret") ? hideSecrets(json, rule.schema) : json),
    };
  } catch {
    return undefined;
  }
}

function validate<Body>({ value, echo }: ParsedText, rule: BodyRule<Body>): BodyReading<Body> {
  if (value === null && !rule.isOptional)
    return refuse(invalidRequest([{ loc: ["body"], ...missing }], null));
  const result = rule.schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return { ok: true, body: result.data, echo };
  return refuse(invalidRequest(toRequestFaults(result.error.issues, "body"), echo()));
}

function malformed<Body>(text: string, rule: BodyRule<Body>): Answer {
  const { position, reason } = locateJsonFault(text);
  const lines = text.slice(0, position).split("\n");
  const [lineno, colno] = [lines.length, (lines.at(-1) ?? "").length + 1];
  const isSecret = hasKeys(rule, "secret");
  const ctx = { msg: reason, ...(isSecret ? {} : { doc: text }), pos: position, lineno, colno };
  const msg = `${reason}: line ${lineno} column ${colno} (char ${position})`;
  const fault = { loc: ["body", position], msg, type: "value_error.jsondecode", ctx };
  return invalidRequest([fault], isSecret ? null : text);
}

/** Where secrets may be sent, only the values of keys that hold none are shown; a misspelt key may hold one. */
function hideSecrets(json: ReadonlyMap<string, Json>, schema: z.ZodObject): Json {
  const secret = keysWith(schema, "secret");
  return new Map(
    [...json].map(([key, item]) => [key, key in schema.shape && !secret.has(key) ? item : hideValues(item)]),
  );
}

function hideValues(json: Json): Json {
  if (json === null) return null;
  if (isJsonArray(json)) return json.map(hideValues);
  if (isJsonObject(json)) return new Map([...json].map(([key, item]) => [key, hideValues(item)]));
  return MASK;
}

function hasKeys<Body>(rule: BodyRule<Body>, meta: "lossless" | "secret"): boolean {
  return keysWith(rule.schema, meta).size > 0;
}

function keysWith(schema: z.ZodObject, meta: "lossless" | "secret"): ReadonlySet<string> {
  const keys = Object.entries(schema.shape).filter(
    ([, field]) => field instanceof z.ZodType && field.meta()?.[meta] === true,
  );
  return new Set(keys.map(([key]) => key));
}

function toPlain(json: Json): unknown {
  if (isJsonNumber(json)) return Number(json.number);
  if (isJsonArray(json)) return json.map(toPlain);
  if (isJsonObject(json)) return Object.fromEntries([...json].map(([key, item]) => [key, toPlain(item)]));
  return json;
}

/** Recursion over a body must end before the stack does. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= maxDepth; at++) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at);
    if (character === "{" || character === "[") depth++;
    if (character === "}" || character === "]") depth--;
  }
  return depth > maxDepth;
}

/** The position of the closing quote. */
function endOfText(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
