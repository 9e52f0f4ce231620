import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { registerType, removeType } from "./support/blocks.ts";
import { allowClipboard, paste } from "./support/clipboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { findLeaks } from "./support/leaks.ts";

const canary = "canary-secret-5d1e";
const credentials = `[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = ${canary}
region = eu-west-1

[production]
aws_access_key_id = AKIAPROD
aws_secret_access_key = ${canary}-prod
`;
const newS3 = "/blocks/catalog/s3/create";

/** Opens the dialog and puts a text into it. */
async function pasteToFill(page: Page, text: string) {
  await page.getByRole("button", { name: "Paste to fill" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste to fill" });
  await dialog.getByLabel("Text or file").fill(text);
  return dialog;
}

test("an AWS credentials file: a profile is chosen, two fields are filled, the rest is named, and it can be undone", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto(newS3);
  await form.name.fill("pasted");
  await form.text("Bucket Path").fill("my-bucket");
  const dialog = await pasteToFill(page, credentials);
  await expect(dialog).toContainText("Found: an AWS credentials file");
  await dialog.getByLabel("Profile").selectOption("production");
  const preview = dialog.getByRole("list", { name: "Fields to fill" });
  await expect(preview).toContainText("AWS Access Key ID");
  await expect(preview).not.toContainText(canary);
  await expectAccessible(page, "paste to fill");
  await dialog.getByRole("button", { name: "Fill 2 fields" }).click();
  await expect(dialog).toBeHidden();
  const message = "Filled 2 fields: AWS Access Key ID, AWS Secret Access Key.";
  await expect(page.getByRole("status").filter({ hasText: message })).toHaveCount(1);
  await expect(page.getByRole("main")).toContainText(message);
  await expect(page.getByLabel("AWS Access Key ID", { exact: true })).toHaveValue("AKIAPROD");
  await expect(page.getByLabel("AWS Secret Access Key", { exact: true })).toHaveValue(`${canary}-prod`);
  await expect(page.getByLabel("AWS Secret Access Key", { exact: true })).toHaveAttribute("type", "password");
  expect(await form.readBrowserStorage()).not.toContain(canary);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("AWS Access Key ID", { exact: true })).toHaveValue("");
  await expect(form.text("Bucket Path")).toHaveValue("my-bucket");

  const again = await pasteToFill(page, credentials);
  await again.getByRole("button", { name: "Fill 2 fields" }).click();
  await expect(page.getByRole("main")).toContainText("Not used: region.");
  await expectAccessible(page, "filled");
  await form.create();
  expect((await api.readBlock("s3", "pasted"))?.data).toEqual({
    bucket_path: "my-bucket",
    aws_access_key_id: "AKIADEFAULT",
    aws_secret_access_key: canary,
  });
});

test("what would be replaced is said first; a stored secret is replaced like by hand and never shown", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  const { id } = await api.createBlock("s3", "stored", {
    bucket_path: "old/path",
    aws_secret_access_key: `${canary}-stored`,
  });
  await page.goto(`/blocks/block/${id}/edit`);
  const dialog = await pasteToFill(page, "s3://new-bucket/a/b");
  await expect(dialog.getByRole("listitem")).toHaveText(/Bucket Path.*Replaces old\/path.*new-bucket\/a\/b/s);
  await dialog.getByRole("button", { name: "Fill 1 field" }).click();
  const keys = await pasteToFill(page, `export AWS_SECRET_ACCESS_KEY=${canary}-new\n`);
  await expect(keys).toContainText("Replaces the stored secret");
  await keys.getByRole("button", { name: "Fill 1 field" }).click();
  await expect(page.getByRole("button", { name: "Keep the stored value" })).toBeVisible();
  await form.save();
  expect((await api.readBlock("s3", "stored"))?.data).toEqual({
    bucket_path: "new-bucket/a/b",
    aws_secret_access_key: `${canary}-new`,
  });
  expect(findLeaks(await page.content(), canary)).toEqual([]);
});

