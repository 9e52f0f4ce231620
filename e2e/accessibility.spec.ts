import { expectAccessible } from "./support/axe.ts";
import { referenceTo } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { tabTo } from "./support/keyboard.ts";
import { listPage } from "./support/list-page.ts";
import { untilReady } from "./support/ready.ts";

test.describe.configure({ mode: "parallel" });

const registry = { username: "robot", password: "pw", registry_url: "ghcr.io" };

test.describe("no violation of axe, wide and narrow, light and dark", () => {
  test.setTimeout(180_000);

  test("the list: empty, filled, without result, menu, selection and question open", async ({
    page,
    api,
  }) => {
    await page.goto("/blocks");
    await expectAccessible(page, "empty list");

    const made = await api.createBlock("docker-registry", "ghcr", registry);
    await api.createBlock("docker-container", "etl-runner", { image_registry: referenceTo(made) });
    await api.createBlock("s3", "a-name-as-long-as-people-give-them-when-nobody-stops-them-2026", {
      bucket_path: "logs",
    });
    const list = listPage(page);
    await page.goto("/blocks");
    await expectAccessible(page, "list");
    await page.goto("/blocks?q=nothing&type=s3");
    await expectAccessible(page, "list without result");

    await page.goto("/blocks?sort=name");
    await list.row("ghcr").getByRole("button", { name: "Actions for ghcr" }).click();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    await expectAccessible(page, "menu of a row");
    await page.keyboard.press("Escape");
    await list.select("ghcr", "etl-runner");
    await expectAccessible(page, "selection");
    await list.choose("ghcr", "Delete…");
    await expect(page.getByRole("dialog")).toContainText("1 block uses it");
    await expectAccessible(page, "question before deleting");
  });

  test("the frame: jump box, shortcuts, menu of narrow screens, a page that does not exist", async ({
    page,
    api,
  }) => {
    await api.createBlock("string", "greeting", { value: "v" });
    await page.goto("/no/such/page");
    await untilReady(page);
    await expectAccessible(page, "not found");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option", { name: /greeting/ })).toBeVisible();
    await expectAccessible(page, "jump box");
    await page.getByRole("combobox").fill("nothing-is-called-so");
    await expect(page.getByRole("dialog").getByRole("status")).toContainText("Nothing is called");
    await expectAccessible(page, "jump box without result");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectAccessible(page, "shortcuts");
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("navigation", { name: "Menu" })).toBeVisible();
    await expectAccessible(page, "narrow menu");
    await page.goto("/blocks/block/00000000-0000-4000-8000-000000000000");
    await expectAccessible(page, "no such block");
    await page.goto("/blocks/catalog/no-such-type");
    await expectAccessible(page, "no such type");
  });

  test("the catalogue and the page of a type", async ({ page, api }) => {
    await api.createBlock("docker-container", "etl-runner", {});
    await page.goto("/blocks/catalog");
    await expectAccessible(page, "catalogue");
    await page.goto("/blocks/catalog?q=buket");
    await expectAccessible(page, "catalogue without result");
    await page.goto("/blocks/catalog/docker-container");
    await page.locator("summary").filter({ hasText: "Raw schema" }).click();
    await expectAccessible(page, "docker container");
    await page.goto("/blocks/catalog/s3");
    await expectAccessible(page, "s3, deprecated");
  });

  test("details: references, nested values, secrets, what does not match", async ({ page, api }) => {
    const made = await api.createBlock("docker-registry", "ghcr", registry);
    const runner = await api.createBlock("docker-container", "etl-runner", {
      image_registry: referenceTo(made),
      env: { LOG_LEVEL: "DEBUG", A_LONG_VALUE: "v".repeat(3000) },
      command: ["python", "-m"],
      privileged: "maybe",
      unknown: { deep: [1, { deeper: [2] }] },
    });
    await page.goto(`/blocks/block/${runner.id}`);
    await page.locator("summary").filter({ hasText: "not set" }).click();
    await page.locator("summary").filter({ hasText: "Show all" }).click();
    await expectAccessible(page, "docker container");
    await page.getByRole("tab", { name: "Deployment" }).click();
    await expectAccessible(page, "deployment snippet");
    await page.goto(`/blocks/block/${made.id}`);
    await expectAccessible(page, "a block in use, with a secret");
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("dialog")).toContainText("1 block uses it");
    await expectAccessible(page, "question before deleting");
  });

  test("the form of S3: new, with an offer, refused, a name that is taken", async ({ page, api }) => {
    await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    const form = formPage(page);
    await page.goto("/blocks/catalog/s3/create");
    await expectAccessible(page, "new");
    await form.name.fill("Log Test");
    await expectAccessible(page, "offer of a name");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(form.summary).toContainText("Not created: 2 fields");
    await expectAccessible(page, "refused");
    await form.name.fill("log-test");
    await page.getByLabel("Bucket Path").fill("other");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("link", { name: "Open log-test" })).toBeVisible();
    await expectAccessible(page, "taken name");
    await page.getByRole("link", { name: "Blocks" }).first().click();
    await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
    await expectAccessible(page, "question before leaving");
  });

  test("the form of a Docker container: rows, a union, Advanced, picker and a new block in place", async ({
    page,
    api,
  }) => {
    await api.createBlock("docker-registry", "ghcr", registry);
    const form = formPage(page);
    await page.goto("/blocks/catalog/docker-container/create");
    await expectAccessible(page, "new");
    await form.field("Command").getByRole("button", { name: "Add argument" }).click();
    await form.field("Environment").getByRole("button", { name: "Add variable" }).click();
    await form.text("Key 1").fill("A");
    await form.field("Environment").getByRole("button", { name: "Add variable" }).click();
    await form.text("Key 2").fill("A");
    await page
      .getByRole("radio", { name: /^Size with unit/ })
      .first()
      .click();
    await page.locator("summary").filter({ hasText: "Advanced" }).click();
    await expectAccessible(page, "filled");
    await form.field("Image Registry").getByRole("button").first().click();
    await expect(page.getByRole("option", { name: /ghcr/ })).toBeVisible();
    await expectAccessible(page, "picker");
    await page.getByRole("button", { name: "New Docker Registry…" }).click();
    const dialog = page.getByRole("dialog", { name: "New Docker Registry block" });
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await expectAccessible(page, "new block in place");
  });

  test("the forms of a Kubernetes job, JSON, a webhook and a date", async ({ page }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/kubernetes-job/create");
    await form.text("Base Job Manifest").fill("a: [");
    await form.name.focus();
    await expect(page.getByText(/This is not YAML/)).toBeVisible();
    await page.locator("summary").filter({ hasText: "Advanced" }).click();
    await expectAccessible(page, "kubernetes job");
    await page.goto("/blocks/catalog/json/create");
    await expectAccessible(page, "json");
    await page.goto("/blocks/catalog/webhook/create");
    await form.field("Webhook Headers").getByRole("button", { name: "Add header" }).click();
    await expectAccessible(page, "webhook");
    for (const slug of ["date-time", "secret", "smb"]) {
      await page.goto(`/blocks/catalog/${slug}/create`);
      await expectAccessible(page, slug);
    }
  });

  test("the form of a stored block: secrets kept, replaced and cleared, a mismatch, the review", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", {
      bucket_path: 5,
      aws_access_key_id: "id",
      aws_secret_access_key: "key",
      unknown: true,
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await expectAccessible(page, "kept");
    await form.field("AWS Access Key ID").getByRole("button", { name: "Clear" }).click();
    await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
    await page.getByLabel("AWS Secret Access Key", { exact: true }).and(page.locator("input")).fill("new");
    await expectAccessible(page, "cleared and replaced");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("Save 2 changes");
    await expectAccessible(page, "review");

    const hook = await api.createBlock("webhook", "hook", { url: "u", headers: { Authorization: "a" } });
    await page.goto(`/blocks/block/${hook.id}/edit`);
    await expectAccessible(page, "secret headers");
    await page.goto(`/blocks/catalog/s3/create?from=${id}`);
    await expectAccessible(page, "duplicate");
  });
});

