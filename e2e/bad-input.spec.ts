import { expect, test } from "./support/fixtures.ts";

test.describe("bad input", () => {
  test("malformed JSON is a 422 that does not repeat the text", async ({ server }) => {
    const answer = await fetch(`${server.apiUrl}/block_documents/`, {
      method: "POST",
      body: '{"data": {"k": "canary-9',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain("canary");
  });

  test("a body over the limit is a 413, for API and pages, and the server goes on", async ({ server }) => {
    for (const path of ["/api/block_documents/", "/blocks"]) {
      const answer = await fetch(server.url + path, { method: "POST", body: "x".repeat(6_000_000) });
      expect(answer.status, path).toBe(413);
      expect(await answer.text()).toContain("4 MB");
    }
    expect((await fetch(`${server.apiUrl}/health`)).status).toBe(200);
  });

  test("an unknown type and an unknown id are 404 pages that say what to do, also without JavaScript", async ({
    page,
    browser,
    server,
  }) => {
    const paths = [
      "/blocks/catalog/no-such-type",
      "/blocks/catalog/no-such-type/create",
      "/blocks/block/00000000-0000-4000-8000-000000000000",
      "/blocks/block/not-an-id",
      "/blocks/block/00000000-0000-4000-8000-000000000000/edit",
      "/no/such/page",
    ];
    const plain = await browser.newContext({ javaScriptEnabled: false });
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
      const withoutScript = await plain.newPage();
      expect((await withoutScript.goto(server.url + path))?.status(), path).toBe(404);
      await expect(withoutScript.getByRole("heading", { level: 1 })).toBeVisible();
      await withoutScript.close();
    }
    await plain.close();
  });

  test("an address that cannot be decoded is a 400", async ({ server }) => {
    expect((await fetch(`${server.url}/blocks/catalog/%E0%A4%A`)).status).toBe(400);
  });

  test("the form refuses a name of more than 255 characters", async ({ page, api }) => {
    const name = "n".repeat(256);
    await page.goto("/blocks/catalog/string/create");
    await page.getByLabel("Block name").fill(name);
    await page.getByLabel("Value", { exact: true }).fill("v");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByLabel("Block name")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(/255/).first()).toBeVisible();
    expect(await api.readBlock("string", name)).toBeUndefined();
  });

  test("the API accepts a name of 300 characters and every page survives it, at 360 px too", async ({
    page,
    api,
  }) => {
    const name = "a-long-name-".repeat(25);
    const block = await api.createBlock("string", name, { value: "v".repeat(2000) });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["/blocks", `/blocks/block/${block.id}`, `/blocks/block/${block.id}/edit`]) {
      await page.goto(path);
      await expect(page.getByText(name).first()).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
  });

  test("a value of 10,000 lines is kept to the byte", async ({ page, api }) => {
    const value = Array.from({ length: 10_000 }, (_, index) => `line ${index} \t é`).join("\n");
    await page.goto("/blocks/catalog/secret/create");
    await page.getByLabel("Block name").fill("long-value");
    // Chromium needs minutes to take so many lines as keystrokes; a person would choose the file.
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("main").getByRole("button", { name: "choose one" }).click();
    await (await chooser).setFiles({ name: "value.txt", mimeType: "text/plain", buffer: Buffer.from(value) });
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\//);
    expect((await api.readBlock("secret", "long-value"))?.data["value"] === value, "same text").toBe(true);
  });

  test("a double click on Create makes one block", async ({ page, api }) => {
    await page.goto("/blocks/catalog/string/create");
    await page.getByLabel("Block name").fill("once");
    await page.getByLabel("Value", { exact: true }).fill("v");
    await page.getByRole("button", { name: "Create" }).dblclick();
    await expect(page).toHaveURL(/\/blocks\/block\//);
    const { body } = await api.call("POST", "/block_documents/filter", {});
    expect(body).toHaveLength(1);
  });

  test("two tabs: the second save is told that the block changed, and nothing is overwritten", async ({
    page,
    context,
    api,
  }) => {
    const document = await api.createBlock("string", "shared", { value: "first" });
    const other = await context.newPage();
    await page.goto(`/blocks/block/${document.id}/edit`);
    await other.goto(`/blocks/block/${document.id}/edit`);
    await page.getByLabel("Value", { exact: true }).fill("from the first tab");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    await other.getByLabel("Value", { exact: true }).fill("from the second tab");
    await other.getByRole("button", { name: "Save" }).click();
    await other.getByRole("button", { name: "Save changes" }).click();
    await expect(other.getByText(/changed (meanwhile|since)|someone/i).first()).toBeVisible();
    expect((await api.readBlock("string", "shared"))?.data["value"]).toBe("from the first tab");
    await expect(other.getByLabel("Value", { exact: true })).toHaveValue("from the second tab");
  });
});
