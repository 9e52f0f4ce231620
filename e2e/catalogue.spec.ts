import { registerType, removeType } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";

test.describe("the catalogue", () => {
  test("names one control for each type, and counts all types", async ({ page, api }) => {
    const { body } = await api.call("POST", "/block_types/filter", {});
    const names = (body as { name: string }[]).map(({ name }) => name);
    expect(names.length).toBe(69);
    await page.goto("/blocks/catalog");
    await expect(page.getByRole("heading", { level: 1, name: "Choose a block" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("status")).toHaveText("69 types");
    for (const name of names) {
      await expect(page.getByRole("link", { name: `Add ${name}`, exact: true }), name).toHaveCount(1);
    }
    await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(69);
    await expect(page.getByRole("button", { name: /^Add/ })).toHaveCount(0);
    await expect(page.getByLabel("Capability")).toHaveCount(1);
    await page.getByRole("link", { name: "Add S3", exact: true }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog\/s3\/create$/);
  });

  test("searches in name, slug, description and field names, and says which field matched", async ({
    page,
  }) => {
    const search = page.getByRole("searchbox", { name: "Search block types" });
    const adds = page.getByRole("link", { name: /^Add / });
    await page.goto("/blocks/catalog");

    await search.fill("Kubernetes j");
    await expect(page).toHaveURL(/\?q=Kubernetes\+j$/);
    await expect(adds.first()).toHaveAccessibleName("Add Kubernetes Job");
    await expect(page.getByRole("link", { name: "Add Process" })).toHaveCount(0);

    await search.fill("remote-file-system");
    await expect(adds).toHaveCount(1);
    await expect(adds).toHaveAccessibleName("Add Remote File System");

    await search.fill("needs a docker engine");
    await expect(adds).toHaveCount(1);
    await expect(adds).toHaveAccessibleName("Add Docker Container");

    await search.fill("azure_storage_tenant_id");
    await expect(adds).toHaveCount(1);
    await expect(adds).toHaveAccessibleName("Add Azure");
    await expect(page.getByText("Has the field Azure storage tenant ID")).toBeVisible();
    await expect(page.getByRole("main").getByRole("status")).toHaveText("1 of 69 types");

    await page.reload();
    await expect(search).toHaveValue("azure_storage_tenant_id");
    await expect(adds).toHaveCount(1);
    await page.goBack();
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
    await expect(search).toHaveValue("");
    await expect(adds).toHaveCount(69);
  });

  test("the capability filter is a link to share, and Back restores what was there", async ({ page }) => {
    const adds = page.getByRole("link", { name: /^Add / });
    await page.goto("/blocks/catalog?capability=run-infrastructure");
    await expect(page.getByLabel("Capability")).toHaveValue("run-infrastructure");
    await expect(page.getByRole("main").getByRole("status")).toHaveText("7 of 69 types");
    await expect(adds).toHaveCount(7);

    await page.getByLabel("Capability").selectOption("notify");
    await expect(page).toHaveURL(/\?capability=notify$/);
    await expect(adds).toHaveCount(9);
    await page.getByRole("link", { name: "Slack Webhook", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Slack Webhook" })).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("Capability")).toHaveValue("notify");
    await expect(adds).toHaveCount(9);
    await page.goBack();
    await expect(page.getByLabel("Capability")).toHaveValue("run-infrastructure");
    await expect(adds).toHaveCount(7);
  });

  test("deprecated types come last, with a badge and the name of their successor", async ({ page }) => {
    await page.goto("/blocks/catalog");
    const cards = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Add / }) });
    const areDeprecated = (await cards.allTextContents()).map((text) => text.includes("Deprecated"));
    expect(areDeprecated).toContain(true);
    expect(areDeprecated).toEqual([...areDeprecated].sort());
    const s3 = page
      .getByRole("region", { name: "Deprecated" })
      .getByRole("listitem")
      .filter({
        has: page.getByRole("link", { name: "Add S3", exact: true }),
      });
    await expect(s3).toContainText("Replaced by S3 Bucket");
    const successor = s3.getByRole("link", { name: "S3 Bucket", exact: true });
    await expect(successor).toHaveAttribute("href", "/blocks/catalog/s3-bucket");
    await page.goto("/blocks/catalog/s3/create");
    await page.getByRole("main").getByRole("link", { name: "S3 Bucket", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "S3 Bucket" })).toBeVisible();
  });

  test("no result says what to do, and both ways out work", async ({ page }) => {
    await page.goto("/blocks/catalog?capability=notify&q=buket");
    const main = page.getByRole("main");
    await expect(main).toContainText('No type with the capability notify matches "buket".');
    await main.getByRole("link", { name: "Clear the search" }).click();
    await expect(page).toHaveURL(/\?capability=notify$/);
    await expect(page.getByRole("searchbox", { name: "Search block types" })).toHaveValue("");
    await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(9);
    await page.goBack();
    await main.getByRole("link", { name: "show all 69 types" }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
    await expect(page.getByLabel("Capability")).toHaveValue("");
    await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(69);
  });

  test("counts the blocks of a type and leads to them", async ({ page, api }) => {
    for (const name of ["one", "two"]) await api.createBlock("string", name, { value: "v" });
    await api.createBlock("json", "other", { value: 1 });
    await page.goto("/blocks/catalog");
    await expect(page.getByRole("link", { name: "1 block of type JSON" })).toBeVisible();
    await page.getByRole("link", { name: "2 blocks of type String" }).click();
    await expect(page).toHaveURL(/\/blocks\?type=string$/);
    await expect(page.getByRole("table", { name: "Blocks" }).getByRole("row")).toHaveCount(3);
  });

  test("tells how to register a type of one's own", async ({ page }) => {
    await page.goto("/blocks/catalog");
    await expect(page.getByText("prefect block register --file my_blocks.py")).toBeVisible();
  });
});

test.describe("a type that a client registered", () => {
  const slug = "home-grown";
  test.afterEach(async ({ api }) => await removeType(api, slug));

  test("appears with its own texts as plain text, and its logo is never loaded", async ({ page, api }) => {
    await registerType(api, {
      name: "Home Grown",
      slug,
      description:
        "Talks to the **home** server.\n\n- see [the docs](https://example.com/docs)\n\n<script>alert(1)</script><img src=x onerror=alert(2)> Tom & Jerry use it.",
      logo_url: "https://example.com/logo.png",
      fields: {
        title: "HomeGrown",
        type: "object",
        properties: { endpoint_address: { title: "Endpoint Address", type: "string" } },
      },
      capabilities: ["grow"],
    });
    await api.createBlock(slug, "mine", { endpoint_address: "somewhere" });
    await page.goto("/blocks/catalog?q=endpoint_address");
    const card = page.getByRole("listitem").filter({
      has: page.getByRole("link", { name: "Add Home Grown", exact: true }),
    });
    await expect(card).toContainText("Talks to the home server.");
    await expect(card).toContainText("see the docs");
    await expect(card).toContainText("Tom & Jerry use it.");
    await expect(card).not.toContainText(/\*\*|&amp;|\]\(|<img|<script/);
    await expect(card).toContainText("grow");
    await expect(card).toContainText("1 block");
    expect(await page.content()).not.toContain("example.com/logo.png");
    await expect(page.getByRole("main").locator("img[src^='http']")).toHaveCount(0);

    await page.goto("/blocks/catalog?capability=grow");
    await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(1);
    await page.getByRole("link", { name: "Home Grown", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Home Grown" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Talks to the home server.");
    expect(await page.content()).not.toContain("example.com/logo.png");
  });
});
