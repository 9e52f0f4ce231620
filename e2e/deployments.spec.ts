import type { Locator, Page } from "@playwright/test";
import {
  createDeployment,
  createDeployments,
  parameterSchema,
  pathOf,
  rowOf,
  runsOf,
} from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { untilReady } from "./support/ready.ts";

async function expectRows(page: Page, names: readonly string[]): Promise<void> {
  const links = page
    .getByRole("table", { name: "Deployments" })
    .locator('a[href^="/deployments/deployment/"]');
  await expect(links).toHaveText(names);
}

async function choose(page: Page, row: Locator, item: string): Promise<void> {
  await untilReady(page);
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test.describe("the list", () => {
  test("without deployments it leads there, beginning with a storage block", async ({ page, api }) => {
    await page.goto("/deployments");
    await expect(page.getByText("No deployments yet")).toBeVisible();
    await expect(page.getByRole("link", { name: "Choose a storage type" })).toHaveAttribute(
      "href",
      "/blocks/catalog?capability=get-directory",
    );
    await expect(page.getByText(/prefect deployment build .* -sb s3\/log-test -q test/)).toBeVisible();
    await api.createBlock("gcs", "lake", { bucket_path: "b" });
    await page.reload();
    await expect(page.getByText(/prefect deployment build .* -sb gcs\/lake -q test/)).toBeVisible();
  });

  test("a row links flow, deployment and blocks, and says schedule, runs and status in words", async ({
    page,
    api,
  }) => {
    const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
    const docker = await api.createBlock("docker-container", "runner", { image: "a:1" });
    const made = await createDeployment(api, "log-flow", "nightly", {
      storage_document_id: s3.id,
      infrastructure_document_id: docker.id,
      schedules: [{ schedule: { interval: 3600, timezone: "UTC" }, active: true }],
    });
    await api.call("POST", `/deployments/${made.id}/create_flow_run`, {
      state: { type: "COMPLETED", name: "Completed" },
    });
    await page.goto("/deployments");
    const row = rowOf(page, "nightly");
    await expect(row.getByRole("link", { name: "nightly", exact: true })).toHaveAttribute(
      "href",
      pathOf(made),
    );
    await expect(row.getByRole("link", { name: "log-flow", exact: true })).toHaveAttribute(
      "href",
      /^\/flows\/flow\//,
    );
    await expect(row.getByRole("link", { name: "log-test" })).toHaveAttribute(
      "href",
      `/blocks/block/${s3.id}`,
    );
    await expect(row.getByRole("link", { name: "runner" })).toHaveAttribute(
      "href",
      `/blocks/block/${docker.id}`,
    );
    await expect(row).toContainText(/every hour/i);
    await expect(row.getByRole("listitem")).toHaveText([/^Completed, /]);
    await expect(row).toContainText("No agent");
  });

  test("search finds flow and name, filters stand in the URL, and a tag leads to its deployments", async ({
    page,
    api,
  }) => {
    await createDeployment(api, "log-flow", "nightly", { tags: ["etl"] });
    const hourly = await createDeployment(api, "log-flow", "hourly", {
      work_queue_name: "gpu",
      tags: ["etl"],
    });
    await createDeployment(api, "orders", "daily", { paused: true });
    await page.goto("/deployments?sort=name");
    await expectRows(page, ["daily", "hourly", "nightly"]);
    const search = page.getByRole("searchbox", { name: "Search deployments" });
    await untilReady(page);
    await search.fill("LOG-F");
    await expectRows(page, ["hourly", "nightly"]);
    await expect(page).toHaveURL(/q=LOG-F/);
    await page.getByLabel("Queue").selectOption("gpu");
    await expectRows(page, ["hourly"]);
    await page.goBack();
    await expectRows(page, ["hourly", "nightly"]);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByLabel("Status").selectOption("paused");
    await expectRows(page, ["daily"]);
    await page.goto("/deployments?q=nothing");
    await expect(page.getByRole("heading", { name: "No deployment matches “nothing”" })).toBeVisible();
    await page.goto(pathOf(hourly));
    await page.getByRole("link", { name: "etl", exact: true }).click();
    await expect(page.getByText("With the tag")).toBeVisible();
    await expectRows(page, ["hourly", "nightly"]);
  });

  test("500 deployments come in pages", async ({ page, api }) => {
    test.setTimeout(120_000);
    await createDeployments(
      api,
      "many",
      Array.from({ length: 500 }, (_, index) => `d-${String(index).padStart(3, "0")}`),
    );
    await page.goto("/deployments?sort=name");
    await expect(page.getByText("1–50 of 500")).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("51–100 of 500")).toBeVisible();
    await expect(rowOf(page, "d-050")).toBeVisible();
    await page.goto("/deployments?sort=name&page=99");
    await expect(page.getByText("Page 10 of 10")).toBeVisible();
  });

  test("a row pauses, resumes, copies the command and deletes, and says what goes", async ({ page, api }) => {
    const made = await createDeployment(api, "log-flow", "nightly", {
      schedules: [{ schedule: { cron: "0 6 * * *", timezone: "UTC" }, active: true }],
    });
    await api.call("POST", `/deployments/${made.id}/create_flow_run`, {});
    await page.goto("/deployments");
    const row = rowOf(page, "nightly");
    await choose(page, row, "Pause");
    await expect(row).toContainText("Paused");
    await choose(page, row, "Resume");
    await expect(row).not.toContainText("Paused");
    await choose(page, row, "Delete…");
    const dialog = page.getByRole("dialog", { name: "Delete log-flow/nightly?" });
    await expect(dialog).toContainText("1 schedule goes with it.");
    await expect(dialog).toContainText("1 run stays, with its logs.");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await dialog.getByRole("button", { name: "Delete deployment" }).click();
    await expect(page.getByText("No deployments yet")).toBeVisible();
    expect((await api.call("GET", `/deployments/${made.id}`)).status).toBe(404);
    expect(await runsOf(api)).toHaveLength(1);
  });
});

