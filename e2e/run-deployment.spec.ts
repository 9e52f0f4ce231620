import { createDeployment, parameterSchema, pathOf, runsOf } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { untilReady } from "./support/ready.ts";

test.describe("running", () => {
  test("the form asks for the flow's parameters, keeps what is typed when refused, and makes one run", async ({
    page,
    api,
  }) => {
    const made = await createDeployment(api, "log-flow", "nightly", {
      parameter_openapi_schema: parameterSchema,
      parameters: { name: "orders", password: "canary" },
    });
    await page.goto(pathOf(made));
    await page.getByRole("link", { name: "Run", exact: true }).click();
    await untilReady(page);
    await page.getByLabel("Run name").fill("by-hand");
    await page.getByRole("button", { name: "Run now" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Not started: 1 field needs attention" }),
    ).toBeVisible();
    await expect(page.getByLabel("Run name")).toHaveValue("by-hand");
    await page.getByLabel("count").fill("3");
    await page.getByLabel("mode", { exact: true }).selectOption({ label: "b" });
    await page.getByRole("button", { name: "Run now" }).dblclick();
    await expect(page).toHaveURL(/\/flow-runs\/flow-run\/[0-9a-f-]{36}$/);
    const runs = await runsOf(api);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      name: "by-hand",
      parameters: { name: "orders", password: "canary", count: 3, mode: "b" },
    });
    expect(page.url()).toContain(runs[0]?.id);
  });

  test("a run is planned for a time in UTC", async ({ page, api }) => {
    const made = await createDeployment(api, "log-flow", "nightly");
    await page.goto(`${pathOf(made)}/run`);
    await expect(page.getByText("The flow takes no parameters.")).toBeVisible();
    await untilReady(page);
    await page.getByRole("radio", { name: "At a time" }).check();
    await page.getByLabel("Day and time").fill("2031-03-01T08:30");
    await page.getByLabel("Time zone").selectOption("utc");
    await page.getByRole("button", { name: "Schedule run" }).click();
    await expect(page).toHaveURL(/\/flow-runs\/flow-run\//);
    const [run] = (await runsOf(api)) as unknown as { expected_start_time: string }[];
    expect(run?.expected_start_time).toMatch(/^2031-03-01T08:30:00/);
  });

  test("what is refused by the server stays as typed and says what to do", async ({ page, api }) => {
    const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a" });
    const made = await createDeployment(api, "log-flow", "nightly", { storage_document_id: s3.id });
    await page.goto(`${pathOf(made)}/run`);
    await untilReady(page);
    await page.getByLabel("Run name").fill("kept");
    await api.call("DELETE", `/block_documents/${s3.id}`);
    await page.getByRole("button", { name: "Run now" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "s3/log-test was deleted" })).toBeVisible();
    await expect(page.getByLabel("Run name")).toHaveValue("kept");
    expect(await runsOf(api)).toEqual([]);
  });
});

test("with the keyboard alone: from the list to the run", async ({ page, api }) => {
  await createDeployment(api, "log-flow", "nightly");
  await page.goto("/deployments");
  await untilReady(page);
  await tabTo(page, page.getByRole("link", { name: "nightly", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "log-flow/nightly" })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Run", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Run name")).toBeVisible();
  await untilReady(page);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/flow-runs\/flow-run\//);
});
