// The field table of a block type: the compiled form as rows, with the kind of each field in words.
import type { FieldNode, FormTree } from "@/lib/forms/field-node";

export type FieldRow = {
  /** Unique in the table. */
  readonly id: string;
  readonly label: string;
  /** The path of keys by which code and the API address the field: "env", "basic_auth.username". */
  readonly path: string;
  readonly help: string;
  /** "Text", "Whole number", "List: text". */
  readonly kind: string;
  /** Slugs of the block types that a reference takes. */
  readonly blockTypeSlugs: readonly string[];
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** The value itself is not secret, but something in it is. Members of a group are told by rows of their own. */
  readonly hasSecretParts: boolean;
  /** How the default reads; absent when there is none. */
  readonly defaultLabel?: string;
  /** 0 for fields of the block itself, 1 for members of a group, and so on. */
  readonly depth: number;
};

/** In the order of the form; members of a group follow it. */
export function listFieldRows(tree: FormTree): readonly FieldRow[] {
  return tree.fields.flatMap((node) => toRows(node, "", 0));
}

function toRows(node: FieldNode, parent: string, depth: number): readonly FieldRow[] {
  const key = node.kind === "dict" && node.besideKeys ? "*" : node.key;
  const path = parent === "" ? key : `${parent}.${key}`;
  const row: FieldRow = {
    id: node.id,
    label: node.label,
    path,
    help: node.help,
    kind: fieldKindInWords(node),
    blockTypeSlugs: node.kind === "reference" ? node.blockTypeSlugs : [],
    isRequired: node.required,
    isSecret: holdsSecret(node),
    hasSecretParts: node.kind !== "group" && !holdsSecret(node) && containsSecret(node),
    ...(node.defaultLabel !== undefined && { defaultLabel: node.defaultLabel }),
    depth,
  };
  const members = node.kind === "group" ? node.fields : [];
  return [row, ...members.flatMap((member) => toRows(member, path, depth + 1))];
}

/** Of the value itself: a group with a secret member is not one. */
export function holdsSecret(node: FieldNode): boolean {
  if (node.kind === "list") return holdsSecret(node.item);
  if (node.kind === "dict") return holdsSecret(node.value);
  if (node.kind === "union") return node.branches.some((branch) => holdsSecret(branch.node));
  return node.kind === "secret" || (node.kind === "json" && node.isSecret === true);
}

function containsSecret(node: FieldNode): boolean {
  return holdsSecret(node) || partsOf(node).some(containsSecret);
}

function partsOf(node: FieldNode): readonly FieldNode[] {
  switch (node.kind) {
    case "group":
      return node.fields;
    case "list":
      return [node.item];
    case "tuple":
      return node.items;
    case "dict":
      return [node.value];
    case "union":
      return node.branches.map((branch) => branch.node);
    default:
      return [];
  }
}

/** What a value of this field is, in words; that it is secret is told apart. */
export function fieldKindInWords(node: FieldNode): string {
  switch (node.kind) {
    case "text":
    case "secret":
      return node.multiline ? "Text of several lines" : "Text";
    case "number":
      return node.integer ? "Whole number" : "Number";
    case "boolean":
      return "On or off";
    case "enum":
      return `One of ${node.options.map((option) => option.label).join(", ")}`;
    case "const":
      return `Always ${labelOfJson(node.json)}`;
    case "datetime":
      return { date: "Date", "date-time": "Date and time", time: "Time" }[node.format];
    case "duration":
      return "Length of time";
    case "tuple":
      return `List of ${node.items.length}: ${node.items.map((item) => lowerFirst(fieldKindInWords(item))).join(", ")}`;
    case "recursive":
      return `${node.modelLabel}, nested`;
    case "list":
      return `List: ${lowerFirst(fieldKindInWords(node.item))}`;
    case "dict":
      return `Keys and values: ${lowerFirst(fieldKindInWords(node.value))}`;
    case "union":
      return orList(node.branches.map((branch) => branch.label || fieldKindInWords(branch.node)));
    case "reference":
      return "Block";
    case "group":
      return "Group of fields";
    case "json":
      return kindOfJson(node.language, node.expects);
  }
}

function kindOfJson(language: "json" | "yaml", expects: "object" | "array" | undefined): string {
  const name = language === "yaml" ? "YAML or JSON" : "JSON";
  if (expects === "array") return `List as ${name}`;
  return expects === "object" ? `Object as ${name}` : name;
}

function labelOfJson(json: string): string {
  return json.startsWith('"') ? json.slice(1, -1) : json;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function orList(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const [first = "", ...rest] = unique;
  const last = rest.pop();
  const start = [first, ...rest.map(lowerFirst)].join(", ");
  return last === undefined ? start : `${start} or ${lowerFirst(last)}`;
}
