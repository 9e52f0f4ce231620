import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { referenceTo, registerType, removeType } from "./support/blocks.ts";
import { deepSecrets } from "./support/deep-secrets.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { findLeaks } from "./support/leaks.ts";
import { recordTraffic } from "./support/traffic.ts";

function wholeSwitch(page: Page): Locator {
  return page.getByRole("group", { name: "View", exact: true }).first();
}

test.describe("the whole form as text", () => {
  test("what is written in it is saved from there, and secrets behind masks stay", async ({ page, api }) => {
    const form = formPage(page);
    const traffic = recordTraffic(page);
    const data = {
      bucket_path: "logs",
      aws_access_key_id: "kanarie-id",
      aws_secret_access_key: "kanarie-key",
    };
    const { id } = await api.createBlock("s3", "log-test", data);
    await page.goto(`/blocks/block/${id}/edit`);
    await wholeSwitch(page).getByRole("radio", { name: "JSON" }).check();
    const json = form.text("All fields as JSON");
    await expect(json).toHaveValue(/"bucket_path": "logs"/);
    await expect(json).toHaveValue(/"aws_secret_access_key": "\*{8}"/);
    await expect(page.getByText("stands for a hidden value")).toBeVisible();
    await json.fill((await json.inputValue()).replace('"logs"', '"other"'));

    await wholeSwitch(page).getByRole("radio", { name: "YAML" }).check();
    const yaml = form.text("All fields as YAML");
    await expect(yaml).toHaveValue(/^bucket_path: other$/m);
    await yaml.fill("bucket_path: third\naws_secret_access_key: '********'\n");
    await form.save();
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({
      bucket_path: "third",
      aws_secret_access_key: "kanarie-key",
    });
    expect(findLeaks(await traffic(), "kanarie")).toEqual([]);
  });

  test("looking at it is no change, and the way through all views keeps what is typed", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("s3", "log-test", {
      bucket_path: "logs",
      aws_secret_access_key: "kanarie-k",
    });
    await page.goto(`/blocks/block/${id}/edit`);
    for (const view of ["JSON", "YAML", "Form"]) {
      await wholeSwitch(page).getByRole("radio", { name: view }).check();
      await expect(wholeSwitch(page).getByRole("radio", { name: view })).toBeFocused();
    }
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Nothing to save")).toBeVisible();

    await page.goto(`/blocks/block/${id}/edit`);
    await form.field("AWS Secret Access Key").getByRole("button", { name: "Replace" }).click();
    const secret = page.getByLabel("AWS Secret Access Key", { exact: true }).and(page.locator("input"));
    await secret.fill("typed here");
    await wholeSwitch(page).getByRole("radio", { name: "YAML" }).check();
    await expect(form.text("All fields as YAML")).toHaveValue(/aws_secret_access_key: "\*{8}"/);
    await form.text("All fields as YAML").fill('bucket_path: other\naws_secret_access_key: "********"\n');
    await wholeSwitch(page).getByRole("radio", { name: "Form" }).check();
    await expect(secret).toHaveValue("typed here");
    await form.save();
    expect((await api.readBlock("s3", "log-test"))?.data).toEqual({
      bucket_path: "other",
      aws_secret_access_key: "typed here",
    });
  });

  test("faults name line and column, block the way back and the save, and nothing is lost", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/docker-container/create");
    await form.name.fill("runner");
    await wholeSwitch(page).getByRole("radio", { name: "JSON" }).check();
    const json = form.text("All fields as JSON");
    const broken = '{\n  "image": "x/y:1",\n  "env": {"A" "1"}\n}';
    await json.fill(broken);
    await expect(page.getByText("Line 3, column 15: A colon is missing after the key.")).toBeVisible();
    await wholeSwitch(page).getByRole("radio", { name: "Form" }).click();
    await expect(json).toBeFocused();
    await expect(json).toHaveValue(broken);
    await expect(wholeSwitch(page).getByRole("radio", { name: "JSON" })).toBeChecked();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("line 3, column 15");
    expect(await api.readBlock("docker-container", "runner")).toBeUndefined();

    await json.fill('{\n  "image": 5,\n  "images": "x"\n}');
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("line 3, column 3: There is no field images");
    await expect(form.summary).toContainText("line 2, column 3: This is a number");

    // What only the rules of a field find is said here too, with its line.
    await json.fill('{\n  "image": "x/y:1",\n  "image_pull_policy": "SOMETIMES"\n}');
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Image Pull Policy: line 3, column 3: Choose one of");
    await json.fill('{"image": "x/y:1", "mem_limit": 1.50}');
    await form.create();
    expect(await api.readBlockText("docker-container", "runner")).toMatch(/"mem_limit": ?1\.50[,}]/);
  });

  test("a saved block reads as its type and name, and is found by it", async ({ page, api }) => {
    const form = formPage(page);
    const parent = { image: "x/y:1" };
    const first = await api.createBlock("docker-registry", "first", {
      username: "a",
      password: "kanarie-p",
      registry_url: "r.x",
    });
    await api.createBlock("docker-registry", "second", {
      username: "b",
      password: "kanarie-q",
      registry_url: "r.x",
    });
    const { id } = await api.createBlock("docker-container", "runner", {
      ...parent,
      image_registry: referenceTo(first),
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await wholeSwitch(page).getByRole("radio", { name: "YAML" }).check();
    const yaml = form.text("All fields as YAML");
    await expect(yaml).toHaveValue(
      /image_registry:\n {2}\$ref: docker-registry\/first|"\$ref": docker-registry\/first/,
    );
    await yaml.fill('image: x/y:1\nimage_registry: {"$ref": docker-registry/second}\n');
    await wholeSwitch(page).getByRole("radio", { name: "Form" }).check();
    await expect(form.field("Image Registry")).toContainText("second");
    await form.save();
    await expect(page.getByRole("link", { name: "second" }).first()).toBeVisible();
  });
});

