import type { Page } from "@playwright/test";
import { catalog } from "@/lib/catalog";
import type { FieldNode } from "@/lib/forms/field-node";
import type { Api } from "./support/api.ts";
import { expectAccessible } from "./support/axe.ts";
import { openGroups } from "./support/fill-form.ts";
import { expect, test } from "./support/fixtures.ts";
import { twelveTypes } from "./support/matrix/twelve-types.ts";
import { type FilledField, fieldsOf, prepareFields } from "./support/matrix/type-world.ts";
import { untilReady } from "./support/ready.ts";

test.describe.configure({ mode: "parallel" });

/** Twelve types, or, with BLOCKYARD_TYPES=others, all the others. */
const isOthers = process.env["BLOCKYARD_TYPES"] === "others";
const slugs = catalog.map(({ slug }) => slug).filter((slug) => twelveTypes.includes(slug) !== isOthers);

test("the twelve types have every kind of field that the catalogue has", () => {
  const kinds = (wanted: readonly string[]) => [...new Set(wanted.flatMap(fieldsOf).flatMap(kindsOf))].sort();
  expect(twelveTypes).toHaveLength(12);
  expect(kinds(twelveTypes)).toEqual(kinds(catalog.map(({ slug }) => slug)));
});

test("the catalogue page has a card for every type that is tried", async ({ page }) => {
  await page.goto("/blocks/catalog");
  const cards = await page
    .getByRole("link", { name: /^Add / })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/")[3]));
  expect(cards.toSorted()).toEqual(catalog.map(({ slug }) => slug).toSorted());
});

for (const slug of slugs) {
  test(`${slug}: required fields only, every field, one plain field, one secret, one cleared; its pages are accessible`, async ({
    page,
    api,
  }) => {
    test.setTimeout(240_000);
    const fields = await prepareFields(page, api, slug);
    const required = fields.filter(({ node }) => node.required);
    await createWith(page, slug, "required-only", required);
    expect(await dataOf(api, slug, "required-only")).toEqual({
      ...alwaysStored(slug, fields),
      ...storedOf(required),
    });

    await createWith(page, slug, "filled-in", fields);
    const all = storedOf(fields);
    expect(await dataOf(api, slug, "filled-in")).toEqual(all);
    expect(await referencesOf(api, slug, "filled-in")).toEqual(chosenReferences(fields));
    expect(page.url()).toMatch(/\/blocks\/block\/[0-9a-f-]{36}$/);
    const details = page.url();
    await expectAccessible(page, `${slug}, details`, { isBrief: true });

    await page.goto(`/blocks/catalog/${slug}`);
    await expectAccessible(page, `${slug}, type`, { isBrief: true });
    await page.goto(`/blocks/catalog/${slug}/create`);
    await openGroups(page);
    await expectAccessible(page, `${slug}, create`, { isBrief: true });

    await openEdit(page, details);
    await expectAccessible(page, `${slug}, edit`, { isBrief: true });
    const untouched = await api.readBlockText(slug, "filled-in");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(details);
    expect(await api.readBlockText(slug, "filled-in")).toBe(untouched);

    let expected = all;
    for (const change of [changePlain(fields), replaceSecret(fields), clearOptional(fields)]) {
      if (!change) continue;
      await openEdit(page, details);
      await change.act(page);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
      await expect(page).toHaveURL(details);
      const { [change.key]: _before, ...others } = expected;
      expected = change.value === undefined ? others : { ...others, [change.key]: change.value };
      expect(await dataOf(api, slug, "filled-in"), change.what).toEqual(expected);
    }
    expect(await referencesOf(api, slug, "filled-in")).toEqual(chosenReferences(fields));
    expect(await page.content()).not.toContain("kanarie");
  });
}

function kindsOf(node: FieldNode): readonly string[] {
  if (node.kind === "group") return ["group", ...node.fields.flatMap(kindsOf)];
  if (node.kind === "union") return ["union", ...node.branches.flatMap((branch) => kindsOf(branch.node))];
  if (node.kind === "list") return ["list", ...kindsOf(node.item).map((kind) => `list of ${kind}`)];
  if (node.kind === "dict") return ["dict", ...kindsOf(node.value).map((kind) => `dict of ${kind}`)];
  return [node.kind];
}

