import type { Page } from "@playwright/test";

/** Waits until the scripts of the page listen: what is pressed before is not heard. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.getElementById("main");
    return main !== null && Object.keys(main).some((key) => key.startsWith("__react"));
  });
  // Listeners are added in effects, after the next paint.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
