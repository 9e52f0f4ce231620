import type { Page } from "@playwright/test";
import type { Api } from "./support/api.ts";
import { createDeployment } from "./support/deployments.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeRuns } from "./support/runs.ts";

/** Without a place at which a browser would break it by itself. */
const unbroken = (start: string, length: number) => start.padEnd(length, "abcdefghij");

/** Name of the page, path: every page that shows names which clients chose. */
type Pages = readonly (readonly [string, string])[];

/** One of everything, called by names of this length. */
async function seed(api: Api, length: number): Promise<Pages> {
  const long = (start: string) => unbroken(start, length);
  const made = async (method: string, path: string, body: unknown): Promise<string> => {
    const answer = await api.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return (answer.body as { id?: string } | undefined)?.id ?? "";
  };
  const names = { flow: long("flow_"), deployment: long("deployment_"), queue: long("queue_") };
  const block = await api.createBlock("process", "laptop", { stream_output: true });
  const tags = [long("tag_"), "short", long("other_tag_")];
  await made("POST", "/flows/", { name: names.flow, tags });
  const { id: deploymentId } = await createDeployment(api, names.flow, names.deployment, {
    work_queue_name: names.queue,
    infrastructure_document_id: block.id,
    infra_overrides: { [`${long("parent_")}.${long("child_")}`]: long("value_") },
    parameters: { [long("parameter_")]: long("value_") },
    version: long("version_"),
    path: long("/path_"),
    tags,
  });
  const runs = await makeRuns(api, { flow: names.flow, deployment: "other" });
  const state = unbroken("State", 88);
  const createRun = (name: string) =>
    made("POST", `/deployments/${deploymentId}/create_flow_run`, { name: long(name), tags });
  const waiting = await createRun("waiting_");
  await runs.enter(waiting, "SCHEDULED", state);
  const running = await createRun("running_");
  await runs.enter(running, "RUNNING", state, long("message_"));
  await runs.makeTask(running, long("task_"), "RUNNING");
  const queue = await api.call("GET", `/work_queues/name/${names.queue}`);
  const queueId = (queue.body as { id: string }).id;
  await made("PATCH", `/work_queues/${queueId}`, { description: long("description_") });
  const pool = long("pool-");
  await made("POST", "/work_pools/", { name: pool, type: long("type_"), description: long("about_") });
  await made("POST", `/work_pools/${pool}/queues`, { name: long("queue_of_pool_") });
  return [
    ["deployments", "/deployments"],
    ["deployments with a tag", `/deployments?tag=${tags[0]}`],
    ["deployment", `/deployments/deployment/${deploymentId}`],
    ["run form", `/deployments/deployment/${deploymentId}/run`],
    ["flow runs", "/flow-runs?when=any"],
    ["flow runs of nothing", `/flow-runs?q=${long("nothing_")}`],
    ["run", `/flow-runs/flow-run/${running}`],
    ["flow", `/flows/flow/${runs.flowId}`],
    ["work queues", "/work-queues"],
    ["queue", `/work-queues/work-queue/${queueId}`],
    ["pool", `/work-pools/work-pool/${pool}`],
  ];
}

/** How far the page scrolls sideways, and what of it reaches farthest. */
async function overflowOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return "";
    const reach = [...document.querySelectorAll("main *")]
      .map((element) => ({ element, right: element.getBoundingClientRect().right }))
      .filter(({ right }) => right > window.innerWidth)
      .map(({ element }) => `${element.tagName.toLowerCase()}: ${(element.textContent ?? "").slice(0, 40)}`);
    return `${over} px; ${reach.at(-1) ?? ""}`;
  });
}

/** What covers its neighbour: the value of a fact lies over its label. */
async function coveredLabels(page: Page): Promise<readonly string[]> {
  return await page.locator("main dl > dt").evaluateAll((terms) =>
    terms.flatMap((term) => {
      const label = term.getBoundingClientRect();
      const value = term.nextElementSibling;
      const isCovered = [...(value?.querySelectorAll("*") ?? [])].some((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        // What is for screen readers alone is one pixel large.
        if (right - left < 2) return false;
        return left < label.right - 1 && right > label.left + 1 && top < label.bottom && bottom > label.top;
      });
      return isCovered ? [term.textContent ?? ""] : [];
    }),
  );
}

for (const length of [44, 170]) {
  test(`names of ${length} characters without a space make no page scroll sideways`, async ({
    page,
    api,
  }) => {
    const pages = await seed(api, length);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, path] of pages) {
        const answer = await page.goto(path);
        expect(answer?.status(), name).toBe(200);
        expect.soft(await overflowOf(page), `${name}, ${width} px: scrolls sideways`).toBe("");
        expect.soft(await coveredLabels(page), `${name}, ${width} px: covered labels`).toEqual([]);
      }
    }
  });
}

test("a state's name of 100,000 characters is cut on pages and whole in the API", async ({ page, api }) => {
  const runs = await makeRuns(api);
  const { id } = await runs.make("otter");
  const name = `${unbroken("Whole", 199)}!${"x".repeat(99_800)}`;
  await runs.enter(id, "RUNNING", name);
  const stored = (await api.call("GET", `/flow_runs/${id}`)).body as { state_name: string };
  expect(stored.state_name).toBe(name);
  for (const path of [
    `/flow-runs/flow-run/${id}`,
    "/flow-runs",
    `/deployments/deployment/${runs.deploymentId}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText("!…");
    expect(await page.content(), path).not.toContain("!x");
    expect.soft(await overflowOf(page), path).toBe("");
  }
});