type Data = Readonly<Record<string, unknown>>;

function storedOf(fields: readonly FilledField[]): Data {
  const entries = fields.map(({ node, sample }) => [node.key, sample.stored] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Agents lay a deployment's `--override env.X=Y` into what an infrastructure block stores, so that is never missing. */
function alwaysStored(slug: string, fields: readonly FilledField[]): Data {
  const type = catalog.find((known) => known.slug === slug);
  const takesVariables = fields.some(({ node }) => node.key === "env" && node.kind === "dict");
  return takesVariables && type?.capabilities.includes("run-infrastructure") ? { env: {} } : {};
}

async function dataOf(api: Api, slug: string, name: string): Promise<unknown> {
  return (await api.readBlock(slug, name))?.data;
}

/** The fields in which a saved block was chosen: its values are read as if they stood in the data. */
function chosenReferences(fields: readonly FilledField[]): readonly string[] {
  const isReference = ({ node }: FilledField) =>
    node.kind === "reference" || (node.kind === "union" && node.branches[0]?.node.kind === "reference");
  return fields
    .filter(isReference)
    .map(({ node }) => node.key)
    .sort();
}

async function referencesOf(api: Api, slug: string, name: string): Promise<readonly string[]> {
  return Object.keys((await api.readBlock(slug, name))?.["block_document_references"] ?? {}).sort();
}

async function createWith(page: Page, slug: string, name: string, fields: readonly FilledField[]) {
  await page.goto(`/blocks/catalog/${slug}/create`);
  await untilReady(page);
  await page.getByLabel("Block name").fill(name);
  await openGroups(page);
  for (const { sample } of fields) await sample.fill();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
}

async function openEdit(page: Page, details: string): Promise<void> {
  await page.goto(`${details}/edit`);
  await untilReady(page);
  await openGroups(page);
}

type Change = {
  readonly what: string;
  readonly key: string;
  /** Undefined: the key is gone. */
  readonly value: unknown;
  readonly act: (page: Page) => Promise<void>;
};

const box = "input, textarea";

function changePlain(fields: readonly FilledField[]): Change | undefined {
  const field = fields.find(({ node }) => node.kind === "text" || node.kind === "number");
  if (!field) return undefined;
  const isText = typeof field.sample.stored === "string";
  const value = isText ? `${field.sample.stored}x` : Number(field.sample.stored) - 1;
  return {
    what: "a plain field changed, secrets stayed",
    key: field.node.key,
    value,
    act: async (page) =>
      await page.locator(`[data-field="${field.name}"]`).locator(box).first().fill(String(value)),
  };
}

function replaceSecret(fields: readonly FilledField[]): Change | undefined {
  const field = fields.find(({ node }) => node.kind === "secret");
  if (!field) return undefined;
  return {
    what: "a secret replaced",
    key: field.node.key,
    value: "kanarie replaced",
    act: async (page) => {
      const frame = page.locator(`[data-field="${field.name}"]`);
      await expect(frame.locator(box)).toHaveCount(0);
      await frame.getByRole("button", { name: "Replace", exact: true }).click();
      await frame.locator(box).first().fill("kanarie replaced");
    },
  };
}

function clearOptional(fields: readonly FilledField[]): Change | undefined {
  const clearable = ["text", "number", "secret", "list", "dict", "group", "json"];
  const field = fields.findLast(
    ({ node, sample }) => !node.required && clearable.includes(node.kind) && sample.stored !== undefined,
  );
  if (!field) return undefined;
  return {
    what: "an optional field cleared",
    key: field.node.key,
    value: undefined,
    act: async (page) =>
      await page
        .locator(`[data-field="${field.name}"]`)
        .getByRole("button", { name: "Clear", exact: true })
        .first()
        .click(),
  };
}
