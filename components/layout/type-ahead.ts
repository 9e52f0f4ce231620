"use client";

type TypedAhead = { readonly text: string; readonly isEntered: boolean };
const nothing: TypedAhead = { text: "", isEntered: false };

// The jump box is loaded when it opens for the first time. Whoever types on at once means the jump box, not the page.
let waiting: TypedAhead | null = null;

/** From now on keys belong to a box that is about to appear. */
export function startTypeAhead(): void {
  waiting = nothing;
}

/** True when the key press was kept for the box. Escape gives up waiting. */
export function keepTypeAhead(event: KeyboardEvent): boolean {
  if (waiting === null || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { text } = waiting;
  if (event.key === "Escape") waiting = null;
  else if (event.key === "Enter") waiting = { text, isEntered: true };
  else if (event.key === "Backspace") waiting = { text: text.slice(0, -1), isEntered: false };
  else if (event.key.length === 1) waiting = { text: text + event.key, isEntered: false };
  else return false;
  event.preventDefault();
  return true;
}

/** What was typed until the box had the focus. */
export function takeTypeAhead(): TypedAhead {
  const typed = waiting ?? nothing;
  waiting = null;
  return typed;
}
