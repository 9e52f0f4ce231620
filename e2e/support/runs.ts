import type { Locator, Page } from "@playwright/test";
import type { Api } from "./api.ts";

type Made = { readonly id: string; readonly name: string };

/** Flows, deployments and runs, made and moved as clients do it. */
export type Runs = {
  readonly flowId: string;
  readonly deploymentId: string;
  /** A run of the deployment, scheduled for now. */
  readonly make: (name: string, body?: Readonly<Record<string, unknown>>) => Promise<Made>;
  /** Puts a run into a state, whatever state it is in. */
  readonly enter: (id: string, type: string, name?: string, message?: string) => Promise<void>;
  readonly makeTask: (flowRunId: string, name: string, type: string) => Promise<Made>;
  readonly write: (flowRunId: string, lines: readonly LogLine[]) => Promise<void>;
};

type LogLine = {
  readonly message: string;
  readonly level?: number;
  /** Milliseconds since the Unix epoch; now unless given. */
  readonly atMs?: number;
  readonly taskRunId?: string;
};

/** A flow with a deployment, and what its runs need. */
export async function makeRuns(
  api: Api,
  { flow = "orders", deployment = "prod", parameters = {} as Readonly<Record<string, unknown>> } = {},
): Promise<Runs> {
  const send = async (method: string, path: string, body: unknown): Promise<Made> => {
    const answer = await api.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer.body as Made;
  };
  const { id: flowId } = await send("POST", "/flows/", { name: flow });
  const { id: deploymentId } = await send("POST", "/deployments/", {
    name: deployment,
    flow_id: flowId,
    parameters,
    work_queue_name: "test",
  });
  const toState = (type: string, name?: string, message: string | null = null) => ({
    type,
    name: name ?? type.charAt(0) + type.slice(1).toLowerCase(),
    message,
    data: null,
    state_details: {},
  });
  return {
    flowId,
    deploymentId,
    make: (name, body = {}) =>
      send("POST", `/deployments/${deploymentId}/create_flow_run`, { name, ...body }),
    enter: async (id, type, name, message) => {
      await send("POST", `/flow_runs/${id}/set_state`, { state: toState(type, name, message), force: true });
    },
    makeTask: async (flowRunId, name, type) => {
      const task = {
        name,
        flow_run_id: flowRunId,
        task_key: name,
        dynamic_key: "0",
        state: toState("PENDING"),
      };
      const made = await send("POST", "/task_runs/", task);
      await send("POST", `/task_runs/${made.id}/set_state`, { state: toState(type), force: true });
      return made;
    },
    write: async (flowRunId, lines) => {
      const logs = lines.map(({ message, level = 20, atMs = Date.now(), taskRunId = null }) => ({
        name: taskRunId === null ? "prefect.flow_runs" : "prefect.task_runs",
        level,
        message,
        timestamp: new Date(atMs).toISOString(),
        flow_run_id: flowRunId,
        task_run_id: taskRunId,
      }));
      await send("POST", "/logs/", logs);
    },
  };
}

/** "line 7" and its like, ten milliseconds apart. */
export function numbered(from: number, to: number): readonly LogLine[] {
  const start = Date.now() - 600_000;
  return Array.from({ length: to - from }, (_, index) => ({
    message: `line ${from + index}`,
    atMs: start + (from + index) * 10,
  }));
}

/** The state in the head of a run's page, or of the first run of a list. */
export function stateOf(page: Page): Locator {
  return page.getByRole("main").locator("[data-state]").first();
}

/** A mark that a reload of the page would remove. */
export async function markPage(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-test-mark", ""));
  return async () => await page.evaluate(() => document.documentElement.hasAttribute("data-test-mark"));
}