test.describe("the details", () => {
  test("overrides lie on top of the block's values, and nothing that reads like a credential is shown", async ({
    page,
    api,
    server,
  }) => {
    const env = { LOG_LEVEL: "INFO", TOKEN: "canary-block" };
    const docker = await api.createBlock("docker-container", "runner", { image: "old:1", env });
    const made = await createDeployment(api, "log-flow", "nightly", {
      description: "Logs **everything**.",
      infrastructure_document_id: docker.id,
      infra_overrides: { image: "new:2", "env.LOG_LEVEL": "DEBUG", "env.DB_PASSWORD": "canary-over" },
      parameters: { name: "orders", password: "canary-parameter" },
      parameter_openapi_schema: parameterSchema,
    });
    await page.goto(pathOf(made));
    const table = page.getByRole("table", { name: "Infrastructure values" });
    await expect(table.getByRole("row", { name: /^image/ })).toContainText(/new:2.*Override.*old:1/);
    await expect(table.getByRole("row", { name: /^env\.LOG_LEVEL/ })).toContainText(/DEBUG.*Override.*INFO/);
    await expect(table.getByRole("row", { name: /^env\.DB_PASSWORD/ })).toContainText("********");
    await expect(page.getByRole("region", { name: "Parameters" })).toContainText("orders");
    await expect(page.locator("strong", { hasText: "everything" })).toBeVisible();
    for (const path of [pathOf(made), `${pathOf(made)}/run`, "/deployments"]) {
      expect(await (await fetch(server.url + path)).text(), path).not.toContain("canary");
    }
  });

  test("it is paused, one schedule is switched off, and it is deleted", async ({ page, api }) => {
    const made = await createDeployment(api, "log-flow", "nightly", {
      schedules: [
        { schedule: { cron: "0 6 * * *", timezone: "UTC" }, active: true },
        { schedule: { interval: 3600, timezone: "UTC" }, active: true },
      ],
    });
    await page.goto(pathOf(made));
    await untilReady(page);
    await page.getByRole("switch").last().click();
    await expect(page.getByRole("switch").last()).not.toBeChecked();
    await expect(page.getByRole("switch").first()).toBeChecked();
    // Twice in one go: the second press meets a button that is busy.
    await page.getByRole("button", { name: "Pause" }).dblclick();
    await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
    const stored = await api.call("GET", `/deployments/${made.id}`);
    expect(stored.body).toMatchObject({ paused: true, schedules: [{ active: true }, { active: false }] });
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete deployment" }).click();
    await expect(page).toHaveURL(/\/deployments$/);
    await page.goto(pathOf(made));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No deployment has this ID");
  });

  test("with its storage block deleted it says so, refuses to resume, and takes another block", async ({
    page,
    api,
  }) => {
    const lost = await api.createBlock("s3", "log-test", { bucket_path: "a" });
    const other = await api.createBlock("s3", "other", { bucket_path: "b" });
    const made = await createDeployment(api, "log-flow", "nightly", { storage_document_id: lost.id });
    await api.call("DELETE", `/block_documents/${lost.id}`);
    await page.goto("/deployments");
    await expect(rowOf(page, "nightly")).toContainText("Block missing");
    await page.goto(`${pathOf(made)}/run`);
    await expect(page.getByText("It cannot run")).toBeVisible();
    await page.getByRole("link", { name: "Choose another block" }).click();
    await expect(page.getByText("Storage block missing").first()).toBeVisible();
    await untilReady(page);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByRole("dialog", { name: "Nothing was changed" })).toContainText(
      "s3/log-test was deleted",
    );
    await page.keyboard.press("Escape");
    await page.getByLabel("Another storage block").selectOption({ label: "s3/other (S3)" });
    await page.getByRole("button", { name: "Use this block" }).click();
    await expect(page.getByText("Storage block missing")).toHaveCount(0);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    const stored = await api.call("GET", `/deployments/${made.id}`);
    expect(stored.body).toMatchObject({ paused: false, storage_document_id: other.id });
  });
});

test("the jump box and the navigation lead to deployments", async ({ page, api }) => {
  await createDeployment(api, "log-flow", "nightly");
  await page.goto("/blocks");
  await untilReady(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("night");
  await page.getByRole("option", { name: /nightly/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "log-flow/nightly" })).toBeVisible();
  const entry = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Deployments" });
  await expect(entry).toHaveAttribute("aria-current", "page");
});
