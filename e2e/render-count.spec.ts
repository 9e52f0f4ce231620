import type { Locator, Page } from "@playwright/test";
import { openGroups } from "./support/fill-form.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { countRenders, takeRenders } from "./support/renders.ts";

/** Types a letter again and again; the first may change what stands around the field ("Set", "Changed"), no other may. */
async function expectOwnRendersOnly(page: Page, control: Locator): Promise<void> {
  await control.focus();
  const field = await control.evaluate(
    (element) => element.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? "none",
  );
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  // What opened or moved before is watched by the outline beside the form, which follows a moment later.
  await expect.poll(async () => Object.keys(await takeRenders(page)), { intervals: [300] }).toEqual([]);
  for (const key of ["2", "3", "4"]) {
    await page.keyboard.type(key);
    const renders = await takeRenders(page);
    const others = Object.entries(renders).filter(
      ([name]) => name !== field && !name.startsWith(`${field}.`),
    );
    expect(Object.fromEntries(others), `${field}: what else rendered`).toEqual({});
    const own = Object.values(renders).reduce((sum, count) => sum + count, 0);
    expect(own, `${field}: it did render`).toBeGreaterThan(0);
    expect(own, `${field}: components that rendered`).toBeLessThanOrEqual(30);
  }
}

test("a key press renders its own field only: a new Kubernetes job", async ({ page }) => {
  const form = formPage(page);
  await countRenders(page);
  await page.goto("/blocks/catalog/kubernetes-job/create");
  await form.name.fill("a-job");
  // The first render of all fields is counted, else the test sees nothing.
  expect(Object.keys(await takeRenders(page)).length).toBeGreaterThan(10);
  await openGroups(page);

  await expectOwnRendersOnly(page, form.name);
  await expectOwnRendersOnly(page, form.text("Image"));
  await expectOwnRendersOnly(page, form.text("Namespace"));
  await expectOwnRendersOnly(page, page.getByLabel("Finished Job TTL", { exact: false }).first());
  await expectOwnRendersOnly(page, form.text("Service Account Name"));
  await form.field("Command").getByRole("button", { name: "Add argument" }).click();
  await expectOwnRendersOnly(page, form.text("Argument 1"));
  await form.field("Environment").getByRole("button", { name: "Add variable" }).click();
  await expectOwnRendersOnly(page, page.getByLabel("Key 1", { exact: true }).first());
});

test("a key press renders its own field only: a stored Kubernetes job, whose changes are marked", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  const { id } = await api.createBlock("kubernetes-job", "job", {
    image: "a:1",
    namespace: "etl",
    command: ["a"],
  });
  await countRenders(page);
  await page.goto(`/blocks/block/${id}/edit`);
  await expectOwnRendersOnly(page, form.text("Image"));
  await expectOwnRendersOnly(page, form.text("Namespace"));
  await expectOwnRendersOnly(page, form.text("Argument 1"));
});
