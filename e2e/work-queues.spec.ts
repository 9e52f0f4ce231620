import type { Page } from "@playwright/test";
import type { Api } from "./support/api.ts";
import { expectAccessible } from "./support/axe.ts";
import { allowClipboard, expectClipboard } from "./support/clipboard.ts";
import { createDeployment } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { untilReady } from "./support/ready.ts";
import { makeRuns } from "./support/runs.ts";

type Queue = { readonly id: string; readonly is_paused: boolean } & Readonly<Record<string, unknown>>;

async function readQueue(api: Api, name: string): Promise<Queue> {
  return (await api.call("GET", `/work_queues/name/${name}`)).body as Queue;
}

async function makeQueue(
  api: Api,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const made = await api.call("POST", "/work_queues/", { name, ...more });
  return `/work-queues/work-queue/${(made.body as Queue).id}`;
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const names = (page: Page) =>
  page.getByRole("table", { name: "Work queues" }).locator('a[href^="/work-queues/work-queue/"]');

test.describe("the list of work queues", () => {
  test("without queues it says how to start an agent", async ({ page, server }) => {
    await page.goto("/work-queues");
    await expect(page.getByText("No work queues yet")).toBeVisible();
    await expect(page.getByText(`export PREFECT_API_URL=${server.apiUrl}`)).toBeVisible();
    await expect(page.getByText("prefect agent start -q test", { exact: true })).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);
  });

  test("says in words who serves a queue and what waits in it", async ({ page, api }) => {
    const runs = await makeRuns(api);
    const late = await runs.make("late-otter");
    await runs.enter(late.id, "SCHEDULED", "Late");
    const running = await runs.make("running-otter");
    await runs.enter(running.id, "RUNNING");
    await makeQueue(api, "idle");
    await makeQueue(api, "paused", { is_paused: true, concurrency_limit: 3 });
    const { id } = await readQueue(api, "idle");
    await page.goto("/work-queues");
    await expect(names(page)).toHaveText(["default", "idle", "paused", "test"]);
    await expect(rowOf(page, "idle")).toContainText("Never polled");
    await expect(rowOf(page, "paused")).toContainText("Paused");
    await expect(rowOf(page, "paused").getByRole("cell").nth(6)).toHaveText("3");
    await expect(rowOf(page, "test")).toContainText("1 late run");
    await expect(rowOf(page, "test").getByRole("cell").nth(4)).toHaveText("1");
    await expect(rowOf(page, "test").getByRole("cell").nth(5)).toHaveText("1");
    await api.call("POST", `/work_queues/${id}/get_runs`, { limit: 10 });
    await page.reload();
    await expect(rowOf(page, "idle")).toContainText("Healthy");
    await expect(rowOf(page, "idle")).not.toContainText("Never");
    const fiveMinutesAgo = new Date(Date.now() - 5.5 * 60_000).toISOString();
    await api.call("PATCH", `/work_queues/${id}`, { last_polled: fiveMinutesAgo });
    await page.reload();
    await expect(rowOf(page, "idle")).toContainText("Not polled for 5 min");
  });

  test("finds queues by name and pool", async ({ page, api }) => {
    await makeQueue(api, "test");
    await makeQueue(api, "production");
    await api.call("POST", "/work_pools/", { name: "gpu" });
    await page.goto("/work-queues");
    await untilReady(page);
    await page.getByRole("searchbox", { name: "Search work queues" }).fill("PROD");
    await expect(names(page)).toHaveText(["production"]);
    await expect(page).toHaveURL(/q=PROD/);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByLabel("Pool").selectOption("gpu");
    await expect(names(page)).toHaveText(["default"]);
    await page.goto("/work-queues?q=nothing");
    await expect(page.getByRole("heading", { name: "No work queue matches “nothing”" })).toBeVisible();
    await page.getByRole("link", { name: "Show all 4 work queues" }).click();
    await expect(names(page)).toHaveCount(4);
  });

  test("a queue is paused and resumed from its row, and its agent command copied", async ({ page, api }) => {
    await allowClipboard(page);
    await makeQueue(api, "my queue");
    await page.goto("/work-queues");
    await untilReady(page);
    const menu = rowOf(page, "my queue").getByRole("button", { name: "Actions for my queue" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Pause" }).click();
    await expect(rowOf(page, "my queue")).toContainText("Paused");
    expect((await readQueue(api, "my queue")).is_paused).toBe(true);
    await menu.click();
    await page.getByRole("menuitem", { name: "Resume" }).click();
    await expect(rowOf(page, "my queue")).not.toContainText("Paused");
    expect((await readQueue(api, "my queue")).is_paused).toBe(false);
    await menu.click();
    await page.getByRole("menuitem", { name: "Copy agent command" }).click();
    await expectClipboard(page, "prefect agent start -q 'my queue'");
  });

  test("a queue is made by keyboard alone; what is wrong is said at its field", async ({ page, api }) => {
    await page.goto("/work-queues");
    await untilReady(page);
    await tabTo(page, page.getByRole("button", { name: "New queue" }));
    await page.keyboard.press("Enter");
    const name = page.getByRole("textbox", { name: /^Queue name/ });
    await expect(name).toBeFocused();
    await page.keyboard.type("a/b");
    await page.keyboard.press("Tab");
    await page.keyboard.type("many");
    await page.keyboard.press("Enter");
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription(/Leave out the characters/);
    await expect(page.getByRole("textbox", { name: "Concurrency limit" })).toHaveAccessibleDescription(
      /Enter a whole number from 0/,
    );
    await name.fill("test");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "test" })).toBeVisible();
    expect(await readQueue(api, "test")).toMatchObject({ concurrency_limit: 2 });

    await page.goto("/work-queues");
    await untilReady(page);
    await page.getByRole("button", { name: "New queue" }).click();
    await name.fill("test");
    await page.getByRole("button", { name: "Create queue" }).click();
    await expect(page.getByRole("alert")).toContainText("A work queue with this name already exists.");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "New queue" })).toBeFocused();
  });
});

