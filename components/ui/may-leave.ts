"use client";

export const leaveEvent = "blockyard-leave";

/** To ask before a script leaves the page. False: the page keeps something unsaved and now asks the person itself. */
export function mayLeave(path: string): boolean {
  return window.dispatchEvent(new CustomEvent<string>(leaveEvent, { detail: path, cancelable: true }));
}
