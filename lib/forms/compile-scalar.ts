import { readableValue } from "@/lib/forms/default-label";
import type { EnumNode, FieldNode, NumberNode, TextNode } from "@/lib/forms/field-node";
import { nodeBase, unknownNode } from "@/lib/forms/node-base";
import { readPattern } from "@/lib/forms/patterns";
import type { Compilation, Place } from "@/lib/forms/place";
import type { ResolvedSchema } from "@/lib/forms/resolve-schema";
import { listOf, numberOf, textOf } from "@/lib/forms/schema-view";
import { isJsonNumber, type Json, type JsonObject, printJson } from "@/lib/json";

/** Keywords that restrict a value in a way that no control knows. */
const unknownKeywords = ["not", "if", "then", "else", "patternProperties", "dependentSchemas", "contains"];

/** A single value: text, number, boolean, choice, date, or anything at all. */
export function compileScalar({ schema }: ResolvedSchema, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const choices = choicesOf(schema);
  if (choices) return compileChoice(base, choices, place);
  const type = textOf(schema, "type") ?? impliedType(schema);
  switch (type) {
    case "string":
      return compileText(base, schema, place, compilation);
    case "integer":
    case "number":
      if (textOf(schema, "format") === "time-delta") return { ...base, kind: "duration" };
      return { ...base, kind: "number", integer: type === "integer", ...limitsOf(schema) };
    case "boolean":
      return { ...base, kind: "boolean" };
    case "null":
      return { ...base, kind: "const", json: "null" };
    case undefined:
      return compileAnything(base, schema, place, compilation);
    default:
      return unknownNode(base, schema, `There is no control for values of the type "${type}".`);
  }
}

type Base = ReturnType<typeof nodeBase>;

function choicesOf(schema: JsonObject): readonly Json[] | undefined {
  const fixed = schema.get("const");
  if (fixed !== undefined) return [fixed];
  // Null says "not set", which every field that is not required can be anyway.
  const choices = listOf(schema, "enum").filter((choice) => choice !== null);
  return choices.length > 0 ? choices : undefined;
}

function compileChoice(base: Base, choices: readonly Json[], { tellsApart }: Place): FieldNode {
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0) {
    return { ...base, kind: "const", json: printJson(only), ...(tellsApart && { tellsApart }) };
  }
  return { ...base, kind: "enum", options: choices.map(toOption) };
}

function toOption(choice: Json): EnumNode["options"][number] {
  return {
    json: printJson(choice),
    label: typeof choice === "string" && choice !== "" ? choice : readableValue(choice),
  };
}

function impliedType(schema: JsonObject): string | undefined {
  if (["minLength", "maxLength", "pattern", "format"].some((keyword) => schema.has(keyword))) return "string";
  const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  return limits.some((keyword) => schema.has(keyword)) ? "number" : undefined;
}

function compileText(base: Base, schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const format = textOf(schema, "format");
  if (format === "date" || format === "date-time" || format === "time") {
    return { ...base, kind: "datetime", format };
  }
  if (format === "duration") return { ...base, kind: "duration" };
  const overlay = place.key === "" ? undefined : compilation.overlays[place.path];
  const text: TextNode = {
    ...base,
    kind: "text",
    multiline: overlay?.multiline ?? base.defaultJson?.includes("\\n") ?? false,
    mono: overlay?.mono ?? isIdentifier(place.key, format),
  };
  const isChecked = format === "uuid" || format === "email" || format === "uri";
  return { ...text, ...textRulesOf(schema), ...(isChecked && { format }) };
}

const identifierFormats = [
  "path",
  "file-path",
  "directory-path",
  "uri",
  "email",
  "hostname",
  "uuid",
  "ipv4",
  "ipv6",
];
const identifierKey =
  /(^|_)(name|path|basepath|dir|file|image|url|uri|host|id|arn|key|namespace|repository|reference|region|user|username|account|project|bucket)$/;

function isIdentifier(key: string, format: string | undefined): boolean {
  return identifierFormats.includes(format ?? "") || identifierKey.test(key);
}

/** Limits of a text: of a value, or of the keys of a dict. */
export function textRulesOf(schema: JsonObject): Pick<TextNode, "minLength" | "maxLength" | "pattern"> {
  return { ...lengthsOf(schema), ...patternOf(schema) };
}

function lengthsOf(schema: JsonObject): Pick<TextNode, "minLength" | "maxLength"> {
  const minLength = numberOf(schema, "minLength");
  const maxLength = numberOf(schema, "maxLength");
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function patternOf(schema: JsonObject): Pick<TextNode, "pattern"> {
  const pattern = readPattern(textOf(schema, "pattern") ?? "");
  return pattern ? { pattern } : {};
}

function limitsOf(schema: JsonObject): Partial<NumberNode> {
  const names = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const;
  const step = schema.get("multipleOf");
  const limits = names.flatMap((name) => {
    const limit = numberOf(schema, name);
    return limit === undefined ? [] : [[name, limit]];
  });
  return { ...Object.fromEntries(limits), ...(isJsonNumber(step) && { multipleOf: step.number }) };
}

/** No type at all: any JSON value, unless the schema says something that nobody here understands. */
function compileAnything(base: Base, schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const unknown = unknownKeywords.find((keyword) => schema.has(keyword));
  if (unknown)
    return unknownNode(base, schema, `The schema uses "${unknown}", for which there is no control.`);
  return { ...base, kind: "json", language: compilation.overlays[place.path]?.language ?? "json" };
}
