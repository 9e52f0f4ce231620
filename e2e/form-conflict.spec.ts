import type { Page } from "@playwright/test";
import type { Api } from "./support/api.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";

test.describe("somebody else saves while a block is edited", () => {
  const secret = "kanarie-theirs";

  /** Opens the form, types, and lets somebody else save before the first attempt. */
  const openConflict = async (page: Page, api: Api) => {
    const form = formPage(page);
    const data = { bucket_path: "logs", aws_access_key_id: "id-1", aws_secret_access_key: "kanarie-old" };
    const { id } = await api.createBlock("s3", "log-test", data);
    await page.goto(`/blocks/block/${id}/edit`);
    await page.getByLabel("Bucket Path").fill("logs/mine");
    await form.field("AWS Access Key ID").getByRole("button", { name: "Clear" }).click();
    const theirs = { ...data, bucket_path: "logs/theirs", aws_secret_access_key: secret };
    await api.call("PATCH", `/block_documents/${id}`, { data: theirs });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    const dialog = page.getByRole("dialog", { name: "log-test has changed meanwhile" });
    await expect(dialog).toBeVisible();
    return { form, id, dialog, theirs };
  };

  test("shows both sides, and my changes are added to theirs", async ({ page, api }) => {
    const { form, dialog, theirs } = await openConflict(page, api);
    const both = dialog.getByRole("group", { name: /Bucket Path/ });
    await expect(both).toContainText("logs/mine");
    await expect(both).toContainText("logs/theirs");
    await expect(both.getByRole("radio", { name: "Yours" })).toBeChecked();
    await expect(dialog.getByRole("region", { name: /Changed by them/ })).toContainText(
      /AWS Secret Access Key.*after you opened this form/,
    );
    await expect(dialog.getByRole("region", { name: /Changed by you/ })).toContainText(
      /AWS Access Key ID.*Cleared/,
    );
    expect(await page.content()).not.toContain("kanarie");
    await expectAccessible(page, "conflict", { isBrief: true });
    await dialog.getByRole("button", { name: "Keep theirs and add mine" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/mine");
    // Nothing is saved until the person looks at it and says so.
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(theirs);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("dialog").locator("tbody").getByRole("row")).toHaveText([
      /^Bucket Path\s*logs\/theirs\s*logs\/mine$/,
      /^AWS Access Key ID\s*Set.*\s*Cleared$/,
    ]);
    await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({
      bucket_path: "logs/mine",
      aws_secret_access_key: secret,
    });
    expect(await form.readBrowserStorage()).not.toContain("kanarie");
  });

  test("theirs may be chosen for one value, or for all", async ({ page, api }) => {
    const { dialog, theirs } = await openConflict(page, api);
    await dialog.getByRole("radio", { name: "Theirs" }).check();
    await dialog.getByRole("button", { name: "Keep theirs and add mine" }).click();
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/theirs");
    await api.call("PATCH", `/block_documents/${(await api.readBlock("s3", "log-test"))?.id}`, {
      data: { bucket_path: "logs/again" },
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(dialog).toContainText("logs/again");
    await dialog.getByRole("button", { name: "Discard mine" }).click();
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/again");
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({ ...theirs, bucket_path: "logs/again" });
  });

  test("going back to editing keeps what was typed", async ({ page, api }) => {
    const { dialog, theirs } = await openConflict(page, api);
    await dialog.getByRole("button", { name: "Back to editing" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByLabel("Bucket Path")).toHaveValue("logs/mine");
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual(theirs);
  });
});
