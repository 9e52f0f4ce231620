import { expectAccessible } from "./support/axe.ts";
import { createDeployment, pathOf } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { untilReady } from "./support/ready.ts";

test("the page of a block links the deployments that use it, beside blocks", async ({ page, api }) => {
  const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
  const made = await createDeployment(api, "log-flow", "nightly", {
    storage_document_id: s3.id,
    infrastructure_document_id: s3.id,
    entrypoint: "log_flow.py:log_flow",
  });
  await createDeployment(api, "log-flow", "asleep", { storage_document_id: s3.id, paused: true });
  await createDeployment(api, "log-flow", "elsewhere", {});

  await page.goto(`/blocks/block/${s3.id}`);
  const usedBy = page.getByRole("region", { name: "Used by" });
  await expect(usedBy).toContainText("2 deployments");
  await expect(usedBy.getByRole("listitem")).toHaveCount(2);
  const asleep = usedBy.getByRole("listitem").filter({ hasText: "log-flow/asleep" });
  await expect(asleep).toContainText("Paused");
  await expect(asleep).toContainText("Deployment, as storage");
  const nightly = usedBy.getByRole("listitem").filter({ hasText: "log-flow/nightly" });
  await expect(nightly).toContainText("Deployment, as storage and infrastructure");
  await expect(nightly).not.toContainText("Paused");
  await expectAccessible(page, "a block that deployments use");
  await nightly.getByRole("link", { name: "log-flow/nightly" }).click();
  await expect(page).toHaveURL(new RegExp(`${pathOf(made)}$`));
});

test("the commands of a block name its deployment; without one they are an example", async ({
  page,
  api,
}) => {
  const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
  await page.goto(`/blocks/block/${s3.id}`);
  await untilReady(page);
  await page.getByRole("tab", { name: "Deployment" }).click();
  const panel = page.getByRole("tabpanel", { name: "Deployment" });
  await expect(panel).toContainText("prefect deployment run my-flow/my-deployment");

  await createDeployment(api, "log-flow", "nightly", {
    storage_document_id: s3.id,
    entrypoint: "log_flow.py:log_flow",
  });
  await page.reload();
  await untilReady(page);
  await page.getByRole("tab", { name: "Deployment" }).click();
  await expect(panel).toContainText(
    "prefect deployment build ./log_flow.py:log_flow --name nightly -sb s3/log-test",
  );
  await expect(panel).toContainText("prefect deployment apply log_flow-deployment.yaml");
  await expect(panel).toContainText("prefect deployment run log-flow/nightly");
});

test("the list counts deployments, and the question before a deletion says what becomes of them", async ({
  page,
  api,
}) => {
  const s3 = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
  const docker = await api.createBlock("docker-container", "runner", { image: "a:1" });
  await api.createBlock("s3", "unused", { bucket_path: "c" });
  const made = await createDeployment(api, "log-flow", "nightly", {
    storage_document_id: s3.id,
    infrastructure_document_id: docker.id,
    schedules: [{ schedule: { cron: "0 * * * *", timezone: "UTC" }, active: true }],
  });

  await page.goto("/blocks");
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("log-test")).toContainText("1 deployment");
  await expect(row("unused")).toContainText("Not used");

  await page.goto(`/blocks/block/${s3.id}`);
  await untilReady(page);
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(
    "1 deployment uses it and is paused until you choose another storage block",
  );
  await expect(dialog.getByRole("link", { name: "log-flow/nightly" })).toHaveAttribute("href", pathOf(made));
  await expectAccessible(page, "the deletion of a block that a deployment uses");
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.goto("/blocks");
  await untilReady(page);
  for (const name of ["log-test", "runner"]) await row(name).getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Delete/ }).click();
  await expect(dialog).toContainText("1 deployment uses them and is paused until you choose other blocks");
  await expect(dialog.getByRole("listitem")).toHaveText([
    /log-flow\/nightly \(storage\) = log-test/,
    /log-flow\/nightly \(infrastructure\) = runner/,
  ]);
  await dialog.getByRole("button", { name: "Delete 2 blocks" }).click();
  await expect(row("log-test")).toHaveCount(0);

  const { body } = await api.call("GET", `/deployments/${made.id}`);
  expect(body).toMatchObject({ paused: true, storage_document_id: null, infrastructure_document_id: null });
  const waiting = await api.call("POST", "/flow_runs/count", { deployments: { id: { any_: [made.id] } } });
  expect(waiting.body).toBe(0);
});
