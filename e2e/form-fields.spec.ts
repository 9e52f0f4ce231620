import { allowClipboard, paste } from "./support/clipboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { findLeaks } from "./support/leaks.ts";

const newContainer = "/blocks/catalog/docker-container/create";

test.describe("a list", () => {
  test("rows are added, moved, removed and pasted by keyboard alone", async ({ page, api }) => {
    const form = formPage(page);
    await allowClipboard(page);
    await page.goto(newContainer);
    await form.name.fill("runner");
    const command = form.field("Command");
    await command.getByRole("button", { name: "Add argument" }).focus();
    await page.keyboard.press("Enter");
    await expect(form.text("Argument 1")).toBeFocused();
    await page.keyboard.type("python");
    await page.keyboard.press("Enter");
    await expect(form.text("Argument 2")).toBeFocused();
    await paste(page, "-m\nprefect.engine\n--last\n");
    await expect(form.text("Argument 2")).toHaveValue("-m");
    await expect(form.text("Argument 4")).toHaveValue("--last");

    await page.getByRole("button", { name: "Move Argument 4", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("button", { name: "Move Argument 3", exact: true })).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect(form.text("Argument 1")).toHaveValue("--last");

    // Escape takes a move back.
    await page.getByRole("button", { name: "Move Argument 2", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(form.text("Argument 2")).toHaveValue("python");

    await page.getByRole("button", { name: "Remove Argument 1" }).focus();
    await page.keyboard.press("Enter");
    await expect(form.text("Argument 1")).toHaveValue("python");
    await expect(form.text("Argument 4")).toHaveCount(0);
    await form.create();
    expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
      env: {},
      command: ["python", "-m", "prefect.engine"],
    });
  });

  test("Clear unsets it as a whole", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("docker-container", "runner", {
      volumes: ["/a:/a"],
      image: "x/y:1",
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await form.field("Volumes").getByRole("button", { name: "Clear" }).click();
    await expect(form.field("Volumes")).toContainText("Not set (default: none)");
    await expect(form.field("Volumes").getByRole("button", { name: "Add volume" })).toBeFocused();
    await form.save();
    expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({ image: "x/y:1" });
  });
});

test.describe("keys and values", () => {
  test("the lines of a .env file become rows, and a key may stand once", async ({ page, api }) => {
    const form = formPage(page);
    await allowClipboard(page);
    await page.goto(newContainer);
    await form.name.fill("runner");
    const env = form.field("Environment");
    await env.getByRole("button", { name: "Add variable" }).click();
    await expect(form.text("Key 1")).toBeFocused();
    await paste(
      page,
      '# settings\nLOG_LEVEL=DEBUG\nexport GREETING="Hello, you"\n\nURL=https://x.y/?a=b\nEMPTY=\n',
    );
    await expect(form.text("Key 4")).toHaveValue("EMPTY");
    await expect(form.text("Value of GREETING")).toHaveValue("Hello, you");
    await expect(env).toContainText("4 variables");

    await form.text("Key 4").fill("LOG_LEVEL");
    await expect(env.getByText("LOG_LEVEL stands in several rows. Keep one.")).toHaveCount(2);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Not created");
    expect(await api.readBlock("docker-container", "runner")).toBeUndefined();
    await form.text("Key 4").fill("EMPTY");
    await expect(env.getByText("stands in several rows")).toHaveCount(0);
    await form.create();
    expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({
      env: { LOG_LEVEL: "DEBUG", GREETING: "Hello, you", URL: "https://x.y/?a=b", EMPTY: "" },
    });
  });

  test("rows and JSON are two views of one state, and a syntax error names its line", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("docker-container", "runner", { env: { A: "1", B: "2" } });
    await page.goto(`/blocks/block/${id}/edit`);
    const env = form.field("Environment");
    await env.getByRole("radio", { name: "JSON" }).check();
    const json = form.text("Environment as JSON");
    await expect(json).toHaveValue(/"A": "1"/);
    await json.fill('{\n  "A": "1",\n  "B" "3"\n}');
    await expect(env.getByText(/line 3/i)).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.summary).toContainText("Not saved");
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await json.fill('{\n  "A": "1",\n  "B": "3"\n}');
    await env.getByRole("radio", { name: "Rows" }).check();
    await expect(form.text("Value of B")).toHaveValue("3");
    await form.save();
    expect((await api.readBlock("docker-container", "runner"))?.data).toEqual({ env: { A: "1", B: "3" } });
  });
});

