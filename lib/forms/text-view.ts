import { type ApplyContext, applyFields, applyView, type ViewFault } from "@/lib/forms/apply-view";
import type { Draft, OpenText, TextLanguage, TextViewDraft } from "@/lib/forms/draft";
import type { Position } from "@/lib/forms/field-issue";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { containsMask } from "@/lib/forms/json-edit";
import { locateInJson, type ParsedText, type TextPath, type TextPlace } from "@/lib/forms/json-text";
import { printYaml } from "@/lib/forms/print-yaml";
import { parseEditorText } from "@/lib/forms/text-parsers";
import { isUnshowable, type Unshowable, type ViewContext, viewFields, viewJson } from "@/lib/forms/view-json";
import { isJsonObject, type Json, printJsonPretty } from "@/lib/json";

/** A fault in a text: the message names line and column. */
export type TextFault = TextPlace & { readonly message: string };
export type Settled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly TextFault[] };
export type Opened<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Unshowable);

/** A field as text. Text views inside it have to be settled before. */
export function openView(
  node: FieldNode,
  basis: Draft,
  language: TextLanguage,
  at: Position,
  context: ViewContext,
): Opened<TextViewDraft> {
  return tryToShow(() => ({ ...openText(viewJson(node, basis, at, context), language), basis }));
}

/** All fields as one text. */
export function openWhole(
  tree: FormTree,
  drafts: readonly Draft[],
  language: TextLanguage,
  context: ViewContext,
): Opened<OpenText> {
  return tryToShow(() => openText(viewFields(tree.fields, drafts, undefined, context), language));
}

/** The draft that a text stands for; where it stands for none, every fault that can be named. */
export function settleView(
  node: FieldNode,
  draft: TextViewDraft,
  at: Position,
  context: ViewContext,
): Settled<Draft> {
  if (draft.text === draft.opened) return { ok: true, value: draft.basis };
  return settle(draft, at.path.length, context, viewJson(node, draft.basis, at, context), (json, apply) =>
    applyView(node, draft.basis, json, at, apply),
  );
}

export function settleWhole(
  tree: FormTree,
  drafts: readonly Draft[],
  whole: OpenText,
  context: ViewContext,
): Settled<readonly Draft[]> {
  if (whole.text === whole.opened) return { ok: true, value: drafts };
  const before = viewFields(tree.fields, drafts, undefined, context);
  return settle(whole, 0, context, before, (json = new Map(), apply) => {
    if (isJsonObject(json)) return applyFields(tree.fields, drafts, json, undefined, apply);
    apply.fault({ path: [], message: 'Write the fields with their keys, for example {"key": "value"}.' });
    return drafts;
  });
}

/** Finds where in a text a part of its value stands. */
export function createLocator(
  { view, text }: OpenText,
  { parsers }: ViewContext,
): (path: TextPath) => TextPlace {
  if (view === "json") return (path) => locateInJson(text, path);
  return parsers.createYamlLocator?.(text) ?? (() => ({ line: 1, column: 1 }));
}

export function textFaultMessage({ line, column, message }: TextFault): string {
  return `Line ${line}, column ${column}: ${message}`;
}

function openText(json: Json | undefined, language: TextLanguage): OpenText {
  const text = printText(json, language);
  return { view: language, text, opened: text };
}

function printText(json: Json | undefined, language: TextLanguage): string {
  if (json === undefined) return "";
  return language === "yaml" ? printYaml(json) : printJsonPretty(json);
}

function tryToShow<T>(show: () => T): Opened<T> {
  try {
    return { ok: true, value: show() };
  } catch (error) {
    if (!isUnshowable(error)) throw error;
    return { ok: false, unshowable: error.unshowable };
  }
}

/** `depth`: how long the path of the view itself is, for faults are named from the root of the form. */
function settle<T>(
  text: OpenText,
  depth: number,
  context: ViewContext,
  before: Json | undefined,
  apply: (json: Json | undefined, context: ApplyContext) => T,
): Settled<T> {
  const parsed = parse(text, context);
  if (!parsed.ok) return { ok: false, faults: [parsed] };
  const faults: ViewFault[] = [];
  const value = apply(parsed.value, {
    ...context,
    hidesSomething: before !== undefined && containsMask(before),
    fault: (fault) => faults.push(fault),
  });
  if (faults.length === 0) return { ok: true, value };
  const locate = createLocator(text, context);
  const placed = faults.map(({ path, message }) => ({ ...locate(path.slice(depth)), message }));
  return { ok: false, faults: placed.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** An empty text says nothing: not set. */
function parse(
  { view, text }: OpenText,
  { parsers }: ViewContext,
): Exclude<ParsedText, { ok: true }> | { readonly ok: true; readonly value: Json | undefined } {
  if (text.trim() === "") return { ok: true, value: undefined };
  return parseEditorText({}, { text, language: view }, parsers);
}