test("by keyboard alone: choose a type, create a block, edit it and delete it", async ({ page, api }) => {
  const form = formPage(page);
  await page.goto("/blocks");
  await untilReady(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "New block" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Choose a block" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("bucket on amazon");
  await expect(page.getByRole("link", { name: /^Add / })).toHaveCount(2);
  await tabTo(page, page.getByRole("link", { name: "Add S3", exact: true }));
  await page.keyboard.press("Enter");
  await expect(form.name).toBeVisible();
  await tabTo(page, form.name);
  await page.keyboard.type("Log Test");
  await tabTo(page, page.getByRole("button", { name: "Use log-test" }));
  await page.keyboard.press("Enter");
  await expect(form.name).toHaveValue("log-test");
  await tabTo(page, page.getByLabel("Bucket Path"));
  await page.keyboard.type("logs");
  await tabTo(page, page.getByLabel("AWS Secret Access Key"));
  await page.keyboard.type("by-keyboard");
  await tabTo(page, page.getByRole("button", { name: "Create" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
  expect((await api.readBlock("s3", "log-test"))?.data).toEqual({
    bucket_path: "logs",
    aws_secret_access_key: "by-keyboard",
  });

  await tabTo(page, page.getByRole("link", { name: "Edit", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Bucket Path")).toHaveValue("logs");
  await tabTo(page, form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("replaced");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Save changes" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
  expect((await api.readBlock("s3", "log-test"))?.data["aws_secret_access_key"]).toBe("replaced");

  await tabTo(page, page.getByRole("button", { name: "Delete" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  // It waits for the look at what uses the block.
  await expect(dialog.getByRole("button", { name: "Delete block" })).toBeEnabled();
  await page.keyboard.press("Shift+Tab");
  await expect(dialog.getByRole("button", { name: "Delete block" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("No blocks yet")).toBeVisible();
});
