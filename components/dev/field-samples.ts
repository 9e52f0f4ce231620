import type { Draft, DraftByKind } from "@/lib/forms/draft";
import type { FieldKind, FieldNode, NodeBase, NodeOf, TextNode } from "@/lib/forms/field-node";

/** A field of one kind, and what it may hold. */
type KindSample<K extends FieldKind> = {
  readonly node: NodeOf<K>;
  readonly set: DraftByKind[K] | Draft;
  /** A value that does not fit a line or a screen. */
  readonly long?: Draft;
  /** A value in a script that runs from right to left. */
  readonly rightToLeft?: Draft;
  readonly defaults: Pick<NodeBase, "defaultJson" | "defaultLabel">;
};

const base: NodeBase = {
  key: "sample",
  id: "sample",
  label: "Sample",
  help: "What the field is for, in a sentence with `code`.",
  required: false,
  isAdvanced: false,
};
const inner = (label: string): NodeBase => ({ ...base, key: "", id: `sample/${label}`, label, help: "" });
const text: TextNode = {
  ...base,
  kind: "text",
  multiline: false,
  mono: true,
  example: "my-bucket/a-directory",
};
const item: TextNode = { ...text, ...inner("Argument") };
const words = "a-name-without-any-place-to-break-it".repeat(8);
const arabic = "تقرير المبيعات";
const user: FieldNode = { ...text, ...inner("User"), key: "user" };
const token: FieldNode = { ...inner("Token"), key: "token", kind: "secret", multiline: false };
const secret = (value: string): Draft => ({ action: "replace", text: value, isStored: false });
const rowsOf = (values: readonly Draft[]) => ({ rows: values.map((value) => ({ from: null, value })) });
const entriesOf = (entries: readonly (readonly [string, Draft])[]) => ({
  rows: entries.map(([key, value]) => ({ from: null, key, value })),
});

/** The model of which the recursive sample is made. */
export const definitions: Readonly<Record<string, FieldNode>> = {
  TreeNode: {
    ...base,
    kind: "group",
    fields: [
      { ...text, ...inner("Name"), key: "name" },
      { ...inner("Child"), key: "child", kind: "recursive", definition: "TreeNode", modelLabel: "Tree node" },
    ],
  },
};

/** One sample for each kind of field: a kind without one does not compile. */
export const samples: { readonly [K in FieldKind]: KindSample<K> } = {
  text: {
    node: text,
    set: "my-bucket/exports",
    long: `${words}\nA second line.`,
    rightToLeft: arabic,
    defaults: { defaultJson: '"latest"', defaultLabel: "latest" },
  },
  secret: {
    node: { ...base, kind: "secret", multiline: false },
    set: secret("typed"),
    long: secret("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n"),
    rightToLeft: secret(arabic),
    defaults: { defaultLabel: "the machine's own" },
  },
  number: {
    node: { ...base, kind: "number", integer: true, minimum: 1, maximum: 65535 },
    set: "8080",
    long: "1".repeat(60),
    defaults: { defaultJson: "60", defaultLabel: "60" },
  },
  boolean: {
    node: { ...base, kind: "boolean" },
    set: true,
    defaults: { defaultJson: "false", defaultLabel: "Off" },
  },
  enum: {
    node: {
      ...base,
      kind: "enum",
      options: [
        { json: '"always"', label: "Always" },
        { json: '"never"', label: "Never" },
      ],
    },
    set: '"never"',
    long: `"${words}"`,
    defaults: { defaultJson: '"always"', defaultLabel: "Always" },
  },
  const: {
    node: { ...base, kind: "const", json: '"docker-container"' },
    set: null,
    defaults: { defaultJson: '"docker-container"', defaultLabel: "docker-container" },
  },
  datetime: {
    node: { ...base, kind: "datetime", format: "date-time" },
    set: "2026-05-03T12:30:00+02:00",
    defaults: { defaultJson: '"2026-01-01T00:00:00Z"', defaultLabel: "1 January 2026" },
  },
  duration: {
    node: { ...base, kind: "duration" },
    set: "PT1H30M",
    defaults: { defaultJson: '"PT60S"', defaultLabel: "1 minute" },
  },
  list: {
    node: { ...base, kind: "list", item, itemLabel: "argument" },
    set: rowsOf(["python", "-m"]),
    long: rowsOf([words, ...Array.from({ length: 8 }, (_, index) => `item ${index + 2}`)]),
    rightToLeft: rowsOf([arabic]),
    defaults: { defaultLabel: "none" },
  },
  tuple: {
    node: {
      ...base,
      kind: "tuple",
      items: [
        { ...text, ...inner("Host") },
        { ...inner("Port"), kind: "number", integer: true },
      ],
    },
    set: rowsOf(["example.com", "443"]),
    long: rowsOf([words, "443"]),
    defaults: { defaultLabel: "none" },
  },
  dict: {
    node: { ...base, kind: "dict", value: { ...item, ...inner("Value") }, entryLabel: "variable" },
    set: entriesOf([
      ["LOG_LEVEL", "DEBUG"],
      ["EMPTY", ""],
    ]),
    long: entriesOf([[words, words]]),
    rightToLeft: entriesOf([["NAME", arabic]]),
    defaults: { defaultLabel: "none" },
  },
  union: {
    node: {
      ...base,
      kind: "union",
      branches: [
        {
          label: "Bytes",
          hint: "A plain number",
          node: { ...inner("Bytes"), kind: "number", integer: true },
        },
        { label: "Size with unit", hint: "Text such as 512m or 2g", node: { ...text, ...inner("Size") } },
      ],
    },
    set: { branch: 1, drafts: ["", "512m"] },
    long: { branch: 1, drafts: ["", words] },
    defaults: { defaultLabel: "no limit" },
  },
  reference: {
    node: { ...base, kind: "reference", blockTypeSlugs: ["s3", "gcs"] },
    set: { documentId: "a" },
    long: { documentId: "b" },
    defaults: { defaultLabel: "none" },
  },
  group: {
    node: { ...base, kind: "group", fields: [user, token] },
    set: { isSet: true, f: ["ada", secret("typed")] },
    long: { isSet: true, f: [words, secret("typed")] },
    rightToLeft: { isSet: true, f: [arabic, secret("")] },
    defaults: { defaultLabel: "none" },
  },
  recursive: {
    node: { ...base, kind: "recursive", definition: "TreeNode", modelLabel: "Tree node" },
    set: { isSet: true, f: ["root", { isSet: true, f: ["leaf", null] }] },
    defaults: { defaultLabel: "none" },
  },
  json: {
    node: { ...base, kind: "json", language: "yaml", expects: "object" },
    set: { text: "apiVersion: v1\nkind: Config\n", language: "yaml" },
    long: {
      text: Array.from({ length: 30 }, (_, index) => `key${index}: ${words}`).join("\n"),
      language: "yaml",
    },
    rightToLeft: { text: `name: ${arabic}\n`, language: "yaml" },
    defaults: { defaultLabel: "none" },
  },
};
