import type { Page } from "@playwright/test";
import { referenceTo } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";

test.describe("what is missing or wrong", () => {
  test("a summary links to each field, and the focus goes to the first", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/s3/create");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Not created: 2 fields need attention");
    await expect(form.summary.getByRole("link")).toHaveText([
      /^Block name: enter/,
      /^Bucket Path: enter a bucket path/,
    ]);
    await expect(form.name).toBeFocused();
    await expect(form.name).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Bucket Path")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Bucket Path")).toHaveAccessibleDescription(
      /Enter a bucket path, for example/,
    );
    await form.summary.getByRole("link", { name: /^Bucket Path/ }).click();
    await expect(page.getByLabel("Bucket Path")).toBeFocused();
    await page.keyboard.type("logs");
    await expect(page.getByLabel("Bucket Path")).not.toHaveAttribute("aria-invalid", "true");
    await form.name.fill("log-test");
    await form.create();
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({ bucket_path: "logs" });
  });

  test("a fault under Advanced is counted there and opens it", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/kubernetes-job/create");
    await form.name.fill("job");
    await expect(form.text("Pod Watch Timeout Seconds")).toBeHidden();
    await page.locator("summary").filter({ hasText: "Advanced" }).click();
    await form.text("Pod Watch Timeout Seconds").fill("soon");
    await page.locator("summary").filter({ hasText: "Advanced" }).click();
    await expect(form.text("Pod Watch Timeout Seconds")).toBeHidden();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Pod Watch Timeout Seconds: enter a whole number");
    await expect(form.text("Pod Watch Timeout Seconds")).toBeFocused();
    await form.text("Pod Watch Timeout Seconds").fill("300");
    await form.create();
    expect((await api.readBlock("kubernetes-job", "job"))?.data).toEqual({
      pod_watch_timeout_seconds: 300,
      env: {},
    });
  });

  test("a server that does not answer is said, and nothing typed is lost", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/string/create");
    await form.name.fill("later");
    await form.text("Value").fill("typed once");
    await page.route("**/*", async (route) => {
      if (route.request().method() === "POST") await route.abort();
      else await route.continue();
    });
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("The server did not answer");
    await expect(form.text("Value")).toHaveValue("typed once");
    await page.unroute("**/*");
    await form.create();
    expect((await api.readBlock("string", "later"))?.data).toEqual({ value: "typed once" });
  });

  test("a block that was deleted meanwhile is said, not an unknown error", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("string", "gone", { value: "v" });
    await page.goto(`/blocks/block/${id}/edit`);
    await form.text("Value").fill("w");
    await api.call("DELETE", `/block_documents/${id}`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(form.summary).toContainText(/deleted|no longer exists|does not exist/i);
    await expect(form.summary).not.toContainText(/unknown/i);
    await expect(form.text("Value")).toHaveValue("w");
  });
});

