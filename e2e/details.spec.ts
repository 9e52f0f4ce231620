import { referenceTo } from "./support/blocks.ts";
import { allowClipboard, expectClipboard } from "./support/clipboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { findLeaks } from "./support/leaks.ts";

const keys = { aws_access_key_id: "kanarie-id", aws_secret_access_key: "kanarie-key" };

/** The value beside a name under "Settings". */
const settingPath = (label: string) => `xpath=.//dt[normalize-space()="${label}"]/following-sibling::dd[1]`;

test.describe("the snippets of a block", () => {
  const cases = [
    {
      slug: "s3",
      data: { bucket_path: "logs", ...keys },
      tabs: ["Python", "Typed class", "Deployment", "YAML", "curl"],
      contains: [
        'Block.load("s3/sample")',
        'S3.load("sample")',
        "-sb s3/sample",
        "_block_document_name: sample",
        "/api/block_types/slug/s3/block_documents/name/sample",
      ],
    },
    {
      slug: "docker-container",
      data: { image: "example/image:1" },
      tabs: ["Python", "Typed class", "Deployment", "YAML", "curl"],
      contains: [
        'Block.load("docker-container/sample")',
        'DockerContainer.load("sample")',
        "-ib docker-container/sample --override image=",
        "_block_type_slug: docker-container",
        "/api/block_types/slug/docker-container/block_documents/name/sample",
      ],
    },
    {
      slug: "secret",
      data: { value: "kanarie-value" },
      tabs: ["Python", "Typed class", "YAML", "curl"],
      contains: [
        'Block.load("secret/sample")',
        'Secret.load("sample")',
        "prefect.blocks.secret.sample",
        "/api/block_types/slug/secret/block_documents/name/sample",
      ],
    },
  ];

  for (const { slug, data, tabs, contains } of cases) {
    test(`${slug}: Copy puts the one that shows on the clipboard, and none writes or holds a secret`, async ({
      page,
      api,
    }) => {
      const { id } = await api.createBlock(slug, "sample", data);
      await allowClipboard(page);
      await page.goto(`/blocks/block/${id}`);
      await expect(page.getByRole("tab")).toHaveText(tabs);
      await expect(page.getByRole("button", { name: "Copy", exact: true })).toHaveCount(1);
      for (const [index, tab] of tabs.entries()) {
        await page.getByRole("tab", { name: tab }).click();
        const shown = page.getByRole("tabpanel", { name: tab });
        await expect(shown).toBeVisible();
        const code = ((await shown.locator("pre").textContent()) ?? "").trimEnd();
        expect(code).toContain(contains[index]);
        expect(code).not.toMatch(/\.save\(|overwrite|kanarie|-X (POST|PUT|PATCH|DELETE)/);
        await page.getByRole("button", { name: "Copy", exact: true }).click();
        await expectClipboard(page, code);
      }
    });
  }

  test("the tabs follow the arrow keys", async ({ page, api }) => {
    const { id } = await api.createBlock("s3", "sample", { bucket_path: "logs" });
    await page.goto(`/blocks/block/${id}`);
    await page.getByRole("tab", { name: "Python" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name: "Typed class" })).toBeFocused();
    await expect(page.getByRole("tabpanel")).toHaveCount(1);
    await page.keyboard.press("End");
    await expect(page.getByRole("tab", { name: "curl" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name: "Python" })).toHaveAttribute("aria-selected", "true");
  });
});

