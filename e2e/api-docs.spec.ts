import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
};

test.describe("the description of the API", () => {
  test("is reached from the navigation, lists every operation, and leads back to the blocks", async ({
    page,
    api,
  }) => {
    const { paths } = (await api.call("GET", "/openapi.json")).body as Described;
    const summaries = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ summary }) => summary),
    );
    expect(summaries.length).toBeGreaterThan(25);

    await page.goto("/blocks");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "API reference" }).click();
    await expect(page).toHaveURL(/\/api\/docs$/);
    await expect(page.getByRole("heading", { level: 1, name: "Blockyard API" })).toBeVisible();
    const contents = page.getByRole("navigation", { name: "Contents" });
    for (const summary of summaries) {
      await expect(contents.getByRole("link", { name: summary }).first(), summary).toBeVisible();
      await expect(
        page.getByRole("heading", { level: 3, name: summary, exact: true }),
        summary,
      ).toBeVisible();
    }
    await contents.getByRole("link", { name: "Delete a block document" }).click();
    await expect(page.getByRole("heading", { name: "Delete a block document" })).toBeInViewport();
    await page.getByRole("link", { name: "Blockyard" }).click();
    await expect(page).toHaveURL(/\/blocks$/);
  });

  test("its commands work as they stand there", async ({ page, api, server }) => {
    await page.goto("/api/docs#filter_block_types");
    const section = page.getByRole("region", { name: "List block types by name" });
    const command = (await section.locator("figure", { hasText: "curl" }).locator("pre").textContent()) ?? "";
    const [, url = "", body = ""] = /^curl (\S+) .*-d '(.*)'$/s.exec(command) ?? [];
    expect(url).toBe(`${server.apiUrl}/block_types/filter`);
    const { status, body: types } = await api.call("POST", "/block_types/filter", JSON.parse(body));
    expect(status).toBe(200);
    expect(types).not.toHaveLength(0);
    await expect(page.getByText(`PREFECT_API_URL=${server.apiUrl}`)).toBeVisible();
  });

  test("has no violation of axe, wide and narrow, light and dark", async ({ page }) => {
    test.setTimeout(300_000); // axe looks at 15,000 elements
    await page.goto("/api/docs");
    await expectAccessible(page, "closed", { followsSystem: true });
    for (const summary of await page.locator("main .examples summary").all()) await summary.click();
    await expectAccessible(page, "everything open", { followsSystem: true, isBrief: true });
  });

  test("is read with the keyboard", async ({ page }) => {
    await page.goto("/api/docs");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    const answer = page
      .getByRole("region", { name: "Read a block document", exact: true })
      .locator("summary", { hasText: "Answer 200" });
    await answer.focus();
    await page.keyboard.press("Enter");
    await expect(answer.locator("..").getByText('"aws_secret_access_key": "********"')).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("the description of the API is whole, also on a narrow screen", async ({ page }) => {
    await page.goto("/blocks");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "API reference" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Blockyard API" })).toBeVisible();
    await page.getByRole("link", { name: "Contents" }).click();
    const contents = page.getByRole("navigation", { name: "Contents" });
    await contents.getByRole("link", { name: "Create a block document" }).click();
    await expect(page.getByRole("heading", { name: "Create a block document" })).toBeInViewport();
    const region = page.getByRole("region", { name: "Create a block document" });
    await region.locator("summary", { hasText: "Answer 201" }).click();
    await expect(region.getByText('"is_anonymous": false')).toBeVisible();
  });
});
