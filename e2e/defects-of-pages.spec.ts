// Defects that people met on the pages of other Blocks UIs and in their API. The numbers are those of PRODUCT.md's list.
import { rm } from "node:fs/promises";
import { createApi } from "./support/api.ts";
import { expectAccessible } from "./support/axe.ts";
import { corruptBlock, createBlocks, referenceTo, registerType, removeType } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { listPage } from "./support/list-page.ts";
import { makeDataDir, startServer } from "./support/server.ts";

const s3 = { bucket_path: "logs", aws_secret_access_key: "kanarie-key" };

test("defect 5: no snippet writes a block or holds a secret", async ({ page, api }) => {
  const { id } = await api.createBlock("s3", "log-test", s3);
  await page.goto(`/blocks/block/${id}`);
  const tabs = page.getByRole("tab");
  await expect(tabs).not.toHaveCount(0);
  for (const tab of await tabs.all()) {
    await tab.click();
    const code = await page.getByRole("tabpanel").textContent();
    expect(code).toMatch(/s3\/log-test|log-test/);
    expect(code).not.toMatch(/\.save\(|overwrite|kanarie|BLOCK_NAME|PLACEHOLDER|-X (POST|PATCH|PUT)/i);
  }
});

test("defect 9: deleting a block in use names what loses a field", async ({ page, api }) => {
  const child = await api.createBlock("docker-registry", "ghcr", {
    username: "robot",
    password: "pw",
    registry_url: "ghcr.io",
  });
  await api.createBlock("docker-container", "etl-runner", { image_registry: referenceTo(child) });
  await page.goto(`/blocks/block/${child.id}`);
  await page.getByRole("button", { name: /^Delete/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("etl-runner");
  await expect(dialog).toContainText("image_registry");
});

test("defect 10: every type has a logo, drawn without a request to anywhere else", async ({ page }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "127.0.0.1") elsewhere.push(request.url());
  });
  await page.goto("/blocks/catalog");
  const cards = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Add / }) });
  expect(await cards.count()).toBeGreaterThanOrEqual(69);
  for (const card of await cards.all()) {
    const drawn = card.locator("svg path, svg text").first();
    await expect(drawn).toBeAttached();
  }
  expect(await page.locator('img[src^="http"]').count()).toBe(0);
  expect(elsewhere).toEqual([]);
});

test("defect 11: the create form is usable at 390 px", async ({ page, api }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/blocks/catalog/s3/create");
  await page.getByLabel("Block name").fill("narrow");
  await page.getByLabel("Bucket Path").fill("logs");
  const box = await page.getByLabel("Bucket Path").boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/blocks\/block\//);
  expect((await api.readBlock("s3", "narrow"))?.data).toEqual({ bucket_path: "logs" });
});

test("defect 12: list, catalogue, form and details have no accessibility violation", async ({
  page,
  api,
}) => {
  const { id } = await api.createBlock("s3", "log-test", s3);
  const paths = ["", "/catalog", "/catalog/s3/create", `/block/${id}`, `/block/${id}/edit`];
  for (const path of paths) {
    await page.goto(`/blocks${path}`);
    await expectAccessible(page, `/blocks${path}`, { isBrief: true });
  }
});

test("defect 13: the catalogue's filter is in the URL, and Back restores it", async ({ page }) => {
  await page.goto("/blocks/catalog");
  const all = await page.getByRole("link", { name: /^Add / }).count();
  await page.getByLabel("Capability").selectOption("notify");
  await expect(page).toHaveURL(/\?capability=notify$/);
  const found = page.getByRole("link", { name: /^Add / });
  await expect(found).not.toHaveCount(all);
  const count = await found.count();
  await page.getByRole("link", { name: "Slack Webhook", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Slack Webhook" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Capability")).toHaveValue("notify");
  await expect(found).toHaveCount(count);
});

test("defect 15: descriptions of other people's types are text, without raw Markdown, entities or lost words", async ({
  page,
  api,
}) => {
  const description =
    "DEPRECATION WARNING: This class is deprecated. It has been replaced by `Other`. Keeps **orders** &gt;= 1 in a [ledger](https://ledger.example).";
  const properties = { amount: { title: "Amount", type: "integer", description: "At &lt;most&gt; *ten*." } };
  const fields = {
    title: "Ledger",
    type: "object",
    properties,
    block_type_slug: "ledger",
    secret_fields: [],
  };
  await registerType(api, { name: "Ledger", slug: "ledger", description, fields });
  await page.goto("/blocks/catalog/ledger");
  const main = page.getByRole("main");
  await expect(main).toContainText("Keeps orders >= 1 in a ledger");
  await expect(main).toContainText("Deprecated");
  await expect(main).toContainText("At <most> ten.");
  await page.goto("/blocks/catalog/ledger/create");
  await expect(page.getByRole("main")).toContainText("At <most> ten.");
  await removeType(api, "ledger");
});

test("defect 17: one broken block is one row with a badge, and the list stands", async ({ browser }) => {
  const dataDir = await makeDataDir();
  const first = await startServer({ dataDir });
  const api = createApi(first.apiUrl);
  await api.createBlock("secret", "broken", { value: "kanarie" });
  await api.createBlock("string", "sound", { value: "fine" });
  await first.stop();
  corruptBlock(dataDir, "broken");
  const server = await startServer({ dataDir });
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto("/blocks");
  await expect(listPage(page).names).toHaveCount(2);
  await expect(listPage(page).row("broken")).toContainText("Cannot be read");
  await page.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test("defect 18: a refused request is not repeated in the answer, and other websites may read nothing", async ({
  server,
}) => {
  const answer = await fetch(`${server.apiUrl}/block_documents/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: 5, data: { value: "kanarie" }, secret: "kanarie" }),
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).not.toContain("kanarie");
  expect(server.output()).not.toContain("kanarie");
  const other = await fetch(`${server.apiUrl}/block_types/slug/s3`, {
    headers: { origin: "https://evil.example" },
  });
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
});

test("defect 19: the list loads one page of rows with few requests and little script", async ({
  page,
  api,
}) => {
  const names = Array.from({ length: 120 }, (_, index) => `block-${index}`);
  await createBlocks(api, "string", names, { value: "v" });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let requests = 0;
  let bytes = 0;
  session.on("Network.requestWillBeSent", () => {
    requests += 1;
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto("/blocks");
  await page.waitForLoadState("networkidle");
  expect(await listPage(page).names.count()).toBeLessThanOrEqual(50);
  expect(await page.content()).not.toContain("block-0<");
  expect(requests).toBeLessThan(40);
  expect(bytes).toBeLessThan(1_000_000);
});
