import { rm } from "node:fs/promises";
import { createApi } from "./support/api.ts";
import { corruptBlock, createBlocks, referenceTo } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { findLeaks } from "./support/leaks.ts";
import { listPage } from "./support/list-page.ts";
import { makeDataDir, startServer } from "./support/server.ts";

test.describe("the empty list", () => {
  test("says what a block is and has one control named New block", async ({ page }) => {
    await page.goto("/blocks");
    await expect(page.getByText("No blocks yet")).toBeVisible();
    await expect(page.getByRole("link", { name: "New block" })).toHaveCount(1);
    await expect(page.getByRole("button", { name: "New block" })).toHaveCount(0);
    await page.getByRole("link", { name: "New block" }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
  });

  test("the starter tiles open the catalogue filtered, or the form of a secret", async ({ page }) => {
    await page.goto("/blocks");
    const main = page.getByRole("main");
    await main.getByRole("link", { name: /^Storage/ }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog\?capability=get-directory$/);
    await expect(page.getByLabel("Capability")).toHaveValue("get-directory");
    await expect(page.getByRole("link", { name: "Add S3", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Add Docker Container" })).toHaveCount(0);

    await page.goBack();
    await main.getByRole("link", { name: /^Infrastructure/ }).click();
    await expect(page.getByLabel("Capability")).toHaveValue("run-infrastructure");
    await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(7);

    await page.goBack();
    await main.getByRole("link", { name: /^Secret/ }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog\/secret\/create$/);
    await expect(page.getByLabel("Block name")).toBeVisible();
  });
});

test.describe("finding blocks", () => {
  test.beforeEach(async ({ api }) => {
    await api.createBlock("s3", "reports", { bucket_path: "reports" });
    await api.createBlock("s3", "archive", { bucket_path: "archive" });
    await api.createBlock("docker-container", "etl-runner", {});
    await api.createBlock("secret", "billing-token", { value: "kanarie-list" });
    await api.createBlock("string", "secret-recipe", { value: "not searched" });
  });

  test("search finds by a part of the name and by type, is in the URL, and Back undoes it in one step", async ({
    page,
  }) => {
    const list = listPage(page);
    await page.goto("/blocks");
    await list.expectNames(["secret-recipe", "billing-token", "etl-runner", "archive", "reports"]);
    await list.search.fill("RECIPE");
    await list.expectNames(["secret-recipe"]);
    await expect(page).toHaveURL(/\?q=RECIPE$/);

    // By type: the block billing-token has the word in its type only.
    await list.search.fill("secret");
    await list.expectNames(["secret-recipe", "billing-token"]);
    await page.reload();
    await expect(list.search).toHaveValue("secret");
    await list.expectNames(["secret-recipe", "billing-token"]);

    await page.goto("/blocks");
    await list.search.pressSequentially("docker");
    await list.expectNames(["etl-runner"]);
    await page.goBack();
    await expect(page).toHaveURL(/\/blocks$/);
    await expect(list.search).toHaveValue("");
    await expect(list.names).toHaveCount(5);
    expect(findLeaks(await page.content(), "kanarie")).toEqual([]);
  });

  test("search never reads values", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks?q=searched");
    await expect(page.getByRole("heading", { name: /No block matches/ })).toBeVisible();
    await expect(list.table).toHaveCount(0);
    await page.getByRole("link", { name: "Show all 5 blocks" }).click();
    await expect(list.names).toHaveCount(5);
  });

  test("the type filter is in the URL, survives a reload, and Back restores the list", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks");
    await list.type.selectOption({ label: "S3 (2)" });
    await expect(page).toHaveURL(/\?type=s3$/);
    await list.expectNames(["archive", "reports"]);
    await page.reload();
    await expect(list.type).toHaveValue("s3");
    await list.expectNames(["archive", "reports"]);
    await page.goBack();
    await expect(list.type).toHaveValue("");
    await expect(list.names).toHaveCount(5);
    await page.goForward();
    await expect(list.type).toHaveValue("s3");
    await list.expectNames(["archive", "reports"]);
  });

  test("the capability filter is in the URL, survives a reload, and Back restores the list", async ({
    page,
  }) => {
    const list = listPage(page);
    await page.goto("/blocks");
    await list.capability.selectOption("run-infrastructure");
    await expect(page).toHaveURL(/\?capability=run-infrastructure$/);
    await list.expectNames(["etl-runner"]);
    await page.reload();
    await expect(list.capability).toHaveValue("run-infrastructure");
    await list.names.first().click();
    await expect(page.getByRole("heading", { level: 1, name: "etl-runner" })).toBeVisible();
    await page.goBack();
    await expect(list.capability).toHaveValue("run-infrastructure");
    await list.expectNames(["etl-runner"]);
  });

  test("filters narrow each other, and an empty result says why and leads out", async ({ page }) => {
    const list = listPage(page);
    await page.goto("/blocks?type=s3");
    await list.capability.selectOption("run-infrastructure");
    await expect(page).toHaveURL(/type=s3&capability=run-infrastructure/);
    await expect(
      page.getByRole("heading", { name: "No S3 block with run-infrastructure exists" }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Clear filters" }).click();
    await expect(list.names).toHaveCount(5);
  });

  test("sorts by name, type and time of change, by head of column and by choice, in the URL", async ({
    page,
  }) => {
    const list = listPage(page);
    const byName = ["archive", "billing-token", "etl-runner", "reports", "secret-recipe"];
    await page.goto("/blocks");
    const head = (name: string) => list.table.getByRole("columnheader", { name });
    await expect(head("Updated")).toHaveAttribute("aria-sort", "descending");

    await head("Name").getByRole("link").click();
    await expect(page).toHaveURL(/\?sort=name$/);
    await list.expectNames(byName);
    await expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
    await head("Name").getByRole("link").click();
    await expect(page).toHaveURL(/\?sort=name-desc$/);
    await list.expectNames(byName.toReversed());
    await page.goBack();
    await list.expectNames(byName);

    await head("Type").getByRole("link").click();
    await expect(page).toHaveURL(/\?sort=type$/);
    // Docker Container, S3, S3, Secret, String: by the name of the type, then by the name of the block.
    await list.expectNames(["etl-runner", "archive", "reports", "billing-token", "secret-recipe"]);

    await head("Updated").getByRole("link").click();
    await list.expectNames(["secret-recipe", "billing-token", "etl-runner", "archive", "reports"]);
    await head("Updated").getByRole("link").click();
    await expect(page).toHaveURL(/\?sort=oldest$/);
    await list.expectNames(["reports", "archive", "etl-runner", "billing-token", "secret-recipe"]);

    await list.sort.selectOption({ label: "Name, A to Z" });
    await list.expectNames(byName);
    await page.reload();
    await expect(list.sort).toHaveValue("name");
    await list.expectNames(byName);
  });
});

test("pages through 250 blocks by URL, with a last page and none beyond it", async ({ page, api }) => {
  const names = Array.from({ length: 250 }, (_, index) => `block-${String(index + 1).padStart(3, "0")}`);
  await createBlocks(api, "string", names, { value: "v" });
  const list = listPage(page);
  await page.goto("/blocks?sort=name");
  await list.expectNames(names.slice(0, 50));
  await expect(list.pages).toContainText("1–50 of 250");
  await expect(list.pages).toContainText("Page 1 of 5");
  await expect(list.pages.getByRole("link")).toHaveText(["Next"]);

  await list.pages.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/\?sort=name&page=2$/);
  await list.expectNames(names.slice(50, 100));
  await page.reload();
  await list.expectNames(names.slice(50, 100));
  await list.pages.getByRole("link", { name: "Previous" }).click();
  await expect(page).toHaveURL(/\?sort=name$/);
  await list.expectNames(names.slice(0, 50));

  await page.goto("/blocks?sort=name&page=5");
  await list.expectNames(names.slice(200));
  await expect(list.pages).toContainText("201–250 of 250");
  await expect(list.pages.getByRole("link")).toHaveText(["Previous"]);

  const beyond = await page.goto("/blocks?sort=name&page=77");
  expect(beyond?.status()).toBe(200);
  await list.expectNames(names.slice(200));
  await page.goto("/blocks?page=minus-one");
  await expect(list.names).toHaveCount(50);

  // A search starts at its first page again.
  await page.goto("/blocks?sort=name&page=3");
  await list.search.fill("block-24");
  await list.expectNames(names.slice(239, 249));
  await expect(page).toHaveURL(/\?q=block-24&sort=name$/);
});

test("used by counts the blocks that refer to a block", async ({ page, api }) => {
  const registry = await api.createBlock("docker-registry", "ghcr", {
    username: "robot",
    password: "kanarie-registry",
    registry_url: "ghcr.io",
  });
  for (const name of ["runner-a", "runner-b"]) {
    await api.createBlock("docker-container", name, { image_registry: referenceTo(registry) });
  }
  const list = listPage(page);
  await page.goto("/blocks");
  await expect(page.getByRole("link", { name: "New block" })).toHaveCount(1);
  await expect(list.row("ghcr")).toContainText("2 blocks");
  await expect(list.row("runner-a")).toContainText("Not used");
  expect(findLeaks(await page.content(), "kanarie")).toEqual([]);
});

test("a block that cannot be read is one row with a badge; the list, its page and its deletion work", async ({
  browser,
}) => {
  const dataDir = await makeDataDir();
  const first = await startServer({ dataDir });
  const made = createApi(first.apiUrl);
  const broken = await made.createBlock("secret", "broken", { value: "kanarie-broken" });
  await made.createBlock("string", "sound", { value: "fine" });
  await first.stop();
  corruptBlock(dataDir, "broken");

  const server = await startServer({ dataDir });
  const page = await browser.newPage({ baseURL: server.url });
  const list = listPage(page);
  await page.goto("/blocks");
  await expect(list.names).toHaveCount(2);
  await expect(list.row("broken")).toContainText("Cannot be read");
  await expect(list.row("sound")).not.toContainText("Cannot be read");

  expect((await page.goto(`/blocks/block/${broken.id}`))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "broken" })).toBeVisible();
  await expect(page.getByText(/cannot be read/i).first()).toBeVisible();
  await page.goto(`/blocks/block/${broken.id}/edit`);
  await expect(page.getByText(/cannot be read/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);

  await page.goto("/blocks");
  await list.choose("broken", "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete block" }).click();
  await list.expectNames(["sound"]);
  expect(findLeaks(server.output(), "kanarie")).toEqual([]);
  await page.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});
