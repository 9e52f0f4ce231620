import { expectAccessible } from "./support/axe.ts";
import { createDeployment, parameterSchema, pathOf, rowOf } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { untilReady } from "./support/ready.ts";

const longName = "a-name-as-long-as-people-give-them-when-nobody-stops-them-2026-and-a-little-longer";
const rtlName = "النشر اليومي";

test("no violation of axe, wide and narrow, light and dark", async ({ page, api }) => {
  test.setTimeout(240_000);
  await page.goto("/deployments");
  await expectAccessible(page, "no deployments");

  const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
  const lost = await api.createBlock("s3", "lost", { bucket_path: "a/b" });
  const docker = await api.createBlock("docker-container", longName, { image: "a:1", env: { A: "1" } });
  const whole = await createDeployment(api, "log-flow", "nightly", {
    storage_document_id: s3.id,
    infrastructure_document_id: docker.id,
    infra_overrides: { "env.A": "2", "labels.team": "data", image: longName },
    parameter_openapi_schema: parameterSchema,
    parameters: { name: "orders", items: [1, 2] },
    tags: ["etl", longName],
    schedules: [{ schedule: { cron: "0 6 * * 1-5", timezone: "Europe/Berlin" }, active: true }],
    description: "Logs `everything`.",
  });
  for (const type of ["COMPLETED", "FAILED", "CRASHED", "RUNNING", "SCHEDULED"]) {
    await api.call("POST", `/deployments/${whole.id}/create_flow_run`, { state: { type } });
  }
  await createDeployment(api, longName, longName, { storage_document_id: s3.id });
  await createDeployment(api, "تقرير", rtlName, { paused: true });
  const broken = await createDeployment(api, "orders", "daily", { storage_document_id: lost.id });
  await api.call("DELETE", `/block_documents/${lost.id}`);

  await page.goto("/deployments");
  await expect(rowOf(page, rtlName)).toBeVisible();
  await expectAccessible(page, "deployments");
  await page.goto("/deployments?q=nothing");
  await expectAccessible(page, "no deployment found");
  await page.goto(pathOf(whole));
  await expectAccessible(page, "details");
  await page.goto(pathOf(broken));
  await expectAccessible(page, "details without storage block");
  await untilReady(page);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("dialog")).toContainText("It has no schedule.");
  await expectAccessible(page, "question before deleting");
  await page.goto(`${pathOf(whole)}/run`);
  await untilReady(page);
  await page.getByRole("radio", { name: "At a time" }).check();
  await page.getByRole("button", { name: "Schedule run" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "form of a run with an error");
});