test.describe("a part of the form as text", () => {
  test("a dict: rows, JSON and YAML on one state, in any order", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("docker-container", "runner", { env: { A: "1", B: "2" } });
    await page.goto(`/blocks/block/${id}/edit`);
    const env = form.field("Environment");
    await env.getByRole("radio", { name: "YAML" }).check();
    await form.text("Environment as YAML").fill('# settings\nA: "1"\nB: "3"\nC: |-\n  two\n  lines\n');
    await env.getByRole("radio", { name: "JSON" }).check();
    await expect(form.text("Environment as JSON")).toHaveValue(/"C": "two\\nlines"/);
    await env.getByRole("radio", { name: "Rows" }).check();
    await expect(form.text("Value of B")).toHaveValue("3");
    await form.text("Value of A").fill("4");
    await env.getByRole("radio", { name: "YAML" }).check();
    await expect(form.text("Environment as YAML")).toHaveValue(/A: "4"/);
    await form.save();
    expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
      env: { A: "4", B: "3", C: "two\nlines" },
    });
  });

  test("a dict with a key twice is put right first", async ({ page }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/docker-container/create");
    const env = form.field("Environment");
    await env.getByRole("button", { name: "Add variable" }).click();
    await page.keyboard.type("A");
    await form.text("Value of A").fill("1");
    await page.keyboard.press("Enter");
    await page.keyboard.type("A");
    await env.getByRole("radio", { name: "JSON" }).click();
    await expect(form.text("Key 2")).toBeFocused();
    await expect(form.text("Environment as JSON")).toHaveCount(0);
    await form.text("Key 2").fill("B");
    await env.getByRole("radio", { name: "JSON" }).check();
    await expect(form.text("Environment as JSON")).toHaveValue('{\n  "A": "1",\n  "B": ""\n}');
  });

  test.describe("with secrets in it", () => {
    const account = (user: string) => ({ user, password: `kanarie-${user}` });
    const deep = {
      note: "n",
      account: account("main"),
      accounts: [account("a"), account("b")],
      either: account("e"),
    };
    test.beforeEach(async ({ api }) => await registerType(api, deepSecrets));
    test.afterEach(async ({ api }) => await removeType(api, deepSecrets.slug));

    test("a group, a list and a choice keep them, by meaning", async ({ page, api }) => {
      const form = formPage(page);
      const traffic = recordTraffic(page);
      const { id } = await api.createBlock(deepSecrets.slug, "deep", deep);
      await page.goto(`/blocks/block/${id}/edit`);
      await form.field("Account").getByRole("radio", { name: "JSON" }).check();
      await form.text("Account as JSON").fill('{"user": "renamed", "password": "********"}');
      await form.field("Accounts").getByRole("radio", { name: "YAML" }).check();
      await form
        .text("Accounts as YAML")
        .fill(
          '- user: b\n  password: "********"\n- user: new\n  password: typed\n- user: a\n  password: "********"\n',
        );
      await form.field("Either").first().getByRole("radio", { name: "YAML" }).check();
      await form.text("Either as YAML").fill('user: changed\npassword: "********"\n');
      await form.field("Account").getByRole("radio", { name: "Form" }).check();
      await expect(form.field("Account").getByText(/^Set, changed/)).toBeVisible();
      await form.save();
      expect((await api.readBlock(deepSecrets.slug, "deep"))?.data).toEqual({
        note: "n",
        account: { user: "renamed", password: "kanarie-main" },
        accounts: [account("b"), { user: "new", password: "typed" }, account("a")],
        either: { user: "changed", password: "kanarie-e" },
      });
      expect(findLeaks(await traffic(), "kanarie")).toEqual([]);
    });

    test("a mask that stands for nothing is refused with its line, and a choice asks before it drops", async ({
      page,
      api,
    }) => {
      const form = formPage(page);
      const { id } = await api.createBlock(deepSecrets.slug, "deep", deep);
      await page.goto(`/blocks/block/${id}/edit`);
      await form.field("Accounts").getByRole("radio", { name: "JSON" }).check();
      await form.text("Accounts as JSON").fill('[\n  {"user": "x", "password": "********"}\n]');
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(form.summary).toContainText("line 2, column 17: Eight asterisks stand for a hidden value");
      await form.text("Accounts as JSON").fill("[]");

      const either = page.getByRole("radiogroup", { name: "Either" });
      await either.getByRole("radio").last().check();
      const question = page.getByRole("group", { name: /^Switch to / });
      await expect(question).toContainText("User, Password");
      await expect(question).not.toContainText("kanarie");
      await question.getByRole("button", { name: "Switch", exact: true }).click();
      await page.getByRole("textbox", { name: /^Either/ }).fill("plain");
      await form.save();
      expect((await api.readBlock(deepSecrets.slug, "deep"))?.data).toEqual({
        note: "n",
        account: account("main"),
        accounts: [],
        either: "plain",
      });
    });
  });
});