test.describe("the settings of a block", () => {
  test("a secret is eight asterisks and the day on which it was set", async ({ page, api }) => {
    const { id } = await api.createBlock("s3", "log-test", { bucket_path: "logs", ...keys });
    const html = await (await page.goto(`/blocks/block/${id}`))?.text();
    await expect(page.getByText("********", { exact: true })).toHaveCount(2);
    await expect(page.getByText(/\*{9}/)).toHaveCount(0);
    const year = new Date().getUTCFullYear();
    const settings = page.getByRole("region", { name: "Settings" });
    for (const label of ["AWS Access Key ID", "AWS Secret Access Key"]) {
      const value = settings.locator(settingPath(label));
      await expect(value).toHaveText(new RegExp(`^\\*{8}Set, changed \\d{1,2} [A-Z][a-z]{2} ${year}$`));
    }
    await expect(settings.locator(settingPath("Bucket Path"))).toHaveText("logs");
    expect(findLeaks(`${html}${await page.content()}`, "kanarie")).toEqual([]);
  });

  test("keys of a secret dict are shown and their values masked", async ({ page, api }) => {
    const { id } = await api.createBlock("webhook", "hook", {
      url: "https://example.com/kanarie-url",
      headers: { Authorization: "kanarie-header", "X-Team": "kanarie-team" },
    });
    await page.goto(`/blocks/block/${id}`);
    const headers = page.getByRole("region", { name: "Settings" }).locator(settingPath("Webhook Headers"));
    await expect(headers.locator("dt")).toHaveText(["Authorization", "X-Team"]);
    await expect(headers.getByText("********", { exact: true })).toHaveCount(2);
    await expect(page.getByText("********", { exact: true })).toHaveCount(3);
    expect(findLeaks(await page.content(), "kanarie")).toEqual([]);
  });

  test("references are links in both directions", async ({ page, api }) => {
    const registry = await api.createBlock("docker-registry", "ghcr", {
      username: "robot",
      password: "kanarie-password",
      registry_url: "ghcr.io",
    });
    const runner = await api.createBlock("docker-container", "etl-runner", {
      image_registry: referenceTo(registry),
    });
    await page.goto(`/blocks/block/${runner.id}`);
    const reference = page.getByRole("region", { name: "Settings" }).getByRole("link", { name: "ghcr" });
    await expect(reference).toHaveAttribute("href", `/blocks/block/${registry.id}`);
    expect(findLeaks(await page.content(), "kanarie")).toEqual([]);
    await reference.click();
    await expect(page.getByRole("heading", { level: 1, name: "ghcr" })).toBeVisible();
    const usedBy = page.getByRole("region", { name: "Used by" });
    await expect(usedBy).toContainText("1 block");
    await expect(usedBy).toContainText("image_registry");
    await usedBy.getByRole("link", { name: "etl-runner" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "etl-runner" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Used by" })).toContainText("No other block refers");
  });

  test("nested values are read out, and settings without a value lie folded", async ({ page, api }) => {
    const { id } = await api.createBlock("docker-container", "runner", {
      env: { LOG_LEVEL: "DEBUG", EMPTY: "" },
      command: ["python", "-m", "prefect.engine"],
      mem_limit: "2g",
      auto_remove: true,
      stream_output: true,
    });
    await page.goto(`/blocks/block/${id}`);
    const settings = page.getByRole("region", { name: "Settings" });
    await expect(settings.locator(settingPath("Environment")).locator("dt")).toHaveText([
      "LOG_LEVEL",
      "EMPTY",
    ]);
    await expect(settings.locator(settingPath("Environment")).locator("dd")).toHaveText([
      "DEBUG",
      "Empty text",
    ]);
    await expect(settings.locator(settingPath("Command")).getByRole("listitem")).toHaveText([
      "python",
      "-m",
      "prefect.engine",
    ]);
    await expect(settings.locator(settingPath("Mem Limit"))).toHaveText("2g");
    await expect(settings.locator(settingPath("Auto Remove"))).toHaveText("On");
    await expect(settings.locator(settingPath("Stream Output"))).toHaveText(/On\s*\(default\)/);

    const unset = settings.locator(settingPath("Network Mode"));
    await expect(unset).toBeHidden();
    await settings.getByText(/settings are not set and use their defaults/).click();
    await expect(unset).toBeVisible();
    await expect(unset).toHaveText(/^Not set/);
  });

  test("unknown keys and values that do not match are shown as such and survive an edit of another field", async ({
    page,
    api,
  }) => {
    const { id } = await api.createBlock("s3", "odd", {
      bucket_path: "logs",
      aws_access_key_id: "kanarie-id",
      retries: { most: 3 },
    });
    const wrong = await api.createBlock("docker-container", "wrong", {
      image: "example/image:1",
      command: "not a list",
      privileged: "maybe",
      added_later: [1, "two"],
    });
    await page.goto(`/blocks/block/${id}`);
    const settings = page.getByRole("region", { name: "Settings" });
    await expect(settings.locator(settingPath("retries"))).toContainText("Does not match the schema");
    await expect(settings.locator(settingPath("Bucket Path"))).not.toContainText("Does not match");

    await page.goto(`/blocks/block/${wrong.id}`);
    for (const label of ["Command", "Privileged", "added_later"]) {
      await expect(settings.locator(settingPath(label)), label).toContainText("Does not match the schema");
    }
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(page.getByText("not a list")).toBeVisible();
    await page.getByLabel("Image", { exact: true }).fill("example/image:2");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL(new RegExp(`/blocks/block/${wrong.id}$`));
    expect((await api.readBlock("docker-container", "wrong"))?.data).toEqual({
      image: "example/image:2",
      command: "not a list",
      privileged: "maybe",
      added_later: [1, "two"],
    });
  });
});

test("delete names what uses the block, and goes back to the list", async ({ page, api }) => {
  const registry = await api.createBlock("docker-registry", "ghcr", {
    username: "robot",
    password: "pw",
    registry_url: "ghcr.io",
  });
  await api.createBlock("docker-container", "etl-runner", { image_registry: referenceTo(registry) });
  await page.goto(`/blocks/block/${registry.id}`);
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("etl-runner");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete" })).toBeFocused();
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete block" }).click();
  await expect(page).toHaveURL(/\/blocks$/);
  await expect(page.getByRole("table", { name: "Blocks" }).getByRole("link", { name: "ghcr" })).toHaveCount(
    0,
  );
});
