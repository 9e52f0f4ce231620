"use client";

const focusable = ["input", "select", "textarea", "button", "[tabindex='0']"]
  .map((selector) => `${selector}:not([tabindex='-1'], [type=hidden], :disabled)`)
  .join(", ");

/** Puts the focus on the control at a position, opening what it is folded into. False when there is none. */
export function focusField(form: HTMLElement, idPrefix: string, name: string): boolean {
  // A row may be gone, or shown as JSON text: then the field around it.
  for (
    let position = name;
    position !== "";
    position = position.slice(0, Math.max(0, position.lastIndexOf(".")))
  ) {
    const target =
      document.getElementById(`${idPrefix}${position.replaceAll(".", "-")}`) ??
      form.querySelector<HTMLElement>(`[data-field="${position}"]`);
    if (!target) continue;
    target.closest("details")?.setAttribute("open", "");
    const control = target.matches(focusable) ? target : firstControl(target);
    if (!control) continue;
    control.focus();
    control.closest("[data-field]")?.scrollIntoView({ block: "nearest" });
    return true;
  }
  return false;
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