test.describe("the review before saving", () => {
  test("lists the changes, shows no secret, and leads back to what was typed", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", {
      bucket_path: "logs",
      aws_access_key_id: "kanarie-id",
      aws_secret_access_key: "kanarie-key",
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await page.getByLabel("Bucket Path").fill("logs/new");
    await form.field("AWS Access Key ID").getByRole("button", { name: "Clear" }).click();
    await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
    await page
      .getByLabel("AWS Secret Access Key", { exact: true })
      .and(page.locator("input"))
      .fill("typed-kanarie");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Save 3 changes to log-test?");
    await expect(dialog.locator("tbody").getByRole("row")).toHaveText([
      /^Bucket Path\s*logs\s*logs\/new$/,
      /^AWS Access Key ID\s*Set.*\s*Cleared$/,
      /^AWS Secret Access Key\s*Set.*\s*New value, 13 characters$/,
    ]);
    await expect(dialog).not.toContainText("kanarie");
    await expect(dialog.getByRole("button", { name: "Save changes" })).toBeFocused();
    await dialog.getByRole("button", { name: "Back to editing" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/new");
    expect((await api.readBlock("s3", "log-test"))?.data["bucket_path"]).toBe("logs");
    await form.save();
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({
      bucket_path: "logs/new",
      aws_secret_access_key: "typed-kanarie",
    });
  });

  test("without a change nothing is asked, sent or changed, whatever the block holds", async ({
    page,
    api,
  }) => {
    const registry = await api.createBlock("docker-registry", "ghcr", {
      username: "robot",
      password: "kanarie",
      registry_url: "ghcr.io",
      reauth: true,
    });
    const blocks = [
      {
        slug: "docker-container",
        data: {
          type: "docker-container",
          image_registry: referenceTo(registry),
          stream_output: true,
          env: { A: "1" },
          labels: null,
          unknown: { deep: [1, null, { x: "********y" }] },
        },
      },
      { slug: "webhook", data: { url: "https://e.x/kanarie", headers: { Authorization: "c", Empty: "" } } },
      { slug: "json", data: { value: [1.5, { a: null }] } },
      {
        slug: "kubernetes-job",
        data: { customizations: [{ op: "add", path: "/a", value: "b" }], job: { kind: "Job" } },
      },
      { slug: "s3", data: { bucket_path: 5, aws_access_key_id: { not: "a text" } } },
    ];
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    for (const { slug, data } of blocks) {
      const { id } = await api.createBlock(slug, "same", data);
      const before = await api.readBlockText(slug, "same");
      await page.goto(`/blocks/block/${id}/edit`);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page, slug).toHaveURL(new RegExp(`/blocks/block/${id}$`));
      expect(await api.readBlockText(slug, "same"), slug).toBe(before);
    }
    expect(sent).toEqual([]);
  });
});

test("after saving, Back leads to where the person was before the block, and once", async ({ page, api }) => {
  const form = formPage(page);
  const { id } = await api.createBlock("string", "greeting", { value: "hello" });
  await page.goto("/blocks");
  await page.getByRole("link", { name: "greeting" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await form.text("Value").fill("good morning");
  await form.save();
  await expect(page.getByRole("main")).toContainText("good morning");
  await page.goBack();
  await expect(page).toHaveURL(/\/blocks$/);
});

test.describe("leaving with unsaved changes", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/blocks/catalog");
    await page.getByRole("link", { name: "Add String" }).click();
    await page.getByLabel("Block name").fill("half-typed");
  });

  const expectQuestion = async (page: Page) => {
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Stay here" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(/\/blocks\/catalog\/string\/create$/);
    await expect(page.getByLabel("Block name")).toHaveValue("half-typed");
  };

  test("asks at a link, and Leave leaves", async ({ page }) => {
    const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Blocks" });
    await link.click();
    await expectQuestion(page);
    await link.click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL(/\/blocks$/);
  });

  test("asks at the browser's Back", async ({ page }) => {
    await page.evaluate(() => history.back());
    await expectQuestion(page);
  });

  test("asks when the jump box leads away", async ({ page }) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Catalogue");
    await expect(page.getByRole("option", { name: /Catalogue/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expectQuestion(page);
  });

  test("asks when a shortcut leads away", async ({ page }) => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("n");
    await expectQuestion(page);
  });

  test("asks at a reload, in the browser's own words", async ({ page }) => {
    const asked = page.waitForEvent("dialog");
    const reloaded = page.evaluate(() => location.reload()).catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await reloaded;
    await expect(page.getByLabel("Block name")).toHaveValue("half-typed");
    // The page may be closed now without a question.
    await page.getByLabel("Block name").fill("");
  });

  test("does not ask when nothing is typed, nor at Cancel", async ({ page }) => {
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog$/);
    await page.getByRole("link", { name: "Add String" }).click();
    await expect(page.getByLabel("Block name")).toHaveValue("");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Blocks" }).click();
    await expect(page).toHaveURL(/\/blocks$/);
  });
});
