import { createBlocks, referenceTo } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { listPage } from "./support/list-page.ts";

test.use({ javaScriptEnabled: false });

test.describe("without JavaScript", () => {
  test("the list is there, and its search, filters, order and pages work", async ({ page, api }) => {
    const names = Array.from({ length: 60 }, (_, index) => `block-${String(index + 1).padStart(2, "0")}`);
    await createBlocks(api, "string", names, { value: "v" });
    await api.createBlock("docker-container", "runner", {});
    const list = listPage(page);
    await page.goto("/blocks?sort=name");
    await list.expectNames(names.slice(0, 50));
    await list.pages.getByRole("link", { name: "Next" }).click();
    await list.expectNames([...names.slice(50), "runner"]);
    await list.table.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
    await expect(list.names.first()).toHaveText("runner");

    await list.search.fill("block-1");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\?q=block-1/);
    await expect(list.names).toHaveCount(10);

    await page.goto("/blocks");
    await list.capability.selectOption("run-infrastructure");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/capability=run-infrastructure/);
    await list.expectNames(["runner"]);
    await list.capability.selectOption("");
    await list.type.selectOption("string");
    await list.sort.selectOption("name-desc");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(list.names.first()).toHaveText("block-60");
    await list.names.first().click();
    await expect(page.getByRole("heading", { level: 1, name: "block-60" })).toBeVisible();
  });

  test("the empty list leads to the catalogue", async ({ page }) => {
    await page.goto("/blocks");
    await expect(page.getByText("No blocks yet")).toBeVisible();
    await page.getByRole("link", { name: "New block" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Choose a block" })).toBeVisible();
  });

  test("the catalogue is there, and its search and filter work", async ({ page }) => {
    const adds = page.getByRole("link", { name: /^Add / });
    await page.goto("/blocks/catalog");
    await expect(adds).toHaveCount(69);
    await page.getByLabel("Capability").selectOption("run-infrastructure");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/capability=run-infrastructure/);
    await expect(adds).toHaveCount(7);
    await page.getByRole("searchbox", { name: "Search block types" }).fill("kubernetes job");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=kubernetes\+job/);
    await expect(page.getByLabel("Capability")).toHaveValue("run-infrastructure");
    await expect(adds).toHaveCount(1);
  });

  test("a type shows fields, example and raw schema", async ({ page }) => {
    await page.goto("/blocks/catalog/docker-container");
    const main = page.getByRole("main");
    await expect(main.getByRole("row", { name: /image_pull_policy/ })).toBeVisible();
    await expect(main.getByText("DockerContainer.load(")).toBeVisible();
    await expect(main.getByText("FROM prefecthq/prefect:2-latest")).toBeVisible();
    await main.locator("summary").filter({ hasText: "Raw schema" }).click();
    await expect(main.getByText('"image_registry.password"').first()).toBeVisible();
  });

  test("a block shows every snippet, its settings with masked secrets, and what uses it", async ({
    page,
    api,
  }) => {
    const registry = await api.createBlock("docker-registry", "ghcr", {
      username: "robot",
      password: "kanarie-password",
      registry_url: "ghcr.io",
    });
    await api.createBlock("docker-container", "runner", { image_registry: referenceTo(registry) });
    const html = await (await page.goto(`/blocks/block/${registry.id}`))?.text();
    const main = page.getByRole("main");
    for (const text of ['Block.load("docker-registry/ghcr")', 'DockerRegistry.load("ghcr")', "curl -fsS"]) {
      await expect(main.getByText(text)).toBeVisible();
    }
    await expect(main.getByText("********", { exact: true })).toHaveCount(1);
    await expect(main.getByText("ghcr.io")).toBeVisible();
    await expect(main.getByRole("link", { name: "runner" })).toBeVisible();
    await expect(main.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
    expect(html).not.toContain("kanarie");
  });

  test("every field of every type stands in its form with its label, closed groups included", async ({
    page,
    api,
  }) => {
    test.setTimeout(180_000);
    const { body } = await api.call("POST", "/block_types/filter", {});
    for (const { id, slug } of body as { id: string; slug: string }[]) {
      const found = await api.call("POST", "/block_schemas/filter", {
        block_schemas: { block_type_id: { any_: [id] } },
      });
      const [schema] = found.body as {
        fields: { properties: Record<string, { title?: string; enum?: unknown[] }> };
      }[];
      await page.goto(`/blocks/catalog/${slug}/create`);
      await expect(page.locator("form[data-block-form]").getByLabel("Block name")).toBeVisible();
      const labels = await page
        .locator("form[data-block-form]")
        .locator("[data-field]")
        .evaluateAll((fields) =>
          fields
            .filter((field) => field.querySelector("input, textarea, select, button"))
            // Inside a group stand fields of its own.
            .filter((field) => !field.parentElement?.closest("[data-field]"))
            .map((field) => field.querySelector("[id$=-label]")?.textContent),
        );
      // A field that allows one value is no choice, and not shown.
      const expected = Object.entries(schema?.fields.properties ?? {})
        .filter(([, { enum: choices }]) => choices?.length !== 1)
        .map(([key, { title }]) => title ?? titleOf(key));
      expect(labels.toSorted(), slug).toEqual([...expected, "Block name"].toSorted());
      await expect(page.locator("noscript")).toBeVisible();
      expect(await page.locator("noscript").textContent(), slug).toBe("Saving needs JavaScript.");
      await expect(page.getByRole("button", { name: "Create" })).toBeDisabled();
    }
  });

  test("the form of a stored block holds its values, and its secrets as sentences", async ({ page, api }) => {
    const { id } = await api.createBlock("s3", "log-test", {
      bucket_path: "logs/inner",
      aws_access_key_id: "kanarie-id",
      aws_secret_access_key: "kanarie-key",
    });
    const html = await (await page.goto(`/blocks/block/${id}/edit`))?.text();
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/inner");
    await expect(page.getByText(/^Set, changed/)).toHaveCount(2);
    expect(html).not.toContain("kanarie");
  });

  test("the menu of narrow screens opens", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/blocks");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Catalogue" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Choose a block" })).toBeVisible();
  });
});

/** "image_registry" -> "Image Registry": what a schema means that names no title. */
function titleOf(key: string): string {
  return key.replaceAll("_", " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