test.describe("one of several kinds", () => {
  test("a size may be text or a number, and each comes back as what it was", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto(newContainer);
    await form.name.fill("with-unit");
    const limit = page.getByRole("radiogroup", { name: "Mem Limit" });
    await expect(limit.getByRole("radio", { name: /^Not set/ })).toBeChecked();
    await limit.getByRole("radio", { name: /^Size with unit/ }).check();
    await form.text("Mem Limit, size with unit").fill("512m");
    await form.create();
    expect((await api.readBlock("docker-container", "with-unit"))?.data).toEqual({
      mem_limit: "512m",
      env: {},
    });

    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(limit.getByRole("radio", { name: /^Size with unit/ })).toBeChecked();
    await expect(form.text("Mem Limit, size with unit")).toHaveValue("512m");
    await limit.getByRole("radio", { name: /^Bytes/ }).check();
    // The stored value would be dropped: that is asked first, and nothing is switched before the answer.
    const question = page.getByRole("group", { name: "Switch to Bytes?" });
    await expect(question).toContainText("A save then drops what Size with unit holds: 512m.");
    await expect(question.getByRole("button", { name: "Keep Size with unit" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(limit.getByRole("radio", { name: /^Size with unit/ })).toBeChecked();
    await expect(form.text("Mem Limit, size with unit")).toHaveValue("512m");
    await limit.getByRole("radio", { name: /^Bytes/ }).check();
    await question.getByRole("button", { name: "Switch" }).click();
    // Nothing is entered here yet, so nothing is lost on the way back.
    await limit.getByRole("radio", { name: /^Size with unit/ }).check();
    await limit.getByRole("radio", { name: /^Bytes/ }).check();
    await question.getByRole("button", { name: "Switch" }).click();
    await form.text("Mem Limit, bytes").fill("512m");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.text("Mem Limit, bytes")).toHaveAttribute("aria-invalid", "true");
    await form.text("Mem Limit, bytes").fill("536870912.50");
    await form.save();
    expect(await api.readBlockText("docker-container", "with-unit")).toMatch(
      /"mem_limit": ?536870912\.50[,}]/,
    );
  });

  test("a number keeps its notation when another field is edited", async ({ page, api, server }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("docker-container", "notation", { image: "x/y:1", mem_limit: 77 });
    const digits = "123456789012345678901234567890.10";
    const patched = await fetch(`${server.apiUrl}/block_documents/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: `{"data": {"image": "x/y:1", "mem_limit": 1.0, "memswap_limit": -1, "more": ${digits}}}`,
    });
    expect(patched.status).toBe(204);
    await page.goto(`/blocks/block/${id}/edit`);
    await expect(form.text("Mem Limit, bytes")).toHaveValue("1.0");
    await form.text("Image").fill("x/y:2");
    await form.save();
    const text = await api.readBlockText("docker-container", "notation");
    expect(text).toMatch(/"image": ?"x\/y:2"/);
    expect(text).toMatch(/"mem_limit": ?1\.0[,}]/);
    expect(text).toMatch(/"memswap_limit": ?-1[,}]/);
    expect(text).toContain(digits);
  });
});

test.describe("a reference", () => {
  const registry = { username: "robot", password: "kanarie-registry", registry_url: "ghcr.io" };

  test("a block is made in place and comes back chosen", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto(newContainer);
    await form.name.fill("runner");
    await form.field("Image Registry").getByRole("button", { name: "Not set. Choose a block" }).click();
    const picker = page.getByRole("dialog", { name: "Choose a block" });
    await expect(picker).toContainText("There is no Docker Registry block yet.");
    await picker.getByRole("button", { name: "New Docker Registry…" }).click();
    const dialog = page.getByRole("dialog", { name: "New Docker Registry block" });
    await dialog.getByLabel("Block name").fill("ghcr");
    await dialog.getByLabel("Registry Url").fill("ghcr.io");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Not created: 2 fields need attention");
    await dialog.getByLabel("Username").fill("robot");
    await dialog.getByLabel("Password", { exact: true }).fill("kanarie-registry");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(form.field("Image Registry").getByRole("button", { name: "ghcr" })).toBeFocused();
    await expect(form.name).toHaveValue("runner");
    await form.create();
    const stored = await api.readBlock("docker-container", "runner");
    expect(stored?.["block_document_references"]).toMatchObject({
      image_registry: { block_document: { name: "ghcr" } },
    });
    expect((await api.readBlock("docker-registry", "ghcr"))?.data).toMatchObject(registry);
    expect(findLeaks(await page.content(), "kanarie")).toEqual([]);
  });

  test("the picker offers the newest first, finds by name, is used by keyboard, and Clear unsets", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    for (const name of ["old-one", "middle", "new-one"])
      await api.createBlock("docker-registry", name, registry);
    await api.createBlock("string", "of-another-type", { value: "v" });
    await page.goto(newContainer);
    await form.name.fill("runner");
    await form.field("Image Registry").getByRole("button", { name: "Not set. Choose a block" }).focus();
    await page.keyboard.press("Enter");
    const options = page.getByRole("option");
    await expect(options).toHaveText([/^new-one/, /^middle/, /^old-one/]);
    await expect(page.getByRole("combobox", { name: "Search blocks" })).toBeFocused();
    await page.keyboard.type("one");
    await expect(options).toHaveText([/^new-one/, /^old-one/]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(form.field("Image Registry").getByRole("button", { name: "old-one" })).toBeFocused();
    await form.create();
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(form.field("Image Registry").getByRole("button", { name: "old-one" })).toBeVisible();
    await form.field("Image Registry").getByRole("button", { name: "Clear" }).click();
    await expect(
      form.field("Image Registry").getByRole("button", { name: "Not set. Choose a block" }),
    ).toBeFocused();
    await form.save();
    expect((await api.readBlock("docker-container", "runner"))?.["block_document_references"]).toEqual({});
  });
});

test.describe("JSON and YAML", () => {
  test("a syntax error names the line, and numbers keep their notation", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/json/create");
    await form.name.fill("limits");
    await form.text("Value").fill('{\n  "a": 1,\n  "b": ]\n}');
    await form.name.focus();
    await expect(page.getByText(/This is not JSON\. Line 3, column \d+:/)).toBeVisible();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Value: this is not JSON. Line 3");
    await expect(form.text("Value")).toBeFocused();
    await form.text("Value").fill('{"ratio": 1.0, "big": 12345678901234567890.10, "small": 1e-7}');
    await form.create();
    const text = await api.readBlockText("json", "limits");
    expect(text.replaceAll(" ", "")).toContain('{"ratio":1.0,"big":12345678901234567890.10,"small":1e-7}');
  });

  test("a manifest is typed as YAML, read as JSON and stored as an object", async ({ page, api }) => {
    const form = formPage(page);
    await page.goto("/blocks/catalog/kubernetes-job/create");
    await form.name.fill("job");
    const manifest = form.text("Base Job Manifest");
    await manifest.fill("apiVersion: batch/v1\nkind: Job\nspec:\n  template: [unclosed\n");
    await form.name.focus();
    await expect(page.getByText(/This is not YAML\. Line \d+, column \d+:/)).toBeVisible();
    await manifest.fill("apiVersion: batch/v1\nkind: Job\nspec:\n  template:\n    labels: {}\n");
    const language = page.getByRole("group", { name: "Language", description: "Base Job Manifest" });
    await language.getByRole("radio", { name: "JSON" }).click();
    await expect(manifest).toHaveValue(/"kind": "Job"/);
    await form.text("Customizations").fill('{"op": "add"}');
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Customizations: enter a list");
    await form.text("Customizations").fill('[{"op": "add", "path": "/a", "value": "b"}]');
    await form.create();
    expect((await api.readBlock("kubernetes-job", "job"))?.data).toEqual({
      env: {},
      job: { apiVersion: "batch/v1", kind: "Job", spec: { template: { labels: {} } } },
      customizations: [{ op: "add", path: "/a", value: "b" }],
    });
  });
});
