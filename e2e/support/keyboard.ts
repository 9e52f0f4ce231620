import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    if (await hasFocus(target)) return;
  }
  await expect(target, "reached with Tab").toBeFocused();
}

async function hasFocus(target: Locator): Promise<boolean> {
  if ((await target.count()) !== 1) return false;
  return await target.evaluate((element) => element === document.activeElement);
}
