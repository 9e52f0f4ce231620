import { referenceTo } from "./support/blocks.ts";
import { allowClipboard, expectClipboard } from "./support/clipboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { findLeaks } from "./support/leaks.ts";
import { listPage } from "./support/list-page.ts";
import { recordTraffic } from "./support/traffic.ts";

test.describe("the menu of a row", () => {
  test("copies the name, and the line that loads the block", async ({ page, api }) => {
    await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    const list = listPage(page);
    await allowClipboard(page);
    await page.goto("/blocks");
    await list.choose("log-test", "Copy name");
    await expectClipboard(page, "log-test");
    await expect(page.getByRole("status").filter({ hasText: "Copied log-test" })).toBeVisible();
    await list.choose("log-test", "Copy load line");
    await expectClipboard(page, 'Block.load("s3/log-test")');
  });

  test("opens by keyboard, moves by arrows, and Escape gives the focus back", async ({ page, api }) => {
    await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    const list = listPage(page);
    await page.goto("/blocks");
    const button = list.row("log-test").getByRole("button", { name: "Actions for log-test" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Copy load line" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test("edit opens the form of the block", async ({ page, api }) => {
    const { id } = await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    await page.goto("/blocks");
    await listPage(page).choose("log-test", "Edit");
    await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}/edit$`));
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs");
  });

  test("duplicate fills the plain values, copies the secrets on the server and sends none to the page", async ({
    page,
    api,
  }) => {
    const data = {
      bucket_path: "logs/inner",
      aws_access_key_id: "kanarie-duplicate-id",
      aws_secret_access_key: "kanarie-duplicate-key",
    };
    await api.createBlock("s3", "log-test", data);
    const traffic = recordTraffic(page);
    await page.goto("/blocks");
    await listPage(page).choose("log-test", "Duplicate");
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/inner");
    await expect(page.getByText(/copied from s3\/log-test/i)).toHaveCount(2);
    await expect(page.getByLabel("Block name")).not.toHaveValue("log-test");
    await page.getByLabel("Block name").fill("log-copy");
    await page.getByLabel("Bucket Path").fill("logs/copy");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect((await api.readBlock("s3", "log-copy"))?.data).toEqual({ ...data, bucket_path: "logs/copy" });
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(data);
    expect(findLeaks(await traffic(), "kanarie")).toEqual([]);
  });

  test("a duplicate may replace one secret and leave another out", async ({ page, api }) => {
    await api.createBlock("s3", "log-test", {
      bucket_path: "logs",
      aws_access_key_id: "first-id",
      aws_secret_access_key: "first-key",
    });
    await page.goto("/blocks");
    await listPage(page).choose("log-test", "Duplicate");
    await page.getByLabel("Block name").fill("log-copy");
    await page
      .getByRole("group", { name: "AWS Access Key ID" })
      .getByRole("button", { name: "Clear" })
      .click();
    await page
      .getByRole("group", { name: "AWS Secret Access Key" })
      .getByRole("button", { name: "Replace" })
      .click();
    await page.getByRole("textbox", { name: "AWS Secret Access Key" }).fill("second-key");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect((await api.readBlock("s3", "log-copy"))?.data).toEqual({
      bucket_path: "logs",
      aws_secret_access_key: "second-key",
    });
  });

  test("delete asks, Cancel keeps the block, and the answer removes it", async ({ page, api }) => {
    await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    await api.createBlock("string", "other", { value: "v" });
    const list = listPage(page);
    const dialog = page.getByRole("dialog");
    await page.goto("/blocks");
    await list.choose("log-test", "Delete…");
    await expect(dialog).toContainText("Delete log-test?");
    await expect(dialog).toContainText("No other block uses it.");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await api.readBlock("s3", "log-test")).toBeDefined();
    await list.choose("log-test", "Delete…");
    await dialog.getByRole("button", { name: "Delete block" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Deleted log-test" })).toBeVisible();
    await list.expectNames(["other"]);
    expect(await api.readBlock("s3", "log-test")).toBeUndefined();
  });

  test("deleting a block in use names what loses a value", async ({ page, api }) => {
    const registry = await api.createBlock("docker-registry", "ghcr", {
      username: "robot",
      password: "pw",
      registry_url: "ghcr.io",
    });
    await api.createBlock("docker-container", "etl-runner", {
      image: "example/image:1",
      image_registry: referenceTo(registry),
    });
    const list = listPage(page);
    const dialog = page.getByRole("dialog");
    await page.goto("/blocks");
    await list.choose("ghcr", "Delete…");
    await expect(dialog).toContainText("1 block uses it");
    await expect(dialog.getByRole("listitem")).toHaveText([/etl-runner.*Docker Container.*image_registry/]);
    await dialog.getByRole("button", { name: "Delete block" }).click();
    await list.expectNames(["etl-runner"]);
    expect((await api.readBlock("docker-container", "etl-runner"))?.data).toEqual({
      image: "example/image:1",
    });
  });
});

test.describe("deleting several blocks", () => {
  test.beforeEach(async ({ api }) => {
    for (const name of ["one", "two", "three", "four"]) await api.createBlock("string", name, { value: "v" });
  });

  test("deletes the selected ones and no other", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks");
    await list.select("one", "three", "four");
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("3 selected");
    await page.getByRole("checkbox", { name: "Select four", exact: true }).uncheck();
    await bar.getByRole("button", { name: "Delete 2 blocks…" }).click();
    await expect(page.getByRole("dialog")).toContainText("Delete 2 blocks?");
    await page.getByRole("dialog").getByRole("button", { name: "Delete 2 blocks" }).click();
    await list.expectNames(["four", "two"]);
    await expect(bar).toHaveCount(0);
  });

  test("all of a page are selected at once, and Escape clears the selection", async ({ page }) => {
    await page.goto("/blocks");
    await page.getByRole("checkbox", { name: "Select all 4 on this page" }).check();
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("4 selected");
    await page.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  });

  test("deletes nothing when one of them is gone meanwhile, says which, and offers the rest", async ({
    page,
    api,
  }) => {
    const list = listPage(page);
    const dialog = page.getByRole("dialog");
    await page.goto("/blocks");
    await list.select("one", "two", "three");
    await page.getByRole("button", { name: "Delete 3 blocks…" }).click();
    await expect(dialog).toContainText("No other block uses them.");
    await api.call("DELETE", `/block_documents/${(await api.readBlock("string", "two"))?.id}`);

    await dialog.getByRole("button", { name: "Delete 3 blocks" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Nothing was deleted");
    await expect(dialog.getByRole("alert")).toContainText("two was deleted meanwhile");
    for (const name of ["one", "three", "four"]) {
      expect(await api.readBlock("string", name), name).toBeDefined();
    }
    await dialog.getByRole("button", { name: "Delete 2 blocks" }).click();
    await list.expectNames(["four"]);
    expect(await api.readBlock("string", "one")).toBeUndefined();
  });

  test("a block in the selection that is used by another one of it is no reason to warn", async ({
    page,
    api,
  }) => {
    const registry = await api.createBlock("docker-registry", "ghcr", {
      username: "robot",
      password: "pw",
      registry_url: "ghcr.io",
    });
    await api.createBlock("docker-container", "etl-runner", { image_registry: referenceTo(registry) });
    const list = listPage(page);
    await page.goto("/blocks");
    await list.select("ghcr", "etl-runner");
    await page.getByRole("button", { name: "Delete 2 blocks…" }).click();
    await expect(page.getByRole("dialog")).toContainText("No other block uses them.");
    await page.getByRole("dialog").getByRole("button", { name: "Delete 2 blocks" }).click();
    await list.expectNames(["four", "three", "two", "one"]);
  });
});
