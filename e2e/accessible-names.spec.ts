import type { Locator } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { typeExamples } from "./support/type-examples/type-examples.ts";

// Scripts find these controls by name alone, and Playwright's look-up takes any part of a name, in any case.
async function expectOne(controls: Readonly<Record<string, Locator>>): Promise<void> {
  for (const [what, control] of Object.entries(controls)) await expect(control, what).toHaveCount(1);
}

test("the names that scripts rely on match one control each, from the empty list to the edit form", async ({
  page,
  api,
}) => {
  await page.goto("/blocks");
  await expectOne({
    "heading Blocks": page.getByRole("heading", { name: "Blocks" }),
    "New block": page
      .getByRole("link", { name: "New block" })
      .or(page.getByRole("button", { name: "New block" })),
  });
  await page.goto("/blocks/catalog");
  await expectOne({
    "heading Choose a block": page.getByRole("heading", { name: "Choose a block" }),
    Capability: page.getByLabel("Capability"),
  });
  // The name of a type may begin another one's: "S3", "S3 Bucket".
  for (const { name } of typeExamples)
    await expectOne({ [name]: page.getByRole("link", { name: `Add ${name}`, exact: true }) });

  const { id } = await api.createBlock("s3", "one-each", { bucket_path: "b", aws_access_key_id: "k" });
  await page.goto("/blocks");
  await expectOne({
    "heading Blocks": page.getByRole("heading", { name: "Blocks" }),
    "New block": page
      .getByRole("link", { name: "New block" })
      .or(page.getByRole("button", { name: "New block" })),
    Capability: page.getByLabel("Capability"),
  });
  await page.goto(`/blocks/block/${id}`);
  await expectOne({
    Edit: page.getByRole("link", { name: "Edit" }),
    Delete: page.getByRole("button", { name: "Delete" }),
    Copy: page.getByRole("button", { name: "Copy" }),
  });
  await page.goto(`/blocks/block/${id}/edit`);
  await expectOne({
    "Bucket Path": page.getByLabel("Bucket Path"),
    Save: page.getByRole("button", { name: "Save" }),
    Cancel: page.getByRole("button", { name: "Cancel" }),
    Replace: page.getByRole("button", { name: "Replace" }),
  });
});

for (const { slug, name, steps } of typeExamples) {
  test(`${name}: the create form has one control for each name`, async ({ page }) => {
    await page.goto(`/blocks/catalog/${slug}/create`);
    await expectOne({
      "Block name": page.getByLabel("Block name"),
      Create: page.getByRole("button", { name: "Create" }),
      Cancel: page.getByRole("button", { name: "Cancel" }),
    });
    for (const step of steps) {
      // Titles of one schema may contain each other ("Image", "Image Registry"): these are found by the exact name.
      if ("fill" in step) await expectOne({ [step.fill]: page.getByLabel(step.fill, { exact: true }) });
    }
  });
}

test("S3: the fields that the tutorial's scripts fill in match one control each by a part of their name", async ({
  page,
}) => {
  await page.goto("/blocks/catalog/s3/create");
  for (const title of ["Bucket Path", "AWS Access Key ID", "AWS Secret Access Key"]) {
    await expectOne({ [title]: page.getByLabel(title) });
  }
});
