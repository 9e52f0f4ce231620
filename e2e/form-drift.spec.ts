import type { Api } from "./support/api.ts";
import { expectAccessible } from "./support/axe.ts";
import { registerType, removeType } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";

const canary = "kanarie-drift";
const text = { type: "string" };
const secret = { type: "string", format: "password", writeOnly: true };

const types: string[] = [];

/** Makes this the newest schema of the type. The title makes it one of its own: schemas are found by what they say. */
async function addSchema(api: Api, slug: string, properties: object, rest: object = {}): Promise<void> {
  types.push(slug);
  await registerType(api, {
    name: slug,
    slug,
    fields: { title: slug, type: "object", properties, ...rest },
  });
}

test.afterEach(async ({ api }) => {
  for (const slug of types.splice(0)) await removeType(api, slug);
});

const first = {
  path: { title: "Path", ...text },
  token: { title: "Token", ...secret },
  old: { title: "Old name", ...text },
};

test("a block made with an older schema is upgraded with what is new, and loses nothing", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await addSchema(api, "drift-upgrade", first);
  const data = { path: "a", token: canary, old: "legacy", unknown: 1.5 };
  const { id } = await api.createBlock("drift-upgrade", "vault-1", data);
  await page.goto(`/blocks/block/${id}`);
  await expect(page.getByText("A newer version of this type is available")).toHaveCount(0);

  const { old: _old, ...kept } = first;
  const added = {
    region: { title: "Region", ...text },
    retries: { title: "Retries", type: "integer", default: 3 },
  };
  await addSchema(api, "drift-upgrade", { ...kept, ...added }, { required: ["region"] });
  await page.reload();
  await expect(page.getByText("A newer version of this type is available")).toBeVisible();
  await expectAccessible(page, "details with the notice", { isBrief: true });
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByText("A newer version of this type is available")).toBeVisible();
  await page.getByRole("link", { name: "See what changes and upgrade" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Upgrade vault-1");
  await expect(page.getByRole("list", { name: "Differences" }).getByRole("listitem")).toHaveText([
    /New\s*Region: Text\. Required\./,
    /New\s*Retries: Whole number\. Default: 3\./,
    /Removed\s*Old name/,
  ]);
  await expect(page.getByText("unknown", { exact: true })).toBeVisible();
  await expectAccessible(page, "upgrade form", { isBrief: true });
  await page.getByRole("button", { name: "Upgrade", exact: true }).click();
  await expect(form.summary).toContainText("Not upgraded: 1 field needs attention");
  await expect(form.text("Region")).toBeFocused();
  await form.text("Region").fill("eu");
  await page.getByRole("button", { name: "Upgrade", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Upgrade vault-1 and save 1 change?");
  expect(await page.content()).not.toContain(canary);
  await dialog.getByRole("button", { name: "Upgrade" }).click();
  await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
  await expect(page.getByText("A newer version of this type is available")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("legacy");
  expect((await api.readBlock("drift-upgrade", "vault-1"))?.data).toEqual({ ...data, region: "eu" });
});

test("a value whose field is gone can be dropped with the upgrade", async ({ page, api }) => {
  await addSchema(api, "drift-drop", first);
  const { id } = await api.createBlock("drift-drop", "vault-2", { path: "a", token: canary, old: "legacy" });
  await addSchema(api, "drift-drop", { path: first.path, token: { title: "Token", ...text } });
  await page.goto(`/blocks/block/${id}/edit?upgrade=1`);
  await expect(page.getByRole("list", { name: "Differences" })).toContainText("what is stored stays hidden");
  await page.getByRole("checkbox", { name: /Drop Old name/ }).check();
  await page.getByRole("button", { name: "Upgrade", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("tbody").getByRole("row")).toHaveText([/^Old name\s*"legacy"\s*Dropped$/]);
  await dialog.getByRole("button", { name: "Upgrade" }).click();
  await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
  expect((await api.readBlock("drift-drop", "vault-2"))?.data).toEqual({ path: "a", token: canary });
  // The newest schema calls it plain text: it was stored as a secret and stays one.
  expect(await page.content()).not.toContain(canary);
  const { body } = await api.call("GET", `/block_documents/${id}`);
  expect(JSON.stringify(body)).not.toContain(canary);
});

test("a schema that differs in its prose is no newer version", async ({ page, api }) => {
  await addSchema(api, "drift-prose", first);
  const { id } = await api.createBlock("drift-prose", "vault-3", { path: "a" });
  const described = { ...first, path: { ...first.path, description: "Other words.", examples: ["x"] } };
  await addSchema(api, "drift-prose", described, { description: "Another description." });
  for (const path of ["", "/edit", "/edit?upgrade=1"]) {
    await page.goto(`/blocks/block/${id}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("vault-3");
    await expect(page.getByText(/newer version|newest version/)).toHaveCount(0);
  }
});

test("what was typed is not lost on the way to the upgrade without a question", async ({ page, api }) => {
  await addSchema(api, "drift-leave", first);
  const { id } = await api.createBlock("drift-leave", "vault-4", { path: "a" });
  await addSchema(api, "drift-leave", { path: first.path });
  await page.goto(`/blocks/block/${id}/edit`);
  await formPage(page).text("Path").fill("typed");
  await page.getByRole("link", { name: "See what changes and upgrade" }).click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
});
