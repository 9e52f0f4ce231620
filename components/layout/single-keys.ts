"use client";

import { useSyncExternalStore } from "react";

// WCAG 2.1.4: whoever speaks to the computer types letters by accident and must be able to switch single keys off.
// Beside the theme the only thing kept in the browser.
const storageKey = "blockyard-single-keys";

function subscribe(onChange: () => void): () => void {
  window.addEventListener(storageKey, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(storageKey, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** True unless switched off in this browser. The script in the head of the page keeps the attribute. */
export function areSingleKeysOn(): boolean {
  return document.documentElement.dataset["singleKeys"] !== "off";
}

/** Whether single keys act, and the way to change it. */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
  return [isOn, setSingleKeys];
}

function setSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(storageKey, isOn ? "on" : "off");
  } catch {
    // Storage is forbidden: the choice holds for no page, which the switch shows.
  }
  window.dispatchEvent(new Event(storageKey));
}
