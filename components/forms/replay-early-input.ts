"use client";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What a person typed before the scripts were there stands in the page, but not in the form's state: the first render
 * would wipe it out. Tells React of it as if it were typed now.
 */
export function replayEarlyInput(form: HTMLFormElement): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement) replayInput(element);
    else if (element instanceof HTMLTextAreaElement) retype(element, element.defaultValue);
    else if (element instanceof HTMLSelectElement) retype(element, defaultOption(element));
  }
}

function replayInput(input: HTMLInputElement): void {
  if (input.type === "checkbox" || input.type === "radio") replayChoice(input);
  else if (input.type !== "file") retype(input, input.defaultValue);
}

function replayChoice(input: HTMLInputElement): void {
  const { checked, defaultChecked } = input;
  if (checked === defaultChecked || (input.type === "radio" && !checked)) return;
  // React listens to clicks, and a click turns the choice: so it is turned back first.
  input.checked = defaultChecked;
  input.click();
}

function defaultOption(select: HTMLSelectElement): string {
  return [...select.options].find((option) => option.defaultSelected)?.value ?? select.value;
}

/** React compares with the value that it last saw through the element's own setter: that one gets the old value. */
function retype(control: Control, before: string): void {
  const typed = control.value;
  if (typed === before) return;
  control.value = before;
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set;
  setter?.call(control, typed);
  const type = control instanceof HTMLSelectElement ? "change" : "input";
  control.dispatchEvent(new Event(type, { bubbles: true }));
}
