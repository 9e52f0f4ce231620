import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { runClient } from "./support/clients.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";

const canary = "canary-refs-e2e-31";
const newPlan = "/blocks/catalog/alert-plan/create";

test.describe("blocks inside a block", () => {
  test.setTimeout(240_000);

  test.beforeEach(async ({ server, api }) => {
    await runClient("nested_blocks.py", ["register"], { PREFECT_API_URL: server.apiUrl });
    await api.createBlock("mail-target", "ops", { address: "ops@example.com", token: canary });
    await api.createBlock("chat-target", "room", { channel: "#room" });
  });

  const openPicker = async (page: Page, field: string, row?: number) => {
    const group = page.getByRole("group", { name: field, exact: true });
    const place = row === undefined ? group : group.locator("[data-row]").nth(row);
    await place.getByRole("button", { name: /Choose a/ }).click();
  };

  async function pick(page: Page, block: string, field: string, row?: number): Promise<void> {
    await openPicker(page, field, row);
    await page.getByRole("option", { name: block }).click();
  }

  test("a list of two types: picked, made in place, moved; the real client loads it, saves it, and they stay", async ({
    page,
    server,
    api,
  }) => {
    const env = { PREFECT_API_URL: server.apiUrl };
    const form = formPage(page);
    await page.goto(newPlan);
    await form.name.fill("night");
    const targets = form.field("Targets");
    await targets.getByRole("button", { name: "Add target" }).click();
    await pick(page, "ops", "Targets", 0);

    // One picker for both types, and a new block of either.
    await targets.getByRole("button", { name: "Add target" }).click();
    await openPicker(page, "Targets", 1);
    await expect(page.getByRole("option")).toHaveText([/room/, /ops/]);
    await expect(page.getByRole("button", { name: "New Mail Target…" })).toBeVisible();
    await page.getByRole("button", { name: "New Chat Target…" }).click();
    const dialog = page.getByRole("dialog", { name: "New Chat Target block" });
    await dialog.getByLabel("Block name").fill("lobby");
    await dialog.getByLabel("Channel").fill("#lobby");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(targets).toContainText("lobby");

    await page.getByRole("button", { name: "Move Target 2", exact: true }).focus();
    for (const key of ["Space", "ArrowUp", "Space"]) await page.keyboard.press(key);
    await form.create();
    const mail = { class: "MailTarget", address: "ops@example.com", token: canary, retries: 3 };
    const lobby = { class: "ChatTarget", channel: "#lobby" };
    const load = async () => JSON.parse(await runClient("nested_blocks.py", ["load", "night"], env));
    expect((await load()).targets).toEqual([lobby, mail]);

    // The page of the block links to them, and they know their user.
    const settings = page.getByRole("region", { name: "Settings" });
    await expect(settings.getByRole("link", { name: "lobby" })).toBeVisible();
    await settings.getByRole("link", { name: "ops" }).click();
    await expect(page.getByRole("link", { name: "night" })).toBeVisible();

    // Rotating the key of one is seen through the other, also after a client has saved the plan.
    await runClient("nested_blocks.py", ["retitle", "night", "from the client"], env);
    const ops = await api.readBlock("mail-target", "ops");
    await api.call("PATCH", `/block_documents/${ops?.id}`, { data: { token: "rotated" } });
    expect(await load()).toMatchObject({
      title: "from the client",
      targets: [lobby, { ...mail, token: "rotated" }],
    });
  });

  test("in a map, by keyboard alone", async ({ page, server }) => {
    const form = formPage(page);
    await page.goto(newPlan);
    await form.name.fill("teams");
    await form.field("By Team").getByRole("button", { name: /^Add / }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("payments");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /Choose a/ }).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Search blocks" })).toBeFocused();
    await page.keyboard.type("op");
    await page.keyboard.press("Enter");
    await expect(form.field("By Team")).toContainText("ops");
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);
    const env = { PREFECT_API_URL: server.apiUrl };
    const loaded = JSON.parse(await runClient("nested_blocks.py", ["load", "teams"], env));
    expect(loaded.by_team).toEqual({
      payments: { class: "MailTarget", address: "ops@example.com", token: canary, retries: 3 },
    });
  });

  test("a deleted one is told in the list, on the page and in the form, until another is chosen", async ({
    page,
    api,
    server,
  }) => {
    const form = formPage(page);
    await page.goto(newPlan);
    await form.name.fill("night");
    await form.field("Targets").getByRole("button", { name: "Add target" }).click();
    await pick(page, "ops", "Targets", 0);
    await pick(page, "room", "Fallback");
    await form.create();
    const url = page.url();
    for (const [slug, name] of [
      ["mail-target", "ops"],
      ["chat-target", "room"],
    ] as const) {
      await api.call("DELETE", `/block_documents/${(await api.readBlock(slug, name))?.id}`);
    }
    expect((await api.readBlock("alert-plan", "night"))?.data).toEqual({ targets: [] });
    const env = { PREFECT_API_URL: server.apiUrl };
    expect(JSON.parse(await runClient("nested_blocks.py", ["load", "night"], env)).targets).toEqual([]);

    await page.goto("/blocks");
    await expect(page.getByTitle(/mail-target\/ops/)).toBeVisible();
    await page.goto(url);
    await expect(page.getByText("The block chat-target/room that stood here was deleted.")).toBeVisible();
    await expectAccessible(page, "details with deleted blocks", { isBrief: true });
    await page.goto(`${url}/edit`);
    await expect(form.field("Targets")).toContainText("mail-target/ops was deleted");
    await expectAccessible(page, "form with deleted blocks", { isBrief: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Remove Target 1" }).click();
    await openPicker(page, "Fallback");
    await page.getByRole("button", { name: "New Chat Target…" }).click();
    const dialog = page.getByRole("dialog", { name: "New Chat Target block" });
    await dialog.getByLabel("Block name").fill("room");
    await dialog.getByLabel("Channel").fill("#again");
    await dialog.getByRole("button", { name: "Create" }).click();
    await form.save();
    expect((await api.readBlock("alert-plan", "night"))?.data).toEqual({
      targets: [],
      fallback: { channel: "#again" },
    });
    await expect(page.getByText("was deleted")).toHaveCount(0);
  });

  test("one that somebody deletes before the form is saved is an error at its row, and nothing typed is lost", async ({
    page,
    api,
  }) => {
    const form = formPage(page);
    await page.goto(newPlan);
    await form.name.fill("late");
    await form.text("Title").fill("typed");
    await form.field("Targets").getByRole("button", { name: "Add target" }).click();
    await pick(page, "ops", "Targets", 0);
    await api.call("DELETE", `/block_documents/${(await api.readBlock("mail-target", "ops"))?.id}`);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(form.summary).toContainText("Targets, row 1: this block does not exist any more");
    await expect(form.field("Targets")).toContainText("This block does not exist any more");
    await expect(form.text("Title")).toHaveValue("typed");
    expect(await api.readBlock("alert-plan", "late")).toBeUndefined();
  });

  test("written out by a client: its fields can be edited, its secret stays", async ({ page, api }) => {
    const form = formPage(page);
    const { id } = await api.createBlock("alert-plan", "inline", {
      targets: [{ address: "a@example.com", token: canary, block_type_slug: "mail-target" }],
    });
    await page.goto(`/blocks/block/${id}/edit`);
    await expect(page.getByText("does not match the schema")).toHaveCount(0);
    await form.text("Address").fill("b@example.com");
    await form.save();
    expect((await api.readBlock("alert-plan", "inline"))?.data).toEqual({
      targets: [{ address: "b@example.com", token: canary, block_type_slug: "mail-target" }],
    });
    expect(await page.content()).not.toContain(canary);
  });
});
