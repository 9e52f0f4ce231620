"use client";

import type { FieldValues, UseFormReturn } from "react-hook-form";
import { blockTitles } from "@/components/forms/block-titles";
import { focusField } from "@/components/forms/focus-field";
import type { References } from "@/components/forms/form-contract";
import { announce } from "@/components/ui/toast";
import type { Draft, FormDraft, TextLanguage } from "@/lib/forms/draft";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { settleField, settleViews, wholeName } from "@/lib/forms/settle-views";
import { loadTextParsers } from "@/lib/forms/text-parsers";
import { openView, openWhole } from "@/lib/forms/text-view";
import type { ViewContext } from "@/lib/forms/view-json";

export type FormViewName = "form" | TextLanguage;

type Switching = {
  readonly form: UseFormReturn<FieldValues>;
  readonly tree: FormTree;
  readonly references: References;
  readonly idPrefix: string;
};
type Fault = { readonly name: string; readonly message: string };

/** Shows a field, or the whole form, in another view. A text with a fault stays, and says what is wrong. */
export async function switchView(
  switching: Switching,
  name: string,
  node: FieldNode | null,
  to: FormViewName,
): Promise<boolean> {
  const { form, references } = switching;
  const parsers = await loadTextParsers([form.getValues(), { view: to }]);
  const context = { parsers, blocks: blockTitles(references) };
  const faults = node ? switchField(switching, name, node, to, context) : switchWhole(switching, to, context);
  if (faults.length > 0) return refuse(switching, faults);
  form.clearErrors(node ? name : undefined);
  announce(`Shown as ${to === "form" ? "form" : to.toUpperCase()}.`);
  return true;
}

/** Text views inside become drafts again first. Returns what stands in the way. */
function switchField(
  { form }: Switching,
  name: string,
  node: FieldNode,
  to: FormViewName,
  context: ViewContext,
): readonly Fault[] {
  const at = { name, path: [], label: node.label };
  const before = form.getValues(name) as Draft; // a position of the form holds the draft of its node
  const { draft, faults } = settleField(node, before, at, context);
  if (faults.length > 0) return faults;
  if (to === "form") {
    form.setValue(name, draft);
    return [];
  }
  const opened = openView(node, draft, to, at, context);
  if (!opened.ok) return [opened.unshowable];
  form.setValue(name, opened.value);
  return [];
}

function switchWhole({ form, tree }: Switching, to: FormViewName, context: ViewContext): readonly Fault[] {
  const before = form.getValues() as FormDraft; // the default values are a FormDraft, and fields keep their shapes
  const { draft, faults } = settleViews(tree, before, context);
  if (faults.length > 0) return faults;
  const opened = to === "form" ? undefined : openWhole(tree, draft.f, to, context);
  if (opened && !opened.ok) return [opened.unshowable];
  for (const [index, part] of draft.f.entries()) {
    if (part !== before.f[index]) form.setValue(`f.${index}`, part);
  }
  form.setValue(wholeName, opened ? opened.value : null);
  return [];
}

/** Messages at their controls, and the focus where the first one is. */
function refuse({ form, idPrefix }: Switching, faults: readonly Fault[]): false {
  const messages = Map.groupBy(faults, (fault) => fault.name);
  for (const [name, found] of messages) {
    form.setError(name, { type: "check", message: found.map(({ message }) => message).join("\n") });
  }
  const [first] = faults;
  // The last one: a form in a dialog lies above the others.
  const element = [...document.querySelectorAll<HTMLElement>("form[data-block-form]")].at(-1);
  if (!first || !element) return false;
  // After the messages are there: they move what stands below them.
  requestAnimationFrame(() => {
    focusField(element, idPrefix, first.name);
    selectLine(`${idPrefix}${first.name.replaceAll(".", "-")}-text`, first.message);
  });
  return false;
}

/** Puts the cursor where the fault is. */
function selectLine(id: string, message: string): void {
  const area = document.getElementById(id);
  const [, line, column] = /Line (\d+), column (\d+)/.exec(message) ?? [];
  if (!(area instanceof HTMLTextAreaElement) || line === undefined) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, Number(line) - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const at = start + Number(column) - 1;
  area.setSelectionRange(at, at);
  const lineHeight = area.scrollHeight / Math.max(1, lines.length);
  area.scrollTop = Math.max(0, (Number(line) - 3) * lineHeight);
}
