import { registerType, removeType } from "./support/blocks.ts";
import { allowClipboard, paste } from "./support/clipboard.ts";
import { deepSecrets } from "./support/deep-secrets.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { findLeaks } from "./support/leaks.ts";
import { recordTraffic } from "./support/traffic.ts";

const data = {
  bucket_path: "logs",
  aws_access_key_id: "kanarie-stored-id",
  aws_secret_access_key: "kanarie-stored-key",
};

test.describe("a stored secret", () => {
  test("is no input: a sentence with Replace and Clear, and the mask is no value", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", data);
    const html = await (await page.goto(`/blocks/block/${id}/edit`))?.text();
    const secret = form.field("AWS Secret Access Key");
    await expect(secret).toContainText(/Set, changed \d{1,2} [A-Z][a-z]{2} \d{4}/);
    await expect(secret.locator("input, textarea")).toHaveCount(0);
    await expect(secret.getByRole("button")).toHaveText(["Replace", "Clear"]);
    expect(await form.readInputs()).not.toContain("**");
    expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
    expect(html).not.toMatch(/value="\*+/);
  });

  test("Replace opens an empty input, and Keep the stored value takes it back", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", data);
    await page.goto(`/blocks/block/${id}/edit`);
    await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
    const input = form.text("AWS Secret Access Key").or(page.locator("input[type=password]"));
    await expect(input).toBeFocused();
    await expect(input).toHaveValue("");
    await expect(input).toHaveAttribute("autocomplete", "new-password");
    await input.fill("typed in error");
    await page.getByRole("button", { name: "Keep the stored value" }).click();
    await expect(form.field("AWS Secret Access Key")).toContainText("Set, changed");
    expect(await form.readInputs()).not.toContain("typed in error");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(data);
  });

  test("an optional one is cleared on save, not before; a required one cannot be", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", data);
    await page.goto(`/blocks/block/${id}/edit`);
    const secret = form.field("AWS Access Key ID");
    await secret.getByRole("button", { name: "Clear" }).click();
    await expect(secret).toContainText("Will be cleared when you save");
    await secret.getByRole("button", { name: "Keep" }).click();
    await expect(secret).toContainText("Set, changed");
    await secret.getByRole("button", { name: "Clear" }).click();
    await form.save();
    const { aws_access_key_id: _cleared, ...rest } = data;
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(rest);

    const needed = await api.createBlock("secret", "token", { value: "kanarie-needed" });
    await page.goto(`/blocks/block/${needed.id}/edit`);
    await expect(form.field("Value").getByRole("button")).toHaveText(["Replace"]);
    await form.field("Value").getByRole("button", { name: "Replace" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.summary).toContainText("Value: enter a value or keep the stored one");
    expect((await api.readBlock("secret", "token"))?.data).toEqual({ value: "kanarie-needed" });
  });

  test("asterisks are refused as an obvious accident", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", data);
    await page.goto(`/blocks/block/${id}/edit`);
    await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
    await page
      .getByLabel("AWS Secret Access Key", { exact: true })
      .and(page.locator("input"))
      .fill("********abc");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.summary).toContainText(/AWS Secret Access Key: .*asterisks/);
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(data);
  });

  test("each value of a secret dict is kept, replaced and removed by itself", async ({ page, api }) => {
    const form = formPage(page);
    const traffic = recordTraffic(page);
    const headers = { Authorization: "kanarie-auth", "X-Team": "kanarie-team", "X-Old": "kanarie-old" };
    const { id } = await api.createBlock("webhook", "hook", { url: "https://e.x/kanarie-url", headers });
    await page.goto(`/blocks/block/${id}/edit`);
    await expect(form.text("Key 1")).toHaveValue("Authorization");
    expect(await form.readInputs()).not.toMatch(/kanarie|\*\*/);
    const rows = form.field("Webhook Headers").locator("[data-row]");
    await rows.nth(1).getByRole("button", { name: "Replace" }).click();
    await page.getByLabel("Value of X-Team").fill("new-team");
    await page.getByRole("button", { name: "Remove X-Old" }).click();
    await form.save();
    expect((await api.readBlock("webhook", "hook"))?.data).toEqual({
      url: "https://e.x/kanarie-url",
      headers: { Authorization: "kanarie-auth", "X-Team": "new-team" },
    });
    expect(findLeaks(await traffic(), "kanarie")).toEqual([]);
  });

  test("a key that is renamed takes its secret along", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("webhook", "hook", {
      url: "https://e.x/u",
      headers: { Authorisation: "kept-auth", "X-Team": "kept-team" },
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await form.text("Key 1").fill("Authorization");
    await form.save();
    expect((await api.readBlock("webhook", "hook"))?.data["headers"]).toEqual({
      Authorization: "kept-auth",
      "X-Team": "kept-team",
    });
  });
});

