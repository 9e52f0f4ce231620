import { rm } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createApi } from "./support/api.ts";
import { expect, test } from "./support/fixtures.ts";
import { untilReady } from "./support/ready.ts";
import { makeRuns, markPage, numbered, stateOf } from "./support/runs.ts";
import { freePort, makeDataDir, startServer } from "./support/server.ts";
import { recordTraffic } from "./support/traffic.ts";

const lines = (page: Page) => page.getByRole("figure", { name: "Log lines" }).locator("li");

test.describe("the page of a flow run", () => {
  test("shows states, tasks, parameters and log; credentials and markup of programs do no harm", async ({
    page,
    api,
  }) => {
    const traffic = recordTraffic(page);
    const runs = await makeRuns(api, {
      parameters: { day: "2026-05-03", api_token: "kanarie-token", db: { password: "kanarie-pw" } },
    });
    const { id } = await runs.make("brave-lynx", { job_variables: { env: { DB_PASSWORD: "kanarie-env" } } });
    await runs.enter(id, "RUNNING");
    const task = await runs.makeTask(id, "extract-0", "COMPLETED");
    await runs.write(id, [
      { message: "\u001b[31mred\u001b[0m \u001b[2J\u0007 <script>document.title='stolen'</script>" },
      { message: "from the task", taskRunId: task.id, level: 40 },
    ]);
    await runs.enter(id, "FAILED", "Failed", "ValueError: no rows");

    await page.goto(`/flow-runs/flow-run/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("brave-lynx");
    await expect(lines(page)).toHaveCount(2);
    await expect(lines(page).first()).toContainText(
      "red \\x1b[2J\\x07 <script>document.title='stolen'</script>",
    );
    await expect(lines(page).last()).toContainText("extract-0: from the task");
    const states = page.getByRole("region", { name: "States" });
    await expect(states.locator("[data-state]")).toHaveText(["Failed", "Running", "Scheduled"]);
    await expect(states).toContainText("ValueError: no rows");
    await expect(page.getByRole("table", { name: "Task runs" })).toContainText("extract-0");
    await expect(page.getByRole("region", { name: "Parameters" })).toContainText("2026-05-03");
    await expect(page).toHaveTitle(/^brave-lynx/);
    expect(await traffic()).not.toContain("kanarie");

    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("brave-lynx.log");
  });

  test("log lines and states appear within seconds, without loading the page again", async ({
    page,
    api,
  }) => {
    const runs = await makeRuns(api);
    const { id } = await runs.make("brave-lynx");
    await page.goto(`/flow-runs/flow-run/${id}`);
    await expect(page.getByText("Nothing was written yet.")).toBeVisible();
    const isMarked = await markPage(page);
    await runs.enter(id, "RUNNING");
    await runs.write(id, [{ message: "one" }, { message: "two" }]);
    await expect(stateOf(page)).toHaveText("Running");
    await expect(lines(page)).toHaveCount(2);
    await runs.makeTask(id, "load-0", "RUNNING");
    await expect(page.getByRole("table", { name: "Task runs" })).toContainText("load-0");
    await runs.enter(id, "COMPLETED");
    // What an agent sends after the last state.
    await runs.write(id, [{ message: "three" }]);
    await expect(stateOf(page)).toHaveText("Completed");
    await expect(lines(page)).toHaveCount(3);
    await expect(page.getByRole("button", { name: "Cancel…" })).toHaveCount(0);
    expect(await isMarked()).toBe(true);
  });

  test("it follows the end until the reader scrolls up, and says how many lines came since", async ({
    page,
    api,
  }) => {
    const runs = await makeRuns(api);
    const { id } = await runs.make("brave-lynx");
    await runs.enter(id, "RUNNING");
    await runs.write(id, numbered(0, 200));
    await page.goto(`/flow-runs/flow-run/${id}`);
    await untilReady(page);
    const area = page.getByRole("figure", { name: "Log lines" });
    await expect(area.getByText("line 199", { exact: true })).toBeInViewport();
    await runs.write(id, numbered(200, 220));
    await expect(area.getByText("line 219", { exact: true })).toBeInViewport();

    await area.hover();
    await page.mouse.wheel(0, -1500);
    await expect(area.getByText("line 219", { exact: true })).not.toBeInViewport();
    await runs.write(id, numbered(220, 232));
    const fresh = page.getByRole("button", { name: "12 new lines" });
    await expect(fresh).toBeVisible();
    await expect(area.getByText("line 231", { exact: true })).not.toBeInViewport();
    await fresh.click();
    await expect(area.getByText("line 231", { exact: true })).toBeInViewport();
    await expect(fresh).toHaveCount(0);
  });

  test("10,000 lines: the newest at first, earlier ones by a press, all of them by a search", async ({
    page,
    api,
  }) => {
    test.setTimeout(120_000);
    const runs = await makeRuns(api);
    const { id } = await runs.make("brave-lynx");
    await runs.enter(id, "RUNNING");
    for (let from = 0; from < 10_000; from += 1000) await runs.write(id, numbered(from, from + 1000));
    await page.goto(`/flow-runs/flow-run/${id}`);
    await untilReady(page);
    await expect(lines(page)).toHaveCount(500);
    await page.getByRole("button", { name: "Load earlier lines" }).click();
    await expect(lines(page)).toHaveCount(1000);
    await page.getByRole("searchbox", { name: "Search the log" }).fill("LINE 99");
    // 99, 990 to 999, 9900 to 9999
    await expect(lines(page)).toHaveCount(111, { timeout: 60_000 });
    await page.getByLabel("Level").selectOption({ label: "Error and above" });
    await expect(page.getByText("No line is like this.")).toBeVisible();
    await page.getByLabel("Level").selectOption({ label: "All levels" });
    await page.getByRole("searchbox", { name: "Search the log" }).fill("");
    await expect(lines(page)).toHaveCount(10_000);
    await runs.write(id, [{ message: "the last one" }]);
    await expect(lines(page).last()).toContainText("the last one");
  });

  test("a run that ended badly is tried again, and run again as a new one", async ({ page, api }) => {
    const runs = await makeRuns(api);
    const { id } = await runs.make("calm-otter", { parameters: { day: "today" } });
    await runs.enter(id, "RUNNING");
    await runs.enter(id, "CRASHED");
    await page.goto(`/flow-runs/flow-run/${id}`);
    await untilReady(page);
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(stateOf(page)).toHaveText("Awaiting retry");
    await page.getByRole("button", { name: "Run again" }).click();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(page).toHaveURL(/\/flow-runs\/flow-run\//);
    await expect(stateOf(page)).toHaveText("Scheduled");
    await expect(page.getByRole("region", { name: "Parameters" })).toContainText("today");

    await page.getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete run" }).click();
    await expect(page).toHaveURL(/\/flow-runs$/);
  });

  test("it is told when the run is deleted elsewhere; an unknown run is a page of its own", async ({
    page,
    api,
  }) => {
    const runs = await makeRuns(api);
    const { id } = await runs.make("calm-otter");
    await page.goto(`/flow-runs/flow-run/${id}`);
    await untilReady(page);
    await api.call("DELETE", `/flow_runs/${id}`);
    await expect(page.getByText("This run was deleted")).toBeVisible();
    const answer = await page.goto(`/flow-runs/flow-run/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No flow run has this ID");
  });
});

test("a server that is killed and comes back is followed on, and no line is missing or there twice", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  // Not the page that is watched for requests to other servers: this one has a server of its own.
  const page = await browser.newPage();
  const dataDir = await makeDataDir();
  const port = await freePort();
  const before = await startServer({ dataDir, port });
  const { url } = before;
  const runs = await makeRuns(createApi(before.apiUrl));
  const { id } = await runs.make("brave-lynx");
  await runs.enter(id, "RUNNING");
  await runs.write(id, numbered(0, 5));
  await page.goto(`${url}/flow-runs/flow-run/${id}`);
  await untilReady(page);
  await expect(lines(page)).toHaveCount(5);
  const isMarked = await markPage(page);
  await before.kill();
  await expect(page.getByText("The server does not answer. Trying again…")).toBeVisible();
  const after = await startServer({ dataDir, port });
  await runs.write(id, numbered(5, 9));
  await expect(lines(page)).toHaveCount(9, { timeout: 20_000 });
  await expect(page.getByText("The server does not answer. Trying again…")).toHaveCount(0);
  expect(await isMarked()).toBe(true);
  await page.close();
  await after.stop();
  await rm(dataDir, { recursive: true, force: true });
});
