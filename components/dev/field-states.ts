import { samples } from "@/components/dev/field-samples";
import type { Draft, SecretDraft } from "@/lib/forms/draft";
import { emptyDraft } from "@/lib/forms/empty-draft";
import type { FieldKind, FieldNode } from "@/lib/forms/field-node";

/** One field as it stands in some form. */
export type FieldState = {
  readonly state: string;
  readonly node: FieldNode;
  /** What the form was opened with. */
  readonly initial: Draft;
  /** What it holds now, where that is something else. */
  readonly current?: Draft;
  readonly error?: string;
  /** A stored block is edited: what differs is marked. */
  readonly isStored?: true;
  readonly direction?: "rtl";
};

const kept: SecretDraft = { action: "keep", text: "", isStored: true, changed: "3 May 2026" };
const mismatch: Draft = { mismatch: true, text: '{\n  "of": "another type"\n}' };

/** Every state in which a field of this kind can stand. */
export function fieldStates(kind: FieldKind): readonly FieldState[] {
  const { node, set, long, rightToLeft, defaults } = samples[kind];
  const unset = emptyDraft(node);
  const required: FieldNode = { ...node, required: true };
  const error = `${node.label} is wrong: the sentence says why and what to do, for example with a shorter value.`;
  return [
    { state: "Not set", node, initial: unset },
    { state: "Set", node, initial: set },
    { state: "Required, not set", node: required, initial: emptyDraft(required) },
    { state: "Required, set", node: required, initial: set },
    { state: "With a default", node: { ...node, ...defaults }, initial: unset },
    { state: "Not set, wrong", node: required, initial: emptyDraft(required), error },
    { state: "Set, wrong", node, initial: set, error },
    { state: "Changed", node, initial: unset, current: set, isStored: true },
    { state: "Does not match the schema", node, initial: mismatch, isStored: true },
    ...secretStates(node),
    ...textStates(node, set),
    ...(long === undefined ? [] : [{ state: "Long", node, initial: long }]),
    { state: "Long label and help", node: { ...node, label: longLabel, help: longHelp }, initial: set },
    ...(rightToLeft === undefined
      ? []
      : [{ state: "Right to left", node, initial: rightToLeft, direction: "rtl" as const }]),
  ];
}

const longLabel =
  "A title that somebody wrote without thinking of how wide a screen is, and then added a clause";
const longHelp =
  "A help text of several sentences. It names `code`, links to [the documentation](https://example.com) and goes on, because somebody had a lot to say about this field. It ends here.";

/** Any field may hold a secret: a value that is masked as a whole. */
function secretStates(node: FieldNode): readonly FieldState[] {
  if (node.kind === "const") return [];
  return [
    { state: "Secret, kept", node, initial: kept, isStored: true },
    {
      state: "Secret, kept, wrong",
      node,
      initial: kept,
      isStored: true,
      error: "Replace it: the key has expired.",
    },
    {
      state: "Secret, replaced",
      node,
      initial: kept,
      current: { ...kept, action: "replace", text: "a new value" },
      isStored: true,
    },
    { state: "Secret, cleared", node, initial: kept, current: { ...kept, action: "clear" }, isStored: true },
    { state: "Secret, copied", node, initial: { ...kept, copiedFrom: "s3/log-test" } },
  ];
}

/** What is more than one value can be edited as text. */
function textStates(node: FieldNode, set: Draft): readonly FieldState[] {
  if (!["list", "tuple", "dict", "group", "recursive", "union"].includes(node.kind)) return [];
  const text = '{\n  "as": "text"\n}';
  return [{ state: "As JSON", node, initial: { view: "json", text, opened: text, basis: set } }];
}
