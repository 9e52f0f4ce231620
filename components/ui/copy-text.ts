"use client";

import { toast } from "@/components/ui/toast";

/** Puts a text into the clipboard and says so. */
export async function copyText(text: string, done: string): Promise<void> {
  toast((await write(text)) ? done : "Copying was refused by the browser. Select the text and copy it.");
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

/** The clipboard interface exists on https and loopback only; a server in the local network has neither. */
function writeBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
