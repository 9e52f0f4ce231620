import { expect, type Page } from "@playwright/test";

/** Lets the page read and write the clipboard. */
export async function allowClipboard(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
}

export async function readClipboard(page: Page): Promise<string> {
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** Waits until the clipboard holds this text. */
export async function expectClipboard(page: Page, text: string): Promise<void> {
  await expect.poll(async () => await readClipboard(page)).toBe(text);
}

/** Pastes a text where the focus is, as Ctrl V does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(async (value) => await navigator.clipboard.writeText(value), text);
  await page.keyboard.press("ControlOrMeta+V");
}
