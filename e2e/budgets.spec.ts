import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createDeployment, parameterSchema, pathOf } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeRuns } from "./support/runs.ts";

const formBudgetKb = 230;
const pageBudgetKb = 170;
const chunks = join(import.meta.dirname, "..", ".next", "static", "chunks");

type Loaded = { readonly name: string; readonly bytes: number; readonly isCompressed: boolean };

/** The scripts of a first visit, with an empty cache, by the bytes that went over the wire. */
async function firstLoad(page: Page, path: string): Promise<readonly Loaded[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Map<string, { name: string; isCompressed: boolean; bytes: number }>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type !== "Script") return;
    const encoding = Object.entries(response.headers).find(
      ([key]) => key.toLowerCase() === "content-encoding",
    );
    const name = new URL(response.url).pathname.split("/").at(-1) ?? "";
    scripts.set(requestId, { name, isCompressed: encoding !== undefined, bytes: 0 });
  });
  // Of the data, not of what was received in all: headers are no script.
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId);
    if (script) script.bytes += encodedDataLength;
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await session.detach();
  return [...scripts.values()];
}

async function expectWithin(page: Page, path: string, budgetKb: number): Promise<void> {
  const scripts = await firstLoad(page, path);
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const kb = (total / 1000).toFixed(1);
  process.stdout.write(`${kb.padStart(6)} KB of ${budgetKb}  ${path}  (${scripts.length} scripts)\n`);
  expect(scripts.length, `${path}: scripts`).toBeGreaterThan(5);
  expect(total, `${path}: bytes, else they were not counted`).toBeGreaterThan(100_000);
  // What is smaller than a packet may go as it is.
  const plain = scripts.filter(({ bytes, isCompressed }) => bytes > 1500 && !isCompressed);
  expect(plain, `${path}: scripts that are not compressed`).toEqual([]);
  expect(total, `${path}: ${kb} KB`).toBeLessThanOrEqual(budgetKb * 1000);
}

test("every page but forms ships at most 170 KB of scripts", async ({ page, api }) => {
  const { id } = await api.createBlock("s3", "log-test", { bucket_path: "a/b" });
  const deployment = await createDeployment(api, "log-flow", "nightly", { storage_document_id: id });
  const runs = await makeRuns(api);
  const run = await runs.make("calm-otter");
  const queue = (await api.call("GET", "/work_queues/name/test")).body as { id: string };
  const paths = [
    "/deployments",
    pathOf(deployment),
    "/flow-runs",
    `/flow-runs/flow-run/${run.id}`,
    `/flows/flow/${runs.flowId}`,
    "/work-queues",
    `/work-queues/work-queue/${queue.id}`,
    "/work-pools/work-pool/default-agent-pool",
    "/blocks",
    "/blocks?search=log",
    "/blocks/catalog",
    "/blocks/catalog/docker-container",
    `/blocks/block/${id}`,
    "/no-such-page",
  ];
  for (const path of paths) await expectWithin(page, path, pageBudgetKb);
});

test("every form ships at most 230 KB of scripts", async ({ page, api }) => {
  const job = await api.createBlock("kubernetes-job", "job", { image: "a:1", env: { A: "1" } });
  const docker = await api.createBlock("docker-container", "runner", { command: ["a"], env: { A: "1" } });
  const parameters = { parameter_openapi_schema: parameterSchema };
  const deployment = await createDeployment(api, "log-flow", "nightly", parameters);
  const paths = [
    "/blocks/catalog/kubernetes-job/create",
    "/blocks/catalog/docker-container/create",
    "/blocks/catalog/s3/create",
    `/blocks/catalog/docker-container/create?from=${docker.id}`,
    `/blocks/block/${job.id}/edit`,
    `/blocks/block/${docker.id}/edit`,
    `${pathOf(deployment)}/run`,
  ];
  for (const path of paths) await expectWithin(page, path, formBudgetKb);
});

/** Words that only one part of the scripts says, and that stay as they are when they are built. */
const onDemand = {
  "the parser of YAML": "MULTILINE_IMPLICIT_KEY",
  "the readers of pasted texts": "aws_security_token",
  "the preview of pasted texts": "This is none of the texts that the form understands",
  "the review before saving": "Save changes",
  "the question before deleting": "There is nothing left to delete",
  "the question before a run is cancelled": "Keep it running",
  "the list of shortcuts": "Go to the search field",
} as const;

test("editors, the readers of pasted texts and dialogs are no part of a first load", async ({
  page,
  api,
}) => {
  const { id } = await api.createBlock("docker-container", "runner", { image: "a:1" });
  const texts = new Map(
    readdirSync(chunks, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => [name.split("/").at(-1), readFileSync(join(chunks, name), "utf8")] as const),
  );
  for (const [part, words] of Object.entries(onDemand)) {
    const holders = [...texts].filter(([, text]) => text.includes(words)).map(([name]) => name);
    expect(holders.length, `${part}: found by its words`).toBeGreaterThan(0);
  }
  for (const path of ["/blocks", "/blocks/catalog/docker-container/create", `/blocks/block/${id}/edit`]) {
    const loaded = (await firstLoad(page, path)).map(({ name }) => texts.get(name) ?? "").join("\n");
    expect(loaded.length).toBeGreaterThan(100_000);
    const found = Object.entries(onDemand).filter(([, words]) => loaded.includes(words));
    expect(found, path).toEqual([]);
  }
});

test("the page of all fields is for developers: not there, and in no script", async ({ page }) => {
  const answer = await page.goto("/dev/fields");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  const holders = readdirSync(chunks, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .filter((name) => readFileSync(join(chunks, name), "utf8").includes("data-kind"));
  expect(holders).toEqual([]);
});
