import { z } from "zod";
import { type Answer, failure, invalidRequest } from "@/lib/api/errors";
import { missing, toRequestFaults } from "@/lib/api/faults";
import type { ApiRequest } from "@/lib/api/http";
import { decodeText, isJsonType, tooLarge } from "@/lib/api/read-body";
import { isJsonArray, isJsonNumber, isJsonObject, type Json } from "@/lib/json";
import { type JsonFault, readJson } from "@/lib/json-reader";
import { MASK } from "@/lib/secrets/secret";

/**
 * What a body must look like, an object or a list: a key of an object with `lossless` meta keeps its JSON, one with
 * `secret` meta is never echoed.
 */
export type BodyRule<Body> = {
  readonly schema: z.ZodType<Body>;
  /** Nothing and null are as good as an empty object. */
  readonly isOptional: boolean;
};

/** `echo`: what an error may show of the body. */
export type BodyReading<Body> =
  | { readonly ok: true; readonly body: Body; readonly echo: () => Json }
  | { readonly ok: false; readonly answer: Answer };

/** Recursion over a body must end before the stack does. */
const maxDepth = 500;
const notAnObject = { loc: ["body"], msg: "value is not a valid dict", type: "type_error.dict" };
const notAList = { loc: ["body"], msg: "value is not a valid list", type: "type_error.list" };

/** A reader of the bodies of one route: bytes, text, JSON, shape. Whatever is wrong becomes an answer. */
export function createBodyParser<Body>({
  schema,
  isOptional,
}: BodyRule<Body>): (request: ApiRequest) => Promise<BodyReading<Body>> {
  const lossless = keysWith(schema, "lossless");
  const secret = keysWith(schema, "secret");
  const hasSecrets = secret.size > 0;
  const wrongKind = schema instanceof z.ZodArray ? notAList : notAnObject;

  function validate(json: Json): BodyReading<Body> {
    const echo = () => (hasSecrets ? hideSecrets(json, schema, secret) : json);
    if (json === null && !isOptional) return refuse(invalidRequest([{ loc: ["body"], ...missing }], null));
    const result = schema.safeParse(json === null ? {} : toInput(json, lossless), { reportInput: true });
    if (result.success) return { ok: true, body: result.data, echo };
    return refuse(invalidRequest(toRequestFaults(result.error.issues, "body"), echo()));
  }

  function readText(text: string): BodyReading<Body> {
    const reading = readJson(text, maxDepth);
    return reading.ok ? validate(reading.value) : refuse(malformed(text, reading.fault, hasSecrets));
  }

  return async (request) => {
    const bytes = await request.readBody();
    if (bytes === "too large") return refuse(tooLarge);
    if (bytes.length === 0) return validate(null);
    const text = decodeText(bytes);
    if (text === undefined) return refuse(undecodable);
    if (!isJsonType(request.header("content-type"))) {
      return refuse(invalidRequest([wrongKind], hasSecrets ? null : text));
    }
    return readText(text);
  };
}

const undecodable = failure(400, "There was an error parsing the body");

function refuse(answer: Answer): { readonly ok: false; readonly answer: Answer } {
  return { ok: false, answer };
}

/** Ordinary values for validation, but for the keys that must lose nothing. */
function toInput(json: Json, lossless: ReadonlySet<string>): unknown {
  if (!isJsonObject(json) || lossless.size === 0) return toPlain(json);
  return Object.fromEntries([...json].map(([key, item]) => [key, lossless.has(key) ? item : toPlain(item)]));
}

function malformed(text: string, { position, reason, isTooDeep }: JsonFault, hasSecrets: boolean): Answer {
  if (isTooDeep) return failure(400, `The body is nested deeper than ${maxDepth} levels. Send it flatter.`);
  const lines = text.slice(0, position).split("\n");
  const [lineno, colno] = [lines.length, (lines.at(-1) ?? "").length + 1];
  const ctx = { msg: reason, ...(hasSecrets ? {} : { doc: text }), pos: position, lineno, colno };
  const msg = `${reason}: line ${lineno} column ${colno} (char ${position})`;
  const fault = { loc: ["body", position], msg, type: "value_error.jsondecode", ctx };
  return invalidRequest([fault], hasSecrets ? null : text);
}

/** Where secrets may be sent, only the values of keys that hold none are shown; a misspelt key may hold one. */
function hideSecrets(json: Json, schema: z.ZodType, secret: ReadonlySet<string>): Json {
  if (!isJsonObject(json)) return hideValues(json);
  const shape = shapeOf(schema);
  return new Map(
    [...json].map(([key, item]) => [
      key,
      Object.hasOwn(shape, key) && !secret.has(key) ? item : hideValues(item),
    ]),
  );
}

function hideValues(json: Json): Json {
  if (json === null) return null;
  if (isJsonArray(json)) return json.map(hideValues);
  if (isJsonObject(json)) return new Map([...json].map(([key, item]) => [key, hideValues(item)]));
  return MASK;
}

function shapeOf(schema: z.ZodType): z.ZodObject["shape"] {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function keysWith(schema: z.ZodType, meta: "lossless" | "secret"): ReadonlySet<string> {
  const keys = Object.entries(shapeOf(schema)).filter(
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
