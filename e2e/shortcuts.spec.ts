import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { listPage } from "./support/list-page.ts";
import { untilReady } from "./support/ready.ts";

test.describe("keyboard shortcuts", () => {
  test.beforeEach(async ({ api }) => {
    await api.createBlock("string", "greeting", { value: "hello" });
    await api.createBlock("s3", "reports", { bucket_path: "reports" });
  });

  test("/ goes to the search of the page, or opens the jump box where there is none", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks?q=rep");
    await untilReady(page);
    await list.expectNames(["reports"]);
    await page.keyboard.press("/");
    await expect(list.search).toBeFocused();
    await page.keyboard.type("greet");
    await list.expectNames(["greeting"]);

    await page.goto("/blocks/catalog");
    await untilReady(page);
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search block types" })).toBeFocused();

    await page.goto("/blocks/catalog/s3");
    await untilReady(page);
    await page.keyboard.press("/");
    await expect(page.getByRole("combobox", { name: /^Search blocks, types/ })).toBeFocused();
  });

  test("n opens the catalogue", async ({ page }) => {
    await page.goto("/blocks/catalog/s3");
    await untilReady(page);
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
    await expect(page.getByRole("heading", { level: 1, name: "Choose a block" })).toBeVisible();
  });

  test("? lists them, Escape closes the list and gives the focus back", async ({ page }) => {
    await page.goto("/blocks");
    await untilReady(page);
    await page.getByRole("link", { name: "greeting" }).focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    for (const text of ["Go to the search field", "New block", "Show this list", "Save the form"]) {
      await expect(dialog.getByText(text, { exact: true })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("link", { name: "greeting" })).toBeFocused();
  });

  test("Ctrl K finds blocks, types and pages, and Enter goes there", async ({ page }) => {
    await page.goto("/blocks");
    await untilReady(page);
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search or jump to" });
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("docker");
    await expect(dialog.getByRole("option", { name: "Docker Container docker-container" })).toBeVisible();
    await expect(dialog.getByRole("option", { name: "Docker Registry docker-registry" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);

    await page.keyboard.press("Control+k");
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("greet");
    await expect(dialog.getByRole("option")).toHaveText([/^greeting/]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "greeting" })).toBeVisible();

    // Also from within an input.
    await page.goto("/blocks");
    await untilReady(page);
    await listPage(page).search.focus();
    await page.keyboard.press("Control+k");
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("nothing-is-called-so");
    await expect(dialog.getByRole("status")).toContainText("Nothing is called");
  });

  test("Ctrl Enter saves the form from within a field", async ({ page, api }) => {
    await page.goto("/blocks/catalog/string/create");
    await untilReady(page);
    await page.getByLabel("Block name").fill("by-key");
    await formPage(page).text("Value").fill("v");
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect((await api.readBlock("string", "by-key"))?.data).toEqual({ value: "v" });
  });

  test("Escape leaves a form in which nothing is typed, and no other", async ({ page }) => {
    await page.goto("/blocks/catalog");
    await untilReady(page);
    await page.getByRole("link", { name: "Add String" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeEnabled();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
    await page.getByRole("link", { name: "Add String" }).click();
    await page.getByLabel("Block name").fill("typed");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Search or jump to" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/blocks\/catalog\/string\/create$/);
    await expect(page.getByLabel("Block name")).toHaveValue("typed");
  });

  test("single keys are letters while one types, and act in no menu or dialog", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks");
    await untilReady(page);
    await list.search.focus();
    await page.keyboard.type("n/?");
    await expect(list.search).toHaveValue("n/?");
    await expect(page).toHaveURL(/\/blocks\?q=n%2F%3F$/);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await page.goto("/blocks");
    await untilReady(page);
    await list.row("greeting").getByRole("button", { name: "Actions for greeting" }).click();
    await page.keyboard.press("?");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await page.goto("/blocks/catalog/docker-container/create");
    await untilReady(page);
    await formPage(page).text("Image").focus();
    await page.keyboard.type("n/?");
    await expect(formPage(page).text("Image")).toHaveValue("n/?");
  });

  test("single keys can be switched off, which a reload keeps; keys with Ctrl go on", async ({ page }) => {
    await page.goto("/blocks");
    await untilReady(page);
    const isHintShown = async () => await page.locator("kbd", { hasText: "N" }).first().isVisible();
    expect(await isHintShown()).toBe(true);
    await page.keyboard.press("?");
    const toggle = page.getByRole("switch", { name: "Single-key shortcuts" });
    await toggle.click();
    await expect(toggle).not.toBeChecked();
    await page.keyboard.press("Escape");

    await page.reload();
    await untilReady(page);
    expect(await isHintShown()).toBe(false);
    for (const key of ["n", "/", "?"]) await page.keyboard.press(key);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveCount(1);
    await expect(page.getByRole("dialog", { name: "Search or jump to" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/blocks$/);

    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await toggle.click();
    await expect(toggle).toBeChecked();
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
  });
});