test("pasted into a plain field it is offered instead of put there", async ({ page, api }) => {
  const form = formPage(page);
  await allowClipboard(page);
  await page.goto(newS3);
  await form.name.fill("offered");
  const bucket = form.text("Bucket Path");
  await bucket.focus();
  await paste(page, "s3://my-bucket/a/b");
  const offer = page.getByRole("group", { name: "Pasted text" });
  await expect(offer).toContainText("This looks like a storage address.");
  await expect(bucket).toHaveValue("");
  await expectAccessible(page, "an offer");
  await offer.getByRole("button", { name: "Fill 1 field" }).click();
  await expect(bucket).toHaveValue("my-bucket/a/b");
  await expect(page.getByRole("main")).toContainText("Filled 1 field: Bucket Path.");

  await bucket.fill("");
  await paste(page, credentials);
  // Two profiles: a person has to choose.
  await offer.getByRole("button", { name: "Fill 2 fields…" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste to fill" });
  await expect(dialog.getByLabel("Text or file")).toHaveValue(credentials);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await bucket.focus();
  await paste(page, "gs://not-for-s3/a");
  await expect(offer).toBeHidden();
  await expect(bucket).toHaveValue("gs://not-for-s3/a");

  await bucket.fill("");
  await paste(page, "s3://as-it-is");
  await offer.getByRole("button", { name: "Paste as text" }).click();
  await expect(bucket).toHaveValue("s3://as-it-is");
  await expect(bucket).toBeFocused();
  await form.create();
  expect((await api.readBlock("s3", "offered"))?.data).toEqual({ bucket_path: "s3://as-it-is" });
});

test("a docker run command fills lists, maps, choices and switches", async ({ page, api }) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/docker-container/create");
  await form.name.fill("runner");
  const command =
    "docker run --rm --name etl -e A=1 -e 'B=two words' --env-file .env -v /srv:/data --network back -m 512m img:1.4 python -m flow";
  const dialog = await pasteToFill(page, command);
  await dialog.getByRole("button", { name: /^Fill 8 fields$/ }).click();
  await expect(page.getByRole("main")).toContainText("Not used: --env-file.");
  await expect(form.text("Argument 3")).toHaveValue("flow");
  // Once more over the same rows, which are shown by now.
  const again = await pasteToFill(page, "docker run -e A=changed img:1.4 sh");
  await expect(again).toContainText("Replaces python -m flow");
  await again.getByRole("button", { name: /^Fill 2 fields$/ }).click();
  await expect(form.text("Argument 1")).toHaveValue("sh");
  await expect(form.text("Argument 2")).toHaveCount(0);
  await expect(page.getByLabel("Value of A", { exact: true })).toHaveValue("changed");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(form.text("Argument 3")).toHaveValue("flow");
  await form.create();
  expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
    name: "etl",
    image: "img:1.4",
    command: ["python", "-m", "flow"],
    env: { A: "1", B: "two words" },
    volumes: ["/srv:/data"],
    networks: ["back"],
    mem_limit: "512m",
    auto_remove: true,
  });
});

test("a kubeconfig by file: its context is chosen, the text goes in with its comments", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  const kubeconfig = `# cluster of the team
apiVersion: v1
kind: Config
current-context: prod
clusters: [{ name: c, cluster: { server: "https://c.example.com" } }]
users: [{ name: u, user: { token: ${canary} } }]
contexts:
  - { name: dev, context: { cluster: c, user: u } }
  - { name: prod, context: { cluster: c, user: u } }
`;
  await page.goto("/blocks/catalog/kubernetes-cluster-config/create");
  await form.name.fill("cluster");
  await page.getByRole("button", { name: "Paste to fill" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste to fill" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "choose one" }).click();
  await (await chooser).setFiles({ name: "config", mimeType: "text/plain", buffer: Buffer.from(kubeconfig) });
  await expect(dialog.getByLabel("Context")).toHaveValue("0");
  await expect(dialog.getByRole("list")).not.toContainText(canary);
  await dialog.getByRole("button", { name: "Fill 2 fields" }).click();
  await expect(form.text("Context Name")).toHaveValue("prod");
  await form.create();
  const stored = await api.readBlock("kubernetes-cluster-config", "cluster");
  expect(stored?.data).toMatchObject({
    context_name: "prod",
    config: { kind: "Config", "current-context": "prod" },
  });
});

test("a type of one's own is filled by the names of its fields; one without such fields has no button", async ({
  page,
  api,
}) => {
  const properties = {
    host: { title: "Host", type: "string" },
    port: { title: "Port", type: "integer" },
    username: { title: "Username", type: "string" },
    password: { title: "Password", type: "string", format: "password", writeOnly: true },
  };
  await registerType(api, {
    name: "Own Database",
    slug: "own-database",
    fields: { title: "OwnDatabase", type: "object", properties, secret_fields: ["password"] },
  });
  const form = formPage(page);
  await page.goto("/blocks/catalog/own-database/create");
  await form.name.fill("own");
  const dialog = await pasteToFill(page, `postgresql://ada:${canary}@db.example.com:5432/shop`);
  await dialog.getByRole("button", { name: "Fill 4 fields" }).click();
  await expect(page.getByRole("main")).toContainText("Not used: driver, database.");
  await form.create();
  expect((await api.readBlock("own-database", "own"))?.data).toEqual({
    host: "db.example.com",
    port: 5432,
    username: "ada",
    password: canary,
  });
  await removeType(api, "own-database");

  await page.goto("/blocks/catalog/string/create");
  await expect(form.name).toBeVisible();
  await expect(page.getByRole("button", { name: "Paste to fill" })).toHaveCount(0);
});
