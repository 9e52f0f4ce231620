import { createBlocks, registerType, removeType } from "./support/blocks.ts";
import { allowClipboard, readClipboard } from "./support/clipboard.ts";
import { expect, test } from "./support/fixtures.ts";

test.describe("the page of a block type", () => {
  test("the field table says name, type, required, secret and default", async ({ page }) => {
    await page.goto("/blocks/catalog/s3");
    const table = page.getByRole("region", { name: "Fields" }).getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText([
      "Field",
      "Type",
      "Required",
      "Secret",
      "Default",
    ]);
    const cells = (key: string) =>
      table
        .getByRole("row")
        .filter({ has: page.getByText(key, { exact: true }) })
        .getByRole("cell");
    await expect(table.getByRole("row", { name: /bucket_path/ }).getByRole("rowheader")).toContainText(
      "Bucket Path",
    );
    await expect(cells("bucket_path")).toHaveText(["Text", "Required", "No", /None/]);
    await expect(cells("aws_secret_access_key")).toHaveText([
      "Text",
      "No",
      "Secret",
      /the credentials of the machine/,
    ]);

    await page.goto("/blocks/catalog/webhook");
    await expect(cells("method")).toHaveText([/^One of GET, POST/, "No", "No", /POST$/]);
    await expect(cells("headers").nth(2)).toHaveText("Secret");
  });

  test("a field that takes a block leads to the block's type", async ({ page }) => {
    await page.goto("/blocks/catalog/docker-container");
    await page
      .getByRole("row", { name: /image_registry/ })
      .getByRole("link", { name: "Docker Registry" })
      .click();
    await expect(page).toHaveURL(/\/blocks\/catalog\/docker-registry$/);
    await expect(page.getByRole("main")).toContainText("Deprecated, replaced by Docker Registry Credentials");
  });

  test("shows an example to copy", async ({ page }) => {
    await allowClipboard(page);
    await page.goto("/blocks/catalog/s3");
    const example = page.getByRole("region", { name: "Example", exact: true });
    await expect(example).toContainText('S3.load("reports")');
    await example.getByRole("button", { name: "Copy the example" }).click();
    await expect.poll(() => readClipboard(page)).toContain("from prefect.filesystems import S3\n");
    await expect.poll(() => readClipboard(page)).not.toContain(".save(");
  });

  test("lists its newest blocks and leads to all of them", async ({ page, api }) => {
    await api.createBlock("json", "of-another-type", { value: 1 });
    await createBlocks(
      api,
      "string",
      ["a", "b", "c", "d", "e", "f"].map((name) => `own-${name}`),
      { value: "v" },
    );
    await api.createBlock("string", "newest", { value: "v" });
    await page.goto("/blocks/catalog/string");
    const blocks = page.getByRole("region", { name: "Blocks" });
    await expect(blocks).toContainText("7 blocks");
    await expect(blocks.getByRole("link").first()).toHaveText("newest");
    await expect(blocks).not.toContainText("of-another-type");
    await blocks.getByRole("link", { name: /Show all 7/ }).click();
    await expect(page).toHaveURL(/\/blocks\?type=string$/);
    await page.goBack();
    await blocks.getByRole("link", { name: "newest" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "newest" })).toBeVisible();
  });

  test("the raw schema is the one that clients get", async ({ page, api }) => {
    await allowClipboard(page);
    await page.goto("/blocks/catalog/docker-container");
    const schemaText = page.getByText('"image_registry.password"');
    await expect(schemaText).toBeHidden();
    await page.getByText("Raw schema", { exact: true }).click();
    await expect(schemaText.first()).toBeVisible();
    await page.getByRole("button", { name: "Copy the schema" }).click();
    const type = await api.call("GET", "/block_types/slug/docker-container");
    const { body } = await api.call("POST", "/block_schemas/filter", {
      block_schemas: { block_type_id: { any_: [(type.body as { id: string }).id] } },
    });
    const [schema] = body as { fields: unknown }[];
    await expect.poll(async () => JSON.parse(await readClipboard(page))).toEqual(schema?.fields);
  });

  test("says on Docker Container that the flow's code may lie in the image", async ({ page }) => {
    await page.goto("/blocks/catalog/docker-container");
    const remark = page.getByRole("region", { name: "Code inside the image" });
    await expect(remark).toContainText("FROM prefecthq/prefect:2-latest");
    await expect(remark).toContainText("-ib docker-container/");
  });

  test("Add opens the form, and is one control", async ({ page }) => {
    await page.goto("/blocks/catalog/json");
    await expect(page.getByRole("link", { name: "Add JSON" })).toHaveCount(1);
    await page.getByRole("link", { name: "Add JSON" }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog\/json\/create$/);
    await expect(page.getByLabel("Block name")).toBeVisible();
  });
});

