// What differs between two schemas of a type, for people who move a block from one to the other. Compiled forms are
// compared, not texts: the two dialects of Pydantic, the order of keywords, descriptions and examples make no difference.
import { fieldKindInWords, holdsSecret } from "@/lib/blocks/field-rows";
import type { FieldNode, FormTree, NodeBase } from "@/lib/forms/field-node";

export type SchemaChange = {
  readonly kind: "added" | "removed" | "changed";
  /** Keys from the document's root; a field of list items or dict values has the key of its list or dict before it. */
  readonly path: readonly string[];
  /** "Basic auth: Username". */
  readonly label: string;
  /** Sentences: what holds from now on. */
  readonly details: readonly string[];
  /** Whether the newer schema demands a value. */
  readonly isRequired: boolean;
};

type Definitions = FormTree["definitions"];
type Parent = {
  readonly path: readonly string[];
  readonly label: string;
  /** Of both trees: models that contain themselves. */
  readonly definitions: readonly [Definitions, Definitions];
};

/** All differences a person or a client can notice, in the order of the newer form; empty when only prose differs. */
export function compareSchemas(before: FormTree, after: FormTree): readonly SchemaChange[] {
  const definitions = [before.definitions, after.definitions] as const;
  return compareFields(before.fields, after.fields, { path: [], label: "", definitions });
}

function compareFields(
  before: readonly FieldNode[],
  after: readonly FieldNode[],
  parent: Parent,
): readonly SchemaChange[] {
  const old = new Map(before.map((node) => [node.key, node]));
  const keys = new Set(after.map((node) => node.key));
  return [
    ...after.flatMap((node) => {
      const previous = old.get(node.key);
      return previous ? compareNodes(previous, node, parent) : [added(node, parent)];
    }),
    ...before.filter(({ key }) => !keys.has(key)).map((node) => removed(node, parent)),
  ];
}

function added(node: FieldNode, parent: Parent): SchemaChange {
  const { defaultLabel } = node;
  const details = [
    `${holdsSecret(node) ? "Secret. " : ""}${fieldKindInWords(node)}.`,
    ...(node.required ? ["Required."] : []),
    ...(hasDefault(node) && defaultLabel !== undefined ? [`Default: ${defaultLabel}.`] : []),
  ];
  return { kind: "added", ...placeOf(node, parent), details, isRequired: node.required };
}

function removed(node: FieldNode, parent: Parent): SchemaChange {
  return { kind: "removed", ...placeOf(node, parent), details: [], isRequired: false };
}

function compareNodes(before: FieldNode, after: FieldNode, parent: Parent): readonly SchemaChange[] {
  const place = placeOf(after, parent);
  const [old, next] = [membersOf(before), membersOf(after)];
  const isSameShape = before.kind === after.kind && old !== undefined && next !== undefined;
  const details = [
    ...labelDetail(before, after),
    ...(isSameShape ? [] : valueDetails(before, after, parent)),
    ...ruleDetails(before, after),
  ];
  const own: readonly SchemaChange[] =
    details.length > 0 ? [{ kind: "changed", ...place, details, isRequired: after.required }] : [];
  return isSameShape ? [...own, ...compareFields(old, next, { ...parent, ...place })] : own;
}

function placeOf(node: FieldNode, { path, label }: Parent): Pick<SchemaChange, "path" | "label"> {
  return { path: [...path, node.key], label: label === "" ? node.label : `${label}: ${node.label}` };
}

/** The fields inside a group, or inside every row of a list or dict of groups. */
function membersOf(node: FieldNode): readonly FieldNode[] | undefined {
  if (node.kind === "group") return node.fields;
  if (node.kind === "list" && node.item.kind === "group") return node.item.fields;
  return node.kind === "dict" && node.value.kind === "group" ? node.value.fields : undefined;
}

function labelDetail(before: NodeBase, after: NodeBase): readonly string[] {
  return before.label === after.label ? [] : [`It was called ${before.label}.`];
}

function valueDetails(
  before: FieldNode,
  after: FieldNode,
  { definitions: [oldModels, nextModels] }: Parent,
): readonly string[] {
  // The words of a union are its titles: they alone are no other values.
  if (structureOf(before, oldModels) === structureOf(after, nextModels)) return [];
  const [wasSecret, isSecret] = [holdsSecret(before), holdsSecret(after)];
  const secrecy =
    wasSecret === isSecret
      ? []
      : [isSecret ? "Secret from now on." : "No longer secret; what is stored stays hidden."];
  const [old, next] = [before, after].map((node) => lowerFirst(fieldKindInWords(inOneLine(node))));
  if (old !== next) return [`Takes ${next} instead of ${old}.`, ...secrecy];
  return secrecy.length > 0 ? secrecy : [`Its rules for a value change${limitsInWords(after)}.`];
}

