import type { Page } from "@playwright/test";
import type { Step } from "./type-examples/type-example.ts";

/** Fills one field through its own control, by its label, as a person would. */
export async function fillField(page: Page, step: Step): Promise<void> {
  const main = page.getByRole("main");
  if ("fill" in step) {
    const control = main.getByLabel(step.fill, { exact: true }).and(page.locator("input, textarea"));
    if (step.with.includes("\n") && (await control.evaluate((element) => element.tagName)) === "INPUT") {
      await main.getByRole("button", { name: "Several lines", description: step.fill }).click();
    }
    await control.fill(step.with);
  } else if ("select" in step) {
    await main.getByLabel(step.select, { exact: true }).selectOption({ label: step.option });
  } else if ("toggle" in step) {
    await main.getByRole("switch", { name: step.toggle, exact: true }).click();
  } else if ("rows" in step) {
    const group = main.getByRole("group", { name: step.rows, exact: true });
    for (const [index, value] of step.values.entries()) {
      await group.getByRole("button", { name: step.add }).click();
      await group.getByRole("textbox").nth(index).fill(value);
    }
  } else if ("pairs" in step) {
    const group = main.getByRole("group", { name: step.pairs, exact: true });
    for (const [index, [key, value]] of step.values.entries()) {
      await group.getByRole("button", { name: step.add }).click();
      const name = group.getByLabel(`Key ${index + 1}`, { exact: true });
      await name.fill(key);
      // By keyboard, since a hidden input may take the place of the value's: a mouse is never as quick as this test.
      await name.press("Tab");
      await group.getByLabel(`Value of ${key}`, { exact: true }).fill(value);
    }
  } else if ("choose" in step) {
    const group = main.getByRole("radiogroup", { name: step.choose, exact: true });
    await group.getByRole("radio", { name: step.option }).check();
    await main.getByRole("textbox", { name: new RegExp(`^${step.choose}`) }).fill(step.with);
  } else {
    const group = main.getByRole("group", { name: step.pick, exact: true });
    await group.getByRole("button").first().click();
    await page.getByRole("option", { name: step.block }).click();
  }
}

/** Opens every closed group of the form, e.g. "Advanced". */
export async function openGroups(page: Page): Promise<void> {
  const closed = page.locator("form details:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
}
