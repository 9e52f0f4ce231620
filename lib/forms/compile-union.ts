import { readableValue } from "@/lib/forms/default-label";
import type { EnumNode, FieldNode, NumberNode, TextNode, UnionNode } from "@/lib/forms/field-node";
import { labelFromModel } from "@/lib/forms/labels";
import { nodeBase } from "@/lib/forms/node-base";
import { matchesPattern } from "@/lib/forms/patterns";
import { branchPlace, type Compilation, type Place } from "@/lib/forms/place";
import { resolveSchema } from "@/lib/forms/resolve-schema";
import { listOf, objectOf, textOf, textsOf, without } from "@/lib/forms/schema-view";
import { isJsonObject, type Json, type JsonObject, parseJson } from "@/lib/json";

const unionKeywords = ["anyOf", "oneOf"] as const;

/** The alternatives of a schema without null; none when it is no union. `type: ["string", "integer"]` is one too. */
export function unionOptions(schema: JsonObject): readonly JsonObject[] {
  const options = unionKeywords.flatMap((keyword) => listOf(schema, keyword).filter(isJsonObject));
  const types = textsOf(schema, "type");
  const shared = without(schema, "title", "description", "default");
  const all = types.length > 0 ? types.map((type) => new Map([...shared, ["type", type]])) : options;
  return all.filter((option) => !isNull(option)).flatMap(flatten);
}

/** A union inside a union offers its alternatives directly. */
function flatten(option: JsonObject): readonly JsonObject[] {
  const inner = option.has("$ref") || option.has("title") ? [] : unionOptions(option);
  return inner.length > 0 ? inner : [option];
}

const noValue: JsonObject = new Map<string, Json>([
  ["const", null],
  ["title", "No value"],
]);

/** As `unionOptions`, with null where a person must be able to say it: leaving the field out would mean something else. */
export function optionsAt(schema: JsonObject, place: Place): readonly JsonObject[] {
  const options = unionOptions(schema);
  if (!isNullable(schema) || place.key === "") return options;
  const isMeant = schema.has("default") ? schema.get("default") !== null : place.required;
  if (!isMeant) return options;
  // Keywords beside the alternatives (a pattern, limits) hold for all of them.
  const own = without(schema, ...annotationsOf, ...unionKeywords);
  const others = options.length > 0 ? options : [new Map([...own, ["enum", choicesBut(schema)]])];
  return [...others, noValue];
}

const annotationsOf = ["title", "description", "default", "example", "examples", "position", "discriminator"];

function choicesBut(schema: JsonObject): Json {
  return listOf(schema, "enum").filter((choice) => choice !== null);
}

function isNullable(schema: JsonObject): boolean {
  const options = unionKeywords.flatMap((keyword) => listOf(schema, keyword).filter(isJsonObject));
  const choices = listOf(schema, "enum");
  const isPartOfEnum = choices.length > 1 && choices.includes(null);
  return options.some(isNull) || textsOf(schema, "type").includes("null") || isPartOfEnum;
}

function isNull(option: JsonObject): boolean {
  const type = textOf(option, "type");
  return type === "null" || (option.has("const") && option.get("const") === null);
}

/** Several ways to fill in a field. What turns out to be the same control is offered once; one way is no choice. */
export function compileUnion(
  schema: JsonObject,
  options: readonly JsonObject[],
  place: Place,
  compilation: Compilation,
): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const own = without(schema, ...unionKeywords, "type", "discriminator");
  const [only, ...others] = options;
  if (only && others.length === 0) {
    return compilation.compile(new Map([...own, ["allOf", [without(only, "title", "description")]]]), place);
  }
  const tag = textOf(objectOf(schema, "discriminator") ?? new Map(), "propertyName");
  const compiled = options.flatMap((option, index): readonly Branch[] => {
    const node = withTag(compilation.compile(option, branchPlace(place, index)), tag);
    if (isBlockChoice(node)) {
      return node.branches.map(({ node: inner, label, hint }) => ({
        node: inner,
        words: { label, hint },
        index,
      }));
    }
    return [{ node, words: wordsOf(option, compilation), index }];
  });
  const branches = mergeBranches(compiled);
  const [first] = branches;
  if (first && branches.length === 1) return { ...first.node, ...base };
  const overlay = compilation.overlays[place.path]?.branches;
  const labels = distinctLabels(branches);
  return {
    ...base,
    kind: "union",
    branches: branches.map(({ node, words, index }, at) => {
      const own = { label: labels[at] ?? "", hint: words.hint };
      const { label, hint } = overlay?.[index] ?? own;
      return { label, hint, node: { ...node, label } };
    }),
  };
}

/** What a choice is called; two of the same name say what is in them, else which one they are. */
function distinctLabels(branches: readonly Branch[]): readonly string[] {
  const short = branches.map(({ node, words }) => words.label ?? defaultLabels[node.kind]);
  const isTwice = (labels: readonly string[], at: number) =>
    labels.filter((label) => label === labels[at]).length > 1;
  const long = branches.map(({ node, words }, at) =>
    isTwice(short, at) && words.label === undefined ? labelWithContent(node) : (short[at] ?? ""),
  );
  return long.map((label, at) =>
    isTwice(long, at)
      ? `${label} (${long.slice(0, at + 1).filter((other) => other === label).length})`
      : label,
  );
}

