// The compiled form: a tree of plain JSON nodes, made by compile.ts from a block schema, rendered by components/fields,
// validated by validate.ts. It crosses from server to browser, so it holds no functions, Maps or Secrets.

/** What every node has. */
export type NodeBase = {
  /** Property name in the document. For list items, dict values and union branches: "". */
  readonly key: string;
  /**
   * Unique in its tree and stable: keys joined with "/" from the root (JSON pointer escaping, no white space), `~item`,
   * `~value` and `~branch0` for what has no key. Rows of a list share their node, so a control is named by its position.
   */
  readonly id: string;
  /** The schema's title verbatim, else the key with spaces and capitals. */
  readonly label: string;
  /** Our help text (overlay) or the schema's description as plain text with `code` and [links](…) only; "" for none. */
  readonly help: string;
  readonly required: boolean;
  /** The schema's default as JSON text; absent when it has none. */
  readonly defaultJson?: string;
  /** How the default reads to a person, e.g. "60", "On", "no limit"; absent when there is none. */
  readonly defaultLabel?: string;
  /** An example value as text, shown as placeholder. */
  readonly example?: string;
  /** Shown under "Advanced", closed at first. */
  readonly isAdvanced: boolean;
};

export type TextNode = NodeBase & {
  readonly kind: "text";
  readonly multiline: boolean;
  /** Identifier-like values (names, paths, images) are set in mono. */
  readonly mono: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMAScript source of a regular expression that a value must match somewhere. */
  readonly pattern?: string;
  readonly format?: "uuid" | "email" | "uri";
};
export type SecretNode = NodeBase & {
  readonly kind: "secret";
  readonly multiline: boolean;
  /** The value behind it is a number, and stored as one. */
  readonly isNumber?: true;
};
export type NumberNode = NodeBase & {
  readonly kind: "number";
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** A decimal as the schema writes it: the value is a multiple of it. */
  readonly multipleOf?: string;
  /** A decimal number: stored as a text, which keeps all of its digits in every client. */
  readonly asText?: true;
};
export type BooleanNode = NodeBase & { readonly kind: "boolean" };
export type EnumNode = NodeBase & {
  readonly kind: "enum";
  /** `json` is the value as JSON text; `label` how it reads. */
  readonly options: readonly { readonly json: string; readonly label: string }[];
};
/**
 * Only one value is allowed: nothing to choose, nothing shown. Stored when it is required and has no default, and when it
 * tells one model of a choice from the others.
 */
export type ConstNode = NodeBase & {
  readonly kind: "const";
  readonly json: string;
  readonly tellsApart?: true;
};
export type DateTimeNode = NodeBase & {
  readonly kind: "datetime";
  readonly format: "date" | "date-time" | "time";
};
/** A length of time: ISO 8601 (`PT1H30M`), `[days ]HH:MM:SS`, or seconds. */
export type DurationNode = NodeBase & { readonly kind: "duration" };
export type ListNode = NodeBase & {
  readonly kind: "list";
  readonly item: FieldNode;
  readonly itemLabel: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** A set: no item stands twice. */
  readonly isUnique?: true;
};
/** A list in which every place has a meaning of its own. The first items are required, those at its end may be left out. */
export type TupleNode = NodeBase & { readonly kind: "tuple"; readonly items: readonly FieldNode[] };
export type DictNode = NodeBase & {
  readonly kind: "dict";
  /** Every value, e.g. text (env), json (free object), secret (secret dict). */
  readonly value: FieldNode;
  /** "variable", "header", "label": what one row is called. */
  readonly entryLabel: string;
  /** Whatever reads like a credential in it is secret, by what the catalogue knows of the type: nobody need mark it. */
  readonly hidesCredentials?: true;
  readonly minEntries?: number;
  readonly maxEntries?: number;
  readonly keys?: KeyRules;
  /**
   * The entries stand in the object around it, beside its fields: everything in it that has none of these keys. Such a
   * node is the last field of its group and has the key "".
   */
  readonly besideKeys?: readonly string[];
};
/** What the keys of a dict have to look like. */
export type KeyRules = Pick<TextNode, "minLength" | "maxLength" | "pattern"> & {
  /** The keys that are allowed. */
  readonly options?: readonly string[];
};
export type UnionNode = NodeBase & {
  readonly kind: "union";
  /** `label` in user words ("Size with unit"), `hint` one line ("Text such as 512m or 2g"). */
  readonly branches: readonly { readonly label: string; readonly hint: string; readonly node: FieldNode }[];
};
export type ReferenceNode = NodeBase & {
  readonly kind: "reference";
  /** All block types that the field takes. */
  readonly blockTypeSlugs: readonly string[];
};
/**
 * A model inside itself: what stands here is described by `FormTree.definitions[definition]`, found with `unfold`. Its
 * draft is null while nothing is set, so that an empty form ends.
 */
export type RecursiveNode = NodeBase & {
  readonly kind: "recursive";
  readonly definition: string;
  /** What the model is called, in words: "Tree node". */
  readonly modelLabel: string;
};
export type GroupNode = NodeBase & { readonly kind: "group"; readonly fields: readonly FieldNode[] };
/** Free-form by nature (`reason` absent), or a construct that the compiler does not know (`reason` says which). */
export type JsonNode = NodeBase & {
  readonly kind: "json";
  readonly language: "json" | "yaml";
  /** The JSON type that the value must have, where the schema says so. */
  readonly expects?: "object" | "array";
  readonly reason?: string;
  /** A short value of a free object: words that are no JSON are taken as text (`abc` is "abc", `5` a number). */
  readonly acceptsText?: true;
  /** The value is secret as a whole: once stored it is not shown again. */
  readonly isSecret?: true;
};

export type FieldNode =
  | TextNode
  | SecretNode
  | NumberNode
  | BooleanNode
  | EnumNode
  | ConstNode
  | DateTimeNode
  | DurationNode
  | ListNode
  | TupleNode
  | DictNode
  | UnionNode
  | ReferenceNode
  | GroupNode
  | RecursiveNode
  | JsonNode;

export type FieldKind = FieldNode["kind"];
export type NodeOf<K extends FieldKind> = Extract<FieldNode, { kind: K }>;

/** Top-level fields in the order in which they are shown: required and common ones, then advanced ones. */
export type FormTree = {
  readonly fields: readonly FieldNode[];
  /** Models that contain themselves, by the name that recursive nodes give. Absent when there are none. */
  readonly definitions?: Readonly<Record<string, FieldNode>>;
};
