"use client";

/** What a key press asks for; undefined when it is none of ours, or is meant for what has the focus. */
export type ShortcutAction = "jump" | "search" | "new" | "help";

const singleKeys: Readonly<Record<string, ShortcutAction>> = { "/": "search", n: "new", "?": "help" };

/** The action of a key press anywhere on a page. */
export function shortcutOf(event: KeyboardEvent, areSingleKeysOn: boolean): ShortcutAction | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat) return undefined;
  if (isLayerOpen()) return undefined;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)
    return event.key.toLowerCase() === "k" ? "jump" : undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (!areSingleKeysOn || isTyping(event.target)) return undefined;
  return singleKeys[event.key];
}

/** A dialog, menu or picker has the keyboard. */
function isLayerOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

const typingTypes = new Set([
  "button",
  "checkbox",
  "radio",
  "submit",
  "reset",
  "file",
  "image",
  "range",
  "color",
]);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !typingTypes.has(target.type);
  return target.isContentEditable || target.matches("textarea, select, [role='textbox'], [role='combobox']");
}