function labelWithContent(node: FieldNode): string {
  const inner = node.kind === "list" ? node.item : node.kind === "dict" ? node.value : undefined;
  return inner
    ? `${defaultLabels[node.kind]}: ${labelWithContent(inner).toLowerCase()}`
    : defaultLabels[node.kind];
}

/** The property that tells the models of a choice apart has to be filled in, whatever its default. */
function withTag(node: FieldNode, tag: string | undefined): FieldNode {
  if (node.kind !== "group" || tag === undefined) return node;
  const fields = node.fields.map((field) =>
    field.key === tag && field.kind === "enum" ? { ...field, required: true } : field,
  );
  return { ...node, fields };
}

/** A block is a choice itself: saved, or written out. Among several blocks all that are saved are one choice. */
function isBlockChoice(node: FieldNode): node is UnionNode {
  return node.kind === "union" && node.branches[0]?.node.kind === "reference";
}

type Branch = {
  readonly node: FieldNode;
  readonly words: { readonly label: string | undefined; readonly hint: string };
  readonly index: number;
};

function mergeBranches(branches: readonly Branch[]): readonly Branch[] {
  const merged: Branch[] = [];
  for (const branch of branches) {
    const position = merged.findIndex((earlier) => mergeNodes(earlier.node, branch.node));
    const earlier = merged[position];
    const node = earlier && mergeNodes(earlier.node, branch.node);
    if (earlier && node) merged[position] = { ...earlier, node, words: sharedWords(earlier, branch) };
    else merged.push(branch);
  }
  return merged;
}

/** A name that fits only one of two merged branches fits neither. */
function sharedWords(a: Branch, b: Branch): Branch["words"] {
  return a.words.label === b.words.label ? a.words : { label: undefined, hint: a.words.hint };
}

/** One node for two branches that are the same control; undefined when they are not. */
function mergeNodes(a: FieldNode, b: FieldNode): FieldNode | undefined {
  if (a.kind === "number") return mergeWithNumber(a, b);
  if (a.kind === "text" && b.kind === "text") return mergeTexts(a, b);
  if (a.kind === "reference" && b.kind === "reference") {
    return { ...a, blockTypeSlugs: [...new Set([...a.blockTypeSlugs, ...b.blockTypeSlugs])] };
  }
  const [first, second] = [choicesOf(a), choicesOf(b)];
  if (first && second) return { ...a, kind: "enum", options: uniqueChoices([...first, ...second]) };
  const isPlain = ["boolean", "secret", "json", "duration"].includes(a.kind);
  return isPlain && a.kind === b.kind ? a : undefined;
}

function mergeWithNumber(a: NumberNode, b: FieldNode): FieldNode | undefined {
  if (b.kind === "number") return mergeNumbers(a, b);
  return b.kind === "text" ? mergeDecimal(a, b) : undefined;
}

function choicesOf(node: FieldNode): EnumNode["options"] | undefined {
  if (node.kind === "enum") return node.options;
  return node.kind === "const"
    ? [{ json: node.json, label: readableValue(parseJson(node.json)) }]
    : undefined;
}

function uniqueChoices(choices: EnumNode["options"]): EnumNode["options"] {
  return [...new Map(choices.map((choice) => [choice.json, choice])).values()];
}

function mergeTexts(a: TextNode, b: TextNode): TextNode {
  const { minLength: _min, maxLength: _max, pattern: _pattern, format: _format, ...free } = a;
  return { ...free, multiline: a.multiline || b.multiline, mono: a.mono || b.mono };
}

function mergeNumbers(a: NumberNode, b: NumberNode): NumberNode {
  const { minimum: _a, maximum: _b, exclusiveMinimum: _c, exclusiveMaximum: _d, multipleOf: _e, ...free } = a;
  return { ...free, integer: a.integer && b.integer };
}

/** Pydantic's decimal: a number, or a text that reads like one. */
function mergeDecimal(number: NumberNode, { pattern }: TextNode): NumberNode | undefined {
  const isDecimal =
    pattern !== undefined &&
    ["1.5", "-2", "+3"].every((text) => matchesPattern(pattern, text)) &&
    !matchesPattern(pattern, "a");
  return isDecimal ? { ...number, asText: true } : undefined;
}

function wordsOf(option: JsonObject, compilation: Compilation): Branch["words"] {
  const { schema, modelTitle } = resolveSchema(option, compilation);
  const title = textOf(schema, "title");
  const label = title ?? (modelTitle === undefined ? undefined : labelFromModel(modelTitle));
  return { label, hint: textOf(schema, "description") ?? "" };
}

const defaultLabels: Readonly<Record<FieldNode["kind"], string>> = {
  text: "Text",
  secret: "Secret",
  number: "Number",
  boolean: "On or off",
  enum: "From a list",
  const: "Fixed value",
  datetime: "Date and time",
  duration: "Length of time",
  list: "List",
  tuple: "Fixed list",
  dict: "Keys and values",
  union: "Other",
  reference: "Saved block",
  group: "Fields",
  recursive: "Fields",
  json: "JSON",
};
