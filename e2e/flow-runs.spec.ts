import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { untilReady } from "./support/ready.ts";
import { makeRuns, markPage, numbered, stateOf } from "./support/runs.ts";

const longName = "a-run-with-a-name-as-long-as-people-give-them-when-nobody-stops-them-2026";
const rightToLeft = "שלום-עולם-مرحبا";

const names = (page: Page) =>
  page.getByRole("table", { name: "Flow runs" }).locator("tbody tr td:first-child");
test.describe("the list of flow runs", () => {
  test("without runs it says what makes one", async ({ page }) => {
    await page.goto("/flow-runs");
    await expect(page.getByText("No flow runs yet")).toBeVisible();
    await page.getByRole("link", { name: "Show deployments" }).click();
    await expect(page).toHaveURL(/\/deployments$/);
  });

  test("finds runs by name, state, flow and time; pages on the server", async ({ page, api }) => {
    const runs = await makeRuns(api);
    const others = await makeRuns(api, { flow: "refunds", deployment: "staging" });
    for (let index = 0; index < 52; index++) {
      const { id } = await runs.make(`otter-${String(index).padStart(2, "0")}`);
      await runs.enter(id, "RUNNING");
      await runs.enter(id, index === 7 ? "FAILED" : "COMPLETED");
    }
    await others.make("heron");
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    await others.make("tomorrow", {
      state: { type: "SCHEDULED", name: "Scheduled", state_details: { scheduled_time: inAnHour } },
    });

    await page.goto("/flow-runs?sort=name");
    await expect(names(page)).toHaveCount(50);
    await expect(names(page).first()).toHaveText("heron");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
    await expect(names(page)).toHaveText(["otter-49", "otter-50", "otter-51"]);

    // What is still to come is a choice of its own.
    await page.getByLabel("When").selectOption({ label: "Still to come" });
    await expect(names(page)).toHaveText(["tomorrow"]);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByRole("navigation", { name: "States" }).getByRole("link", { name: "Failed 1" }).click();
    await expect(page).toHaveURL(/state=failed/);
    await expect(names(page)).toHaveText(["otter-07"]);
    await page.getByRole("navigation", { name: "States" }).getByRole("link", { name: "Failed 1" }).click();
    await expect(page).not.toHaveURL(/state=/);
    await page.getByLabel("Flow", { exact: true }).selectOption({ label: "refunds" });
    await expect(names(page)).toHaveText(["heron"]);
    await page.getByRole("searchbox", { name: "Search flow runs" }).fill("nothing-like-this");
    await expect(page.getByText("No flow run matches “nothing-like-this”")).toBeVisible();
    await page.getByRole("link", { name: "Show all 54 runs" }).click();
    await expect(names(page)).toHaveCount(50);
  });

  test("shows what begins and ends without being loaded again, and stays usable meanwhile", async ({
    page,
    api,
  }) => {
    const runs = await makeRuns(api);
    await page.goto("/flow-runs");
    const isMarked = await markPage(page);
    const first = await runs.make("first-otter");
    await expect(names(page)).toHaveText(["first-otter"], { timeout: 15_000 });
    await runs.enter(first.id, "RUNNING");
    await expect(stateOf(page)).toHaveText("Running", { timeout: 15_000 });
    await runs.enter(first.id, "COMPLETED");
    await expect(stateOf(page)).toHaveText("Completed", { timeout: 15_000 });
    expect(await isMarked()).toBe(true);
  });

  test("a run is cancelled and deleted from its row", async ({ page, api }) => {
    const runs = await makeRuns(api);
    const { id } = await runs.make("calm-otter");
    await page.goto("/flow-runs");
    await untilReady(page);
    const menu = page.getByRole("button", { name: "Actions for calm-otter" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Cancel…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Keep it running" })).toBeFocused();
    await dialog.getByRole("button", { name: "Cancel run" }).click();
    await expect(stateOf(page)).toHaveText("Cancelled");

    await menu.click();
    await expect(page.getByRole("menuitem", { name: "Cancel…" })).toHaveCount(0);
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete run" }).click();
    await expect(page.getByText("No flow runs yet")).toBeVisible();
    expect((await api.call("GET", `/flow_runs/${id}`)).status).toBe(404);
  });
});

test.describe("flows", () => {
  test("a flow shows its deployments and runs, and what goes with it when it is deleted", async ({
    page,
    api,
  }) => {
    const runs = await makeRuns(api);
    await runs.enter((await runs.make("calm-otter")).id, "COMPLETED");
    await page.goto(`/flows/flow/${runs.flowId}`);
    await untilReady(page);
    await expect(page.getByRole("region", { name: "Deployments" }).getByRole("link")).toHaveText(["prod"]);
    await expect(page.getByRole("table", { name: "Newest runs" })).toContainText("calm-otter");
    await page.getByRole("button", { name: "Delete…" }).click();
    await expect(page.getByRole("dialog")).toContainText("1 deployment and 1 run go with it");
    await page.getByRole("dialog").getByRole("button", { name: "Delete flow" }).click();
    await expect(page).toHaveURL(/\/flow-runs$/);
    expect((await api.call("GET", `/flows/${runs.flowId}`)).status).toBe(404);
  });
});

test("by keyboard alone: from the list to a run, its log and back", async ({ page, api }) => {
  const runs = await makeRuns(api);
  const { id } = await runs.make("calm-otter");
  await runs.write(id, numbered(0, 100));
  await page.goto("/flow-runs");
  await untilReady(page);
  await tabTo(page, page.getByRole("button", { name: "Actions for calm-otter" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Copy ID" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Cancel…" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions for calm-otter" })).toBeFocused();
  await page.getByRole("link", { name: "calm-otter" }).focus();
  await page.keyboard.press("Enter");
  const area = page.getByRole("figure", { name: "Log lines" });
  await expect(area.getByText("line 99", { exact: true })).toBeInViewport();
  await tabTo(page, area);
  await page.keyboard.press("Home");
  await expect(area.getByText("line 0", { exact: true })).toBeInViewport();
});

test("no violation of axe, wide and narrow, light and dark", async ({ page, api }) => {
  test.setTimeout(240_000);
  await page.goto("/flow-runs");
  await expectAccessible(page, "no runs");

  const runs = await makeRuns(api, {
    flow: longName,
    deployment: longName,
    parameters: { a: 1, token: "x" },
  });
  for (const type of ["PENDING", "COMPLETED", "FAILED", "CRASHED", "CANCELLED", "PAUSED", "CANCELLING"]) {
    await runs.enter((await runs.make(`run-${type.toLowerCase()}`)).id, type);
  }
  await runs.enter((await runs.make("late")).id, "SCHEDULED", "Late");
  await runs.make(rightToLeft);
  const { id } = await runs.make(longName);
  await runs.enter(id, "RUNNING");
  await runs.makeTask(id, longName, "FAILED");
  await runs.write(
    id,
    [10, 20, 30, 40, 50].map((level) => ({
      level,
      message: `level ${level} ${rightToLeft} ${"x".repeat(300)}`,
    })),
  );

  await page.goto("/flow-runs");
  await untilReady(page);
  await expectAccessible(page, "the list");
  await page.goto("/flow-runs?q=nothing");
  await expectAccessible(page, "nothing found", { isBrief: true });
  await page.goto(`/flow-runs/flow-run/${id}`);
  await untilReady(page);
  await expectAccessible(page, "a run");
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "the question", { isBrief: true });
  await page.goto(`/flows/flow/${runs.flowId}`);
  await expectAccessible(page, "a flow");
});