test("ten thousand lines can be edited, and Tab leaves the editor", async ({ page, api }) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/docker-container/create");
  await form.name.fill("large");
  await wholeSwitch(page).getByRole("radio", { name: "YAML" }).check();
  const yaml = form.text("All fields as YAML");
  const lines = Array.from({ length: 10_000 }, (_, index) => `  KEY_${index}: "${index}"`);
  await page.locator("input[type=file]").setInputFiles({
    name: "container.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from(`image: x/y:1\nenv:\n${lines.join("\n")}`),
  });
  await expect(page.getByText("10,002 lines")).toBeVisible();
  await yaml.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  // The new line begins where the one above began.
  await page.keyboard.type('LAST: "x"');
  await page.keyboard.press("Tab");
  await expect(yaml).not.toBeFocused();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  // Ten thousand values are judged twice: on a busy machine that is no matter of ten seconds.
  await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/, { timeout: 45_000 });
  const env = (await api.readBlock("docker-container", "large"))?.data["env"] ?? {};
  expect(Object.keys(env)).toHaveLength(10_001);
  expect(env).toMatchObject({ KEY_9999: "9999", LAST: "x" });
});

test("the views are accessible in every state, wide and narrow", async ({ page, api }) => {
  const form = formPage(page);
  const { id } = await api.createBlock("docker-container", "runner", {
    image: "x/y:1",
    env: { A: "1" },
    command: ["a"],
    mem_limit: "512m",
  });
  await page.goto(`/blocks/block/${id}/edit`);
  await form.field("Environment").getByRole("radio", { name: "YAML" }).check();
  await form.text("Environment as YAML").fill("A:\n\t- x");
  await expect(page.getByText(/Line 2, column 1: Indent with spaces/)).toBeVisible();
  await page
    .getByRole("radiogroup", { name: "Mem Limit" })
    .getByRole("radio", { name: /^Bytes/ })
    .check();
  await expect(page.getByRole("group", { name: "Switch to Bytes?" })).toBeVisible();
  await expectAccessible(page, "parts as text");
  await form.text("Environment as YAML").fill('A: "2"');
  await wholeSwitch(page).getByRole("radio", { name: "JSON" }).check();
  await form.text("All fields as JSON").fill('{\n  "image": }');
  await expect(page.getByText("Line 2, column 12: A value is missing.")).toBeVisible();
  await expectAccessible(page, "the whole form as text");
});
