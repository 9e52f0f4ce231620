// Defects that people met in the forms of other Blocks UIs. The numbers are those of PRODUCT.md's list.
import { referenceTo } from "./support/blocks.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { untilReady } from "./support/ready.ts";

const registry = { username: "robot", password: "kanarie-registry", registry_url: "ghcr.io" };
const s3 = { bucket_path: "logs", aws_access_key_id: "kanarie-id", aws_secret_access_key: "kanarie-key" };

test("defect 1: Edit and Save without a change keeps nested secrets and references", async ({
  page,
  api,
}) => {
  const child = await api.createBlock("docker-registry", "ghcr", registry);
  const parent = await api.createBlock("docker-container", "runner", { image_registry: referenceTo(child) });
  const inline = await api.createBlock("docker-container", "inline", { image_registry: registry });
  for (const { id, name } of [
    { ...parent, name: "runner" },
    { ...inline, name: "inline" },
  ]) {
    const before = await api.readBlockText("docker-container", name);
    expect(before).toContain("kanarie-registry");
    await page.goto(`/blocks/block/${id}/edit`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
    expect(await api.readBlockText("docker-container", name)).toBe(before);
  }
  const { body } = await api.call("GET", `/block_documents/${parent.id}`);
  expect(body).toMatchObject({ block_document_references: { image_registry: {} } });
});

test("defect 2: a stored secret is no pre-filled mask, so nothing can be typed behind one", async ({
  page,
  api,
}) => {
  const { id } = await api.createBlock("s3", "keys", s3);
  const form = formPage(page);
  await page.goto(`/blocks/block/${id}/edit`);
  await expect(form.text("AWS Secret Access Key")).toHaveCount(0);
  expect(await form.readInputs()).not.toContain("*");
  await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
  await form.text("AWS Secret Access Key").fill("********abc");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.summary).toContainText("AWS Secret Access Key");
  expect((await api.readBlock("s3", "keys"))?.data).toEqual(s3);
});

test("defect 3: required fields are checked before anything is sent, and a required secret cannot be emptied", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/slack-webhook/create");
  await form.name.fill("alerts");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(form.summary).toContainText("Webhook URL");
  await expect(form.text("Webhook URL")).toBeFocused();
  expect(await api.readBlock("slack-webhook", "alerts")).toBeUndefined();

  const { id } = await api.createBlock("slack-webhook", "stored", { url: "https://hooks.example/kanarie" });
  await page.goto(`/blocks/block/${id}/edit`);
  const stored = form.field("Webhook URL");
  await expect(stored.getByRole("button", { name: "Clear" })).toHaveCount(0);
  await stored.getByRole("button", { name: "Replace" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.summary).toContainText("Webhook URL");
  expect((await api.readBlock("slack-webhook", "stored"))?.data["url"]).toContain("kanarie");
});

test("defect 4: nothing typed is kept in the browser's storage, before and after Cancel", async ({
  page,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/secret/create");
  await form.name.fill("typed");
  await page.getByLabel("Value").fill("kanarie-typed");
  expect(await form.readBrowserStorage()).not.toContain("kanarie");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).not.toHaveURL(/create/);
  expect(await form.readBrowserStorage()).not.toContain("kanarie");
});

test("defect 6: an optional dict shows its values on edit", async ({ page, api }) => {
  const { id } = await api.createBlock("docker-container", "runner", { env: { LOG_LEVEL: "INFO" } });
  const form = formPage(page);
  await page.goto(`/blocks/block/${id}/edit`);
  await expect(form.text("Key 1")).toHaveValue("LOG_LEVEL");
  await expect(form.text("Value of LOG_LEVEL")).toHaveValue("INFO");
});

test("defect 7: a save that fails says what happened and what to do", async ({ page, api }) => {
  const { id } = await api.createBlock("string", "gone", { value: "a" });
  const form = formPage(page);
  await page.goto(`/blocks/block/${id}/edit`);
  await page.getByLabel("Value").fill("b");
  await api.call("DELETE", `/block_documents/${id}`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(form.summary).toContainText(/does not exist any more|was deleted/);
  await expect(page.getByRole("main")).not.toContainText(/unknown error/i);
  await expect(page.getByLabel("Value")).toHaveValue("b");
});

test("defect 8: a save neither drops values that equal the default nor adds defaults", async ({
  page,
  api,
}) => {
  const data = { image: "a/b:1", stream_output: true, auto_remove: false };
  const { id } = await api.createBlock("docker-container", "runner", data);
  await page.goto(`/blocks/block/${id}/edit`);
  await page.getByLabel("Image", { exact: true }).fill("a/b:2");
  await formPage(page).save();
  expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({ ...data, image: "a/b:2" });
});

test("defect 14: keys and values, and lists, are rows; lines of a .env file are understood at once", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/docker-container/create");
  await untilReady(page);
  const env = form.field("Environment");
  await env.getByRole("button", { name: "Add variable" }).click();
  await form.text("Key 1").evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "FOO=bar");
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(form.text("Value of FOO")).toHaveValue("bar");
  await form.field("Volumes").getByRole("button", { name: "Add volume" }).click();
  await form.field("Volumes").getByRole("textbox").fill("/a:/b");
  await form.name.fill("runner");
  await form.create();
  expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
    env: { FOO: "bar" },
    volumes: ["/a:/b"],
  });
});

test("defect 16: an optional text is one input, never a choice with None", async ({ page }) => {
  for (const slug of ["docker-container", "s3", "kubernetes-job"]) {
    await page.goto(`/blocks/catalog/${slug}/create`);
    await untilReady(page);
    await expect(page.getByRole("tab")).toHaveCount(0);
    const words = await page.locator("form").first().textContent();
    expect(words).not.toMatch(/\b(None|null|password \|)\b/);
  }
  await expect(formPage(page).text("Namespace")).toBeVisible();
});
