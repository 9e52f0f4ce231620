import { runClient } from "./support/clients.ts";
import { fillField, openGroups } from "./support/fill-form.ts";
import { expect, test } from "./support/fixtures.ts";
import { typeExamples } from "./support/type-examples/type-examples.ts";

test.describe.configure({ mode: "parallel" });

for (const example of typeExamples) {
  test(`${example.name}: every field is filled in, saved, loaded by the real client, and a save without a change changes nothing`, async ({
    page,
    api,
    server,
  }) => {
    for (const { slug, name, data } of example.needs ?? []) await api.createBlock(slug, name, data);
    await page.goto(`/blocks/catalog/${example.slug}/create`);
    await page.getByLabel("Block name").fill("filled-in");
    await openGroups(page);
    for (const step of example.steps) await fillField(page, step);
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect((await api.readBlock(example.slug, "filled-in"))?.data).toEqual(example.stored);

    const reference = `${example.slug}/filled-in`;
    const printed = await runClient("load_blocks.py", [reference], { PREFECT_API_URL: server.apiUrl });
    const { values } = JSON.parse(printed)[reference];
    expect(values).toMatchObject({ ...example.stored, ...example.loaded });

    const before = await api.readBlockText(example.slug, "filled-in");
    await page.getByRole("link", { name: "Edit" }).click();
    await expect(page.getByRole("button", { name: "Save" })).toBeEnabled();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect(await api.readBlockText(example.slug, "filled-in")).toBe(before);
  });
}