test.describe("the page of a work queue", () => {
  test("shows what waits, what runs and what uses it", async ({ page, api }) => {
    await allowClipboard(page);
    const runs = await makeRuns(api);
    await runs.make("waiting-otter");
    const running = await runs.make("running-otter");
    await runs.enter(running.id, "RUNNING");
    const { id } = await readQueue(api, "test");
    await page.goto(`/work-queues/work-queue/${id}`);
    await expect(page.getByRole("region", { name: "Upcoming runs" })).toContainText("waiting-otter");
    await expect(page.getByRole("region", { name: "Upcoming runs" })).not.toContainText("running-otter");
    await expect(page.getByRole("region", { name: "Running now" })).toContainText("running-otter");
    const uses = page.getByRole("region", { name: /^Deployments that use it/ });
    await uses.getByRole("link", { name: "orders/prod" }).click();
    await expect(page).toHaveURL(`/deployments/deployment/${runs.deploymentId}`);
    await page.goBack();
    await untilReady(page);
    await page.getByRole("button", { name: "Copy the agent command" }).click();
    await expectClipboard(page, "prefect agent start -q test");
  });

  test("limit, priority and description are edited; a pause stops what agents get", async ({ page, api }) => {
    const runs = await makeRuns(api);
    await runs.make("waiting-otter");
    const { id } = await readQueue(api, "test");
    const runsForAgent = async () =>
      ((await api.call("POST", `/work_queues/${id}/get_runs`, { limit: 10 })).body as unknown[]).length;
    expect(await runsForAgent()).toBe(1);
    await page.goto(`/work-queues/work-queue/${id}`);
    await untilReady(page);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Concurrency limit" }).fill("5");
    await page.getByRole("textbox", { name: "Priority" }).fill("1");
    await page.getByRole("textbox", { name: "Description" }).fill("For the nightly jobs");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("For the nightly jobs")).toBeVisible();
    await expect(page.getByText("0 of 5 under way")).toBeVisible();
    const changed = { concurrency_limit: 5, priority: 1, description: "For the nightly jobs", name: "test" };
    expect(await readQueue(api, "test")).toMatchObject(changed);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Agents get no runs until it is resumed.")).toBeVisible();
    expect(await runsForAgent()).toBe(0);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    expect(await runsForAgent()).toBe(1);
  });

  test("deleting says what stays behind, and the deployment stays", async ({ page, api }) => {
    const made = await createDeployment(api, "log-flow", "nightly", { work_queue_name: "nights" });
    await api.call("POST", `/deployments/${made.id}/create_flow_run`, {});
    const { id } = await readQueue(api, "nights");
    await page.goto(`/work-queues/work-queue/${id}`);
    await untilReady(page);
    await page.getByRole("button", { name: "Delete" }).click();
    const question = page.getByRole("dialog", { name: "Delete nights?" });
    await expect(question).toContainText("1 deployment stays without a queue");
    await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Delete" })).toBeFocused();
    expect((await api.call("GET", `/work_queues/${id}`)).status).toBe(200);
    await page.keyboard.press("Enter");
    await question.getByRole("button", { name: "Delete queue" }).click();
    await expect(page).toHaveURL("/work-queues");
    await expect(names(page)).toHaveText(["default"]);
    expect((await api.call("GET", `/work_queues/${id}`)).status).toBe(404);
    expect((await api.call("GET", `/deployments/${made.id}`)).status).toBe(200);
    const answer = await page.goto(`/work-queues/work-queue/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "No work queue has this ID" })).toBeVisible();
  });

  test("the default queue of a pool cannot be deleted", async ({ page, api }) => {
    await page.goto(await makeQueue(api, "default"));
    await expect(page.getByText("It is the default queue of its pool")).toBeVisible();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  });
});

test("a pool shows its queues by priority; pausing it pauses all of them", async ({ page, api }) => {
  await makeQueue(api, "first", { priority: 1 });
  await page.goto("/work-queues");
  await rowOf(page, "first").getByRole("link", { name: "default-agent-pool" }).click();
  await expect(page).toHaveURL("/work-pools/work-pool/default-agent-pool");
  const table = page.getByRole("table", { name: "Queues of this pool" });
  await expect(table.locator("tbody a")).toHaveText(["first", "default"]);
  await untilReady(page);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("This pool is paused")).toBeVisible();
  await expect(table.getByText("Pool paused")).toHaveCount(2);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Concurrency limit" }).fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("0 of 7 under way")).toBeVisible();
  const pool = (await api.call("GET", "/work_pools/default-agent-pool")).body;
  expect(pool).toMatchObject({ is_paused: true, concurrency_limit: 7 });
  await api.call("POST", "/work_pools/", { name: "gpu", type: "kubernetes" });
  const other = (await api.call("GET", "/work_pools/gpu/queues/default")).body as Queue;
  await page.goto(`/work-queues/work-queue/${other.id}`);
  await expect(page.getByText("Agents ask only the queues of the pool")).toBeVisible();
  await expect(page.getByText("prefect agent start")).toHaveCount(0);
  const answer = await page.goto("/work-pools/work-pool/none%20such");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "No work pool has this name" })).toBeVisible();
});

test("the pages of queues and pools have no fault that axe finds, in any state", async ({ page, api }) => {
  test.setTimeout(180_000);
  await page.goto("/work-queues");
  await expectAccessible(page, "no queues");
  const longName = "a-queue-with-a-name-as-long-as-people-give-them-when-nobody-stops-them-at-all-2026";
  const deployment = await createDeployment(api, "log-flow", "nightly", { work_queue_name: longName });
  await api.call("POST", `/deployments/${deployment.id}/create_flow_run`, {});
  const path = await makeQueue(api, "שלום-עולם", { is_paused: true, description: "For the night" });
  const { id } = await readQueue(api, longName);
  await page.goto("/work-queues");
  await expectAccessible(page, "the list");
  await untilReady(page);
  await page.getByRole("button", { name: "New queue" }).click();
  await page.getByRole("button", { name: "Create queue" }).click();
  await expect(page.getByText("Enter a name, for example test.")).toBeVisible();
  await expectAccessible(page, "a new queue with a fault");
  await page.goto(`/work-queues/work-queue/${id}`);
  await expectAccessible(page, "a queue in use");
  await untilReady(page);
  await page.getByRole("button", { name: "Delete" }).click();
  await expectAccessible(page, "the question before deleting");
  await page.goto(path);
  await expectAccessible(page, "a paused queue");
  await api.call("PATCH", "/work_pools/default-agent-pool", { is_paused: true, description: "For all" });
  await page.goto("/work-pools/work-pool/default-agent-pool");
  await expectAccessible(page, "a paused pool");
});
