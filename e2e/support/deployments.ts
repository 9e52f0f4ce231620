import type { Locator, Page } from "@playwright/test";
import type { Api } from "./api.ts";

type Made = { readonly id: string };

/** A flow and a deployment of it, as `prefect deployment apply` would send them. */
export async function createDeployment(
  api: Api,
  flowName: string,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Made> {
  const flow = await api.call("POST", "/flows/", { name: flowName, tags: [] });
  const { id } = flow.body as Made;
  const body = {
    name,
    flow_id: id,
    entrypoint: "log_flow.py:log_flow",
    work_queue_name: "test",
    parameter_openapi_schema: { title: "Parameters", type: "object", properties: {} },
    ...more,
  };
  const made = await api.call("POST", "/deployments/", body);
  if (made.status >= 300) throw new Error(`deployment ${name}: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body as Made;
}

/** Many deployments of one flow, ten requests at a time. */
export async function createDeployments(api: Api, flowName: string, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += 10) {
    await Promise.all(names.slice(start, start + 10).map((name) => createDeployment(api, flowName, name)));
  }
}

/**
 * The parameters of `def flow(name: str, count: int, limit: Optional[int] = None, mode: Literal["a", "b"] = "a",
 * items: List[int] = [1, 2], opts: Dict[str, int] = {}, day: date = ..., model: Model = None, anything=None, password="x")`,
 * as the client writes them.
 */
export const parameterSchema = {
  title: "Parameters",
  type: "object",
  properties: {
    name: { position: 0, title: "name", type: "string" },
    count: { position: 1, title: "count", type: "integer" },
    limit: { position: 2, title: "limit", default: null, anyOf: [{ type: "integer" }, { type: "null" }] },
    mode: { position: 3, title: "mode", default: "a", enum: ["a", "b"], type: "string" },
    items: { position: 4, title: "items", default: [1, 2], type: "array", items: { type: "integer" } },
    opts: {
      position: 5,
      title: "opts",
      default: {},
      type: "object",
      additionalProperties: { type: "integer" },
    },
    day: { position: 6, title: "day", default: "2026-01-01", type: "string", format: "date" },
    model: { position: 7, title: "model", default: null, $ref: "#/definitions/Model" },
    anything: { position: 8, title: "anything", default: null },
    password: { position: 9, title: "password", default: "x", type: "string" },
  },
  required: ["name", "count"],
  definitions: {
    Model: {
      title: "Model",
      type: "object",
      properties: { host: { title: "Host", type: "string" } },
      required: ["host"],
    },
  },
} as const;

export function rowOf(page: Page, name: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
}

type Run = { readonly id: string; readonly name: string; readonly parameters: Record<string, unknown> };

export async function runsOf(api: Api): Promise<readonly Run[]> {
  return (await api.call("POST", "/flow_runs/filter", {})).body as Run[];
}

export const pathOf = (deployment: { readonly id: string }) => `/deployments/deployment/${deployment.id}`;
