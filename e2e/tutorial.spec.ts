import { expect, test } from "./support/fixtures.ts";
import { recordTraffic } from "./support/traffic.ts";

const accessKey = "AKIA-kanarie-access-7f3a";
const secretKey = "kanarie/secret+key=51c9";
const replacedKey = "kanarie/replaced+key=c0de";

test("the tutorial: from an empty page to a block that is masked, edited, refused twice and deleted", async ({
  page,
  api,
}) => {
  const traffic = recordTraffic(page);

  await test.step("the empty page leads to the catalogue", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/blocks$/);
    await expect(page.getByRole("heading", { name: "Blocks" })).toBeVisible();
    await expect(page.getByText("No blocks yet")).toBeVisible();
    await page.getByRole("link", { name: "New block" }).click();
    await expect(page.getByRole("heading", { name: "Choose a block" })).toBeVisible();
  });

  await test.step("the capability filter is in the URL and Back restores it", async () => {
    await page.getByLabel("Capability").selectOption("run-infrastructure");
    await expect(page).toHaveURL(/capability=run-infrastructure/);
    const cards = page.getByRole("link", { name: /^Add / });
    await expect(cards).toHaveCount(7);
    for (const name of ["Docker Container", "Kubernetes Job", "Process"]) {
      await expect(page.getByRole("link", { name: `Add ${name}` })).toBeVisible();
    }
    await page.getByRole("link", { name: "Add Docker Container" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Docker Container");
    await page.goBack();
    await expect(page).toHaveURL(/capability=run-infrastructure/);
    await expect(page.getByLabel("Capability")).toHaveValue("run-infrastructure");
    await expect(cards).toHaveCount(7);
  });

  await test.step("Cancel stores nothing and goes back to where the person came from", async () => {
    await page.getByRole("link", { name: "Add Docker Container" }).click();
    await page.getByLabel("Block name").fill("never-stored");
    await page.getByLabel("Image", { exact: true }).fill("example/image:1");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page).toHaveURL(/capability=run-infrastructure/);
    expect(await api.readBlock("docker-container", "never-stored")).toBeUndefined();
  });

  await test.step("a bad name is refused with the rule and an offer", async () => {
    await page.getByLabel("Capability").selectOption("");
    await page.getByRole("link", { name: "Add S3", exact: true }).click();
    await expect(page).toHaveURL(/\/blocks\/catalog\/s3\/create$/);
    await expect(page.getByText(/lowercase letters, digits and dashes/i).first()).toBeVisible();
    await page.getByLabel("Block name").fill("Log Test");
    await page.getByLabel("Bucket Path").fill("log-test-bucket");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/create$/);
    await expect(page.getByLabel("Block name")).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: /Use log-test/ }).click();
    await expect(page.getByLabel("Block name")).toHaveValue("log-test");
  });

  await test.step("create", async () => {
    await page.getByLabel("AWS Access Key ID").fill(accessKey);
    await page.getByLabel("AWS Secret Access Key").fill(secretKey);
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
  });

  await test.step("the details show the snippet and eight asterisks, and no key", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "log-test" })).toBeVisible();
    await expect(page.getByText('Block.load("s3/log-test")').first()).toBeVisible();
    await expect(page.getByText("********", { exact: true })).toHaveCount(2);
    await page.reload();
    await expect(page.getByText("********", { exact: true })).toHaveCount(2);
    expect(await page.content()).not.toContain("kanarie");
  });

  await test.step("an edit of the bucket path leaves the secrets alone", async () => {
    await page.getByRole("link", { name: "Edit" }).click();
    await expect(page.getByLabel("Bucket Path")).toHaveValue("log-test-bucket");
    await page.getByLabel("Bucket Path").fill("log-test-bucket/inner");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    const stored = await api.readBlock("s3", "log-test");
    expect(stored?.data).toEqual({
      bucket_path: "log-test-bucket/inner",
      aws_access_key_id: accessKey,
      aws_secret_access_key: secretKey,
    });
  });

  await test.step("a replaced secret is the new one", async () => {
    await page.getByRole("link", { name: "Edit" }).click();
    await page
      .getByRole("group", { name: "AWS Secret Access Key" })
      .getByRole("button", { name: "Replace" })
      .click();
    await page
      .getByLabel("AWS Secret Access Key", { exact: true })
      .and(page.locator("input, textarea"))
      .fill(replacedKey);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    const stored = await api.readBlock("s3", "log-test");
    expect(stored?.data).toMatchObject({ aws_access_key_id: accessKey, aws_secret_access_key: replacedKey });
  });

  await test.step("a second block of the same name is refused at the field, with a link to the first", async () => {
    const first = page.url();
    await page.goto("/blocks/catalog/s3/create");
    await page.getByLabel("Block name").fill("log-test");
    await page.getByLabel("Bucket Path").fill("other");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByLabel("Block name")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Bucket Path")).toHaveValue("other");
    const open = page.getByRole("link", { name: "Open log-test" });
    await expect(open).toHaveAttribute("href", new URL(first).pathname);
    await open.click();
    await expect(page.getByRole("heading", { level: 1, name: "log-test" })).toBeVisible();
  });

  await test.step("delete", async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete block" }).click();
    await expect(page).toHaveURL(/\/blocks$/);
    await expect(page.getByText("No blocks yet")).toBeVisible();
    expect(await api.readBlock("s3", "log-test")).toBeUndefined();
  });

  const everything = await traffic();
  expect(everything.length).toBeGreaterThan(10_000);
  for (const secret of ["kanarie", ...[accessKey, secretKey, replacedKey].map(toBase64)]) {
    const at = everything.indexOf(secret);
    expect(at === -1 ? "" : everything.slice(at - 200, at + 50), "a key in what the server sent").toBe("");
  }
});

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64").replace(/=+$/, "");
}
