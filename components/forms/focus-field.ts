"use client";

const focusable = ["input", "select", "textarea", "button", "[tabindex='0']"]
  .map((selector) => `${selector}:not([tabindex='-1'], [type=hidden], :disabled)`)
  .join(", ");

/** Puts the focus on the control at a position, opening what it is folded into. False when there is none. */
export function focusField(form: HTMLElement, idPrefix: string, name: string): boolean {
  const target = revealField(form, idPrefix, name);
  if (!target) return false;
  const control = target.matches(focusable) ? target : firstControl(target);
  control?.focus();
  control?.closest("[data-field]")?.scrollIntoView({ block: "nearest" });
  return control !== null;
}

/** Opens what the field at a position is folded into. */
export function revealField(form: HTMLElement, idPrefix: string, name: string): HTMLElement | undefined {
  const target = findField(form, idPrefix, name);
  target?.closest("details")?.setAttribute("open", "");
  return target;
}

/** The control or field at a position; a row may be gone, or shown as JSON text: then the field around it. */
function findField(form: HTMLElement, idPrefix: string, name: string): HTMLElement | undefined {
  const found =
    document.getElementById(`${idPrefix}${name.replaceAll(".", "-")}`) ??
    form.querySelector<HTMLElement>(`[data-field="${name}"]`);
  if (found) return found;
  const end = name.lastIndexOf(".");
  return end < 0 ? undefined : findField(form, idPrefix, name.slice(0, end));
}

/** What is wrong, else what sets the field, else its first input: the buttons in the label line come last. */
function firstControl(field: HTMLElement): HTMLElement | null {
  return (
    field.querySelector<HTMLElement>("[aria-invalid=true]") ??
    field.querySelector<HTMLElement>("[data-focus]") ??
    field.querySelector<HTMLElement>("input:not([tabindex='-1'], [type=radio]), textarea, select") ??
    field.querySelector<HTMLElement>(focusable)
  );
}