/** How many lines a text has is a look. */
function inOneLine(node: FieldNode): FieldNode {
  return node.kind === "text" || node.kind === "secret" ? { ...node, multiline: false } : node;
}

function ruleDetails(before: FieldNode, after: FieldNode): readonly string[] {
  const isFixed = before.kind === "const" || after.kind === "const";
  const required = after.required ? "Required from now on." : "No longer required.";
  return [
    ...(before.required === after.required || isFixed ? [] : [required]),
    ...(defaultOf(before) === defaultOf(after) ? [] : [defaultDetail(before, after)]),
  ];
}

function defaultDetail(before: NodeBase, after: NodeBase): string {
  if (!hasDefault(after)) return `No default any more (it was ${before.defaultLabel ?? "set"}).`;
  const next = after.defaultLabel ?? after.defaultJson ?? "";
  return hasDefault(before)
    ? `Default ${next} instead of ${before.defaultLabel ?? "another one"}.`
    : `Default: ${next}.`;
}

function hasDefault(node: NodeBase): boolean {
  return defaultOf(node) !== undefined;
}

/** Pydantic 2 writes the default null of an optional field, Pydantic 1 leaves it out. */
function defaultOf({ defaultJson }: NodeBase): string | undefined {
  return defaultJson === "null" ? undefined : defaultJson;
}

const limitWords = [
  ["minimum", "at least"],
  ["exclusiveMinimum", "more than"],
  ["maximum", "at most"],
  ["exclusiveMaximum", "less than"],
  ["minLength", "characters, at least"],
  ["maxLength", "characters, at most"],
] as const;

function limitsInWords(node: FieldNode): string {
  const limits = new Map<string, unknown>(Object.entries(node));
  const words = limitWords.flatMap(([name, word]) =>
    limits.has(name) ? `${word} ${String(limits.get(name))}` : [],
  );
  return words.length > 0 ? `: ${words.join(", ")}` : "";
}

/** What is prose, order or looks, or is told apart (label, required, default). */
const notStructure = new Set([
  ...["id", "label", "help", "hint", "example", "reason", "itemLabel", "entryLabel", "modelLabel"],
  ...["isAdvanced", "mono", "multiline", "required", "defaultJson", "defaultLabel"],
]);
/** Lists whose order says nothing about what is valid. */
const sets = new Set(["fields", "branches", "options", "blockTypeSlugs"]);

/** Equal texts: the same values are valid, and the same of them are secret. */
function structureOf(node: FieldNode, definitions: Definitions): string {
  return print(node, { definitions, entered: [], isMember: false });
}

type Printing = {
  readonly definitions: Definitions;
  /** Definitions around this place: one that comes back is told by how far out it stands, whatever its name. */
  readonly entered: readonly string[];
  /** Of a group inside the node: whether it is required, and its default, count too. */
  readonly isMember: boolean;
};

function print(value: unknown, printing: Printing): string {
  const inner = { ...printing, isMember: false };
  if (Array.isArray(value)) return `[${value.map((item) => print(item, inner)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const texts = Object.entries(value)
    .filter(([name, item]) => counts(name, item, printing.isMember))
    .map(([name, item]) => {
      if (name === "definition") return `${name}:${printDefinition(String(item), inner)}`;
      const isSet = sets.has(name) && Array.isArray(item);
      return `${name}:${isSet ? printSet(item, { ...inner, isMember: name === "fields" }) : print(item, inner)}`;
    });
  return `{${texts.sort().join()}}`;
}

function printSet(items: readonly unknown[], printing: Printing): string {
  return items
    .map((item) => print(item, printing))
    .sort()
    .join();
}

function printDefinition(name: string, printing: Printing): string {
  const { definitions, entered } = printing;
  const depth = entered.lastIndexOf(name);
  if (depth >= 0) return `^${entered.length - depth}`;
  return print(definitions?.[name], { ...printing, entered: [...entered, name] });
}

function counts(name: string, value: unknown, isMember: boolean): boolean {
  if (isMember && name === "required") return true;
  if (isMember && name === "defaultJson") return value !== "null";
  return !notStructure.has(name);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