test.describe("a type with several schemas", () => {
  const slug = "two-versions";
  test.afterEach(async ({ api }) => await removeType(api, slug));

  test("lists them newest first, and a block leads to the one that it was made with", async ({
    page,
    api,
  }) => {
    const text = { title: "Text", type: "string" };
    const fields = (properties: Record<string, unknown>) => ({ title: "Two", type: "object", properties });
    await registerType(api, { name: "Two Versions", slug, fields: fields({ first_field: text }) });
    const old = await api.createBlock(slug, "old", { first_field: "kept" });
    await registerType(api, {
      name: "Two Versions",
      slug,
      fields: fields({ first_field: text, second_field: text }),
      capabilities: ["newer"],
    });

    await page.goto(`/blocks/catalog/${slug}`);
    const versions = page.getByRole("region", { name: "Schema versions" }).getByRole("row");
    await expect(versions).toHaveCount(3);
    await expect(versions.nth(1)).toContainText("Newest");
    await expect(versions.nth(1)).toContainText("newer");
    await expect(versions.nth(2)).not.toContainText("Newest");
    await expect(page.getByRole("region", { name: "Fields" })).toContainText("second_field");

    await page.goto(`/blocks/block/${old.id}`);
    await page.getByRole("region", { name: "About" }).getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/blocks/catalog/${slug}#`));
    const anchor = new URL(page.url()).hash.slice(1);
    await expect(versions.nth(2)).toHaveId(anchor);
  });

  test("a type that a client registered shows its Markdown as text and links, and nothing of it acts", async ({
    page,
    api,
  }) => {
    const slug = "prose-type";
    await registerType(api, {
      name: "Prose",
      slug,
      description:
        "Keeps **files** in a `bucket`.\n\n- See [the guide](https://example.com/guide)\n- [not this](javascript:alert(1))\n\n" +
        "# Heading\n\n```python\nx = 1\n```\n\n<img src=x onerror=alert(1)><script>alert(2)</script>",
      fields: {
        title: "Prose",
        type: "object",
        properties: {
          path: {
            title: "Path",
            type: "string",
            description: "Of a :class:`File`, see [docs](https://example.com/f).",
          },
        },
      },
    });
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    await page.goto(`/blocks/catalog/${slug}`);
    const main = page.getByRole("main");
    await expect(main.getByRole("listitem").filter({ hasText: "See the guide" })).toBeVisible();
    const guide = main.getByRole("link", { name: "the guide" });
    await expect(guide).toHaveAttribute("href", "https://example.com/guide");
    await expect(guide).toHaveAttribute("rel", /noopener noreferrer/);
    await expect(main.getByText("not this")).toBeVisible();
    await expect(main.getByRole("link", { name: "not this" })).toHaveCount(0);
    await expect(main.getByRole("figure", { name: "Code" })).toContainText("x = 1");
    await expect(main.getByRole("heading", { name: "Heading" })).toHaveCount(0);
    await expect(main.locator("img[src='x']")).toHaveCount(0);
    await expect(main.getByRole("link", { name: "docs" })).toHaveAttribute("href", "https://example.com/f");
    expect(dialogs).toEqual([]);
    await page.goto(`/blocks/catalog/${slug}/create`);
    await expect(page.getByLabel("Path")).toHaveAccessibleDescription(/Of a File, see docs/);
    await removeType(api, slug);
  });
});
