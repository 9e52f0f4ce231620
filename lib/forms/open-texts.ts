import type { Draft, FormDraft, OpenText } from "@/lib/forms/draft";

// What a form has to know of its text views before the code that reads them is loaded.

/** Whether something is edited as text. */
export function hasOpenText(form: FormDraft): boolean {
  // In JSON only a key can look like this: quotes inside a text are escaped.
  return JSON.stringify(form).includes('"opened":');
}

/** The form without the texts that nobody has changed: looking at a value as text changes nothing. */
export function withoutUneditedTexts({ name, f, whole }: FormDraft): FormDraft {
  const closed = { name, f: f.map(closeUnedited) };
  return whole && isEdited(whole) ? { ...closed, whole } : closed;
}

/** One draft without the texts in it that nobody has changed. */
export function closeUnedited(draft: Draft): Draft {
  return close(draft) as Draft; // what is closed gives way to the draft that it was opened from
}

/** The control that stands for the one at `name`: the text in which it lies, where it is edited as text. */
export function shownName(form: FormDraft, name: string): string {
  if (form.whole && name !== "name") return "whole";
  const steps = name.split(".");
  let value: unknown = form;
  for (const [index, step] of steps.entries()) {
    if (typeof value !== "object" || value === null) return name;
    if ("basis" in value) return steps.slice(0, index).join(".");
    value = new Map(Object.entries(value)).get(step);
  }
  return name;
}

function close(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(close);
  if ("basis" in value && "opened" in value && "text" in value && value.text === value.opened) {
    return close(value.basis);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, close(part)]));
}

function isEdited({ text, opened }: OpenText): boolean {
  return text !== opened;
}