test.describe("secrets at every depth", () => {
  const account = (user: string) => ({ user, password: `kanarie-${user}` });
  const deep = {
    note: "first",
    account: account("main"),
    accounts: [account("a"), account("b"), account("c")],
    tokens: ["kanarie-1", "kanarie-2"],
    either: account("either"),
  };
  test.beforeEach(async ({ api }) => await registerType(api, deepSecrets));
  test.afterEach(async ({ api }) => await removeType(api, deepSecrets.slug));

  test("an edit beside them leaves every one as it is", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock(deepSecrets.slug, "deep", deep);
    const html = await (await page.goto(`/blocks/block/${id}/edit`))?.text();
    expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
    expect(await form.readInputs()).not.toMatch(/kanarie|\*\*/);
    await expect(page.getByText(/^Set(, changed.*)?$/)).toHaveCount(7);
    await form.text("Note").fill("second");
    await form.field("Account").getByLabel("User").fill("renamed");
    await form.save();
    expect((await api.readBlock(deepSecrets.slug, "deep"))?.data).toEqual({
      ...deep,
      note: "second",
      account: { user: "renamed", password: "kanarie-main" },
    });
  });

  test("items that move or go take their own secret along, and one may be replaced", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    const { id } = await api.createBlock(deepSecrets.slug, "deep", deep);
    await page.goto(`/blocks/block/${id}/edit`);
    await page.getByRole("button", { name: "Move Account 3", exact: true }).focus();
    for (const key of ["Space", "ArrowUp", "ArrowUp", "Space"]) await page.keyboard.press(key);
    await expect(form.field("Accounts").getByLabel("User").first()).toHaveValue("c");
    await page.getByRole("button", { name: "Remove Account 2", exact: true }).click();
    await page.getByRole("button", { name: "Replace" }).last().click();
    await page.locator("input[type=password]").fill("typed");
    await form.save();
    expect((await api.readBlock(deepSecrets.slug, "deep"))?.data).toEqual({
      ...deep,
      accounts: [account("c"), account("b")],
      either: { user: "either", password: "typed" },
    });
  });
});

test.describe("a secret that is typed", () => {
  const pem = "-----BEGIN KEY-----\r\nabc=\r\n\t é\r\n-----END KEY-----\r\n\r\n";

  test("from a file it is kept byte for byte", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/secret/create");
    await form.name.fill("from-file");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "choose one" }).click(),
    ]);
    await chooser.setFiles({ name: "key.pem", mimeType: "text/plain", buffer: Buffer.from(pem) });
    await expect(page.getByText(`${pem.length} characters, 6 lines, ends with a line break`)).toBeVisible();
    await form.create();
    expect((await api.readBlock("secret", "from-file"))?.data).toEqual({ value: pem });
  });

  test("several lines pasted into one line make it a long field, and nothing is lost", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    await allowClipboard(page);
    await page.goto("/blocks/catalog/s3/create");
    await form.name.fill("pasted");
    await page.getByLabel("Bucket Path").fill("logs");
    await page.getByLabel("AWS Secret Access Key").focus();
    await paste(page, "first line\nsecond line\n");
    await expect(page.getByLabel("AWS Secret Access Key").and(page.locator("textarea"))).toBeFocused();
    await form.create();
    expect((await api.readBlock("s3", "pasted"))?.data["aws_secret_access_key"]).toBe(
      "first line\nsecond line\n",
    );
  });
});

test("what is typed into a secret is in no storage of the browser, neither before nor after Cancel", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog");
  await page.getByRole("link", { name: "Add S3", exact: true }).click();
  await form.name.fill("never-stored");
  await page.getByLabel("AWS Secret Access Key").fill("kanarie-typed");
  await page.getByLabel("Bucket Path").fill("kanarie-bucket");
  expect(await form.readBrowserStorage()).not.toContain("kanarie");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/blocks\/catalog$/);
  expect(await form.readBrowserStorage()).not.toContain("kanarie");
  await page.getByRole("link", { name: "Add S3", exact: true }).click();
  await expect(page.getByLabel("AWS Secret Access Key")).toHaveValue("");
  await expect(form.name).toHaveValue("");
  expect(await api.readBlock("s3", "never-stored")).toBeUndefined();
});
