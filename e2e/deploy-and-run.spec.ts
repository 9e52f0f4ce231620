import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import {
  makeFlowFolder,
  runClient,
  runPrefect,
  type S3Server,
  startAgent,
  startS3,
} from "./support/clients.ts";
import { expect, test } from "./support/fixtures.ts";
import { recordTraffic } from "./support/traffic.ts";

const bucket = "log-test-bucket";
const accessKey = "AKIA-kanarie-deploy-44b1";
const secretKey = "kanarie/deploy+key=9e02";
const entrypoint = "./greet_flow.py:log_flow";
const file = "log-flow-s3-deployment.yaml";

test.describe("deployments, from the block to the line of the run", () => {
  test.setTimeout(420_000);
  let s3: S3Server;
  let folder: string;

  test.beforeEach(async () => {
    s3 = await startS3();
    folder = await makeFlowFolder();
    await runClient("s3_object.py", ["make", bucket], s3.env);
  });

  test.afterEach(async () => {
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("the file that `deployment build` writes holds stars where the block has secrets", async ({
    api,
    server,
  }) => {
    const env = { ...s3.env, PREFECT_API_URL: server.apiUrl };
    await api.createBlock("s3", "log-test", {
      bucket_path: bucket,
      aws_access_key_id: accessKey,
      aws_secret_access_key: secretKey,
    });
    await runPrefect(["deployment", "build", entrypoint, ...options], env, folder);
    const written = await readFile(join(folder, file), "utf8");
    expect(written).toContain(`bucket_path: ${bucket}`);
    expect(written).toMatch(/aws_access_key_id: '\*+'\n/);
    expect(written).toMatch(/aws_secret_access_key: '\*+'\n/);
    expect(written).not.toContain("kanarie");

    // Neither does the deployment that is made from it, nor does applying put the stars into the block.
    await runPrefect(["deployment", "apply", file], env, folder);
    const { body } = await api.call("GET", "/deployments/name/log-flow/log-flow-s3");
    expect(JSON.stringify(body)).not.toContain("kanarie");
    const stored = await api.readBlock("s3", "log-test");
    expect(stored?.data).toMatchObject({ aws_access_key_id: accessKey, aws_secret_access_key: secretKey });
  });

  test("the tutorial: from the block to the line of a run, and what becomes of the deployment without its block", async ({
    page,
    server,
    api,
  }) => {
    const env = { ...s3.env, PREFECT_API_URL: server.apiUrl };
    const traffic = recordTraffic(page);
    // A step that cannot be done fails there, not when the whole test has had its time.
    page.setDefaultTimeout(20_000);

    await test.step("create the storage block in the browser", async () => {
      await page.goto("/blocks/catalog/s3/create");
      await page.getByLabel("Block name").fill("log-test");
      await page.getByLabel("Bucket Path").fill(bucket);
      await page.getByLabel("AWS Access Key ID").fill(accessKey);
      await page.getByLabel("AWS Secret Access Key").fill(secretKey);
      await page.getByRole("button", { name: "Create" }).click();
      await expect(page).toHaveURL(blockUrl);
    });
    const block = new URL(page.url()).pathname;

    await test.step("build and apply with the real command line", async () => {
      const built = await runPrefect(["deployment", "build", entrypoint, ...options], env, folder);
      expect(built).toContain("Found flow 'log-flow'");
      await runPrefect(["deployment", "apply", file], env, folder);
      const uploaded = await runClient("s3_object.py", ["read", bucket, "greet_flow.py"], s3.env);
      expect(uploaded).toBe(await readFile(join(folder, "greet_flow.py"), "utf8"));
    });

    await test.step("the deployment is listed with links to its blocks, which name it in turn", async () => {
      await page.goto("/deployments");
      const row = page.getByRole("row", { name: /log-flow-s3/ });
      await expect(row.getByRole("link", { name: "log-test" })).toHaveAttribute("href", block);
      await row.getByRole("link", { name: "log-flow-s3", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "log-flow/log-flow-s3" })).toBeVisible();
      const blocks = page.getByRole("region", { name: "Blocks" });
      await expect(blocks.getByRole("link", { name: "process" })).toBeVisible();
      await blocks.getByRole("link", { name: "s3/log-test" }).click();
      await expect(page).toHaveURL(new RegExp(block));
      await page
        .getByRole("region", { name: "Used by" })
        .getByRole("link", { name: /log-flow-s3/ })
        .click();
      await expect(page.getByRole("heading", { level: 1, name: "log-flow/log-flow-s3" })).toBeVisible();
    });
    const deployment = new URL(page.url()).pathname;

    await test.step("run it with parameters, and watch the agent bring it to its end without reloading", async () => {
      await page.getByRole("link", { name: "Run", exact: true }).click();
      await page.getByLabel("name", { exact: true }).fill("Marvin");
      await page.getByLabel("times", { exact: true }).fill("2");
      await page.getByRole("button", { name: "Run now" }).click();
      await expect(page).toHaveURL(/\/flow-runs\/flow-run\/[0-9a-f-]{36}$/);
      const state = page.getByRole("main").locator("[data-state]").first();
      await expect(state).toHaveText("Scheduled");
      const isMarked = await mark(page);

      const agent = await startAgent("test", env);
      try {
        await expect(state, agent.output()).toHaveText("Completed", { timeout: 120_000 });
      } finally {
        await agent.stop();
      }
      await expect(page.getByText("Hello Marvin!")).toHaveCount(2);
      await expect(page.getByText(/Finished in state Completed\('All states completed.'\)/)).toBeVisible();
      for (const name of ["Scheduled", "Pending", "Running", "Completed"]) {
        await expect(page.getByRole("main").locator("[data-state]", { hasText: name }).first()).toBeVisible();
      }
      expect(await isMarked(), "the page was not loaded again").toBe(true);
    });

    await test.step("deleting the block names the deployment first", async () => {
      await page.goto(block);
      await page.getByRole("button", { name: "Delete" }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog).toContainText("log-flow/log-flow-s3");
      await dialog.getByRole("button", { name: "Delete block" }).click();
      await expect(page).toHaveURL(/\/blocks$/);
      expect(await api.readBlock("s3", "log-test")).toBeUndefined();
    });

    await test.step("the deployment stays, paused, until another block is chosen", async () => {
      await api.createBlock("s3", "log-test-2", { bucket_path: bucket });
      await page.goto(deployment);
      // In the badge beside the title, and above the details with what to do.
      await expect(page.getByText("Storage block missing")).toHaveCount(2);
      await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
      await page.getByLabel("Another storage block").selectOption({ label: "s3/log-test-2 (S3)" });
      await page.getByRole("button", { name: "Use this block" }).click();
      await expect(page.getByText("Storage block missing")).toHaveCount(0);
      await page.getByRole("button", { name: "Resume" }).click();
      await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
      await page.getByRole("region", { name: "Blocks" }).getByRole("link", { name: "s3/log-test-2" }).click();
      await expect(page).toHaveURL(blockUrl);
    });

    expect(await traffic()).not.toContain("kanarie");
  });
});

const blockUrl = /\/blocks\/block\/[0-9a-f-]{36}$/;
const options = ["-n", "log-flow-s3", "-sb", "s3/log-test", "-q", "test", "-o", file];

/** A mark that a reload of the page would remove. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-test-mark", ""));
  return async () => await page.evaluate(() => document.documentElement.hasAttribute("data-test-mark"));
}
