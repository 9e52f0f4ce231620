import type { Filters, FlowRunFilter, StateFilter } from "@/lib/filters";
import type { FlowRunSort } from "@/lib/flow-runs/store";
import { type DeploymentId, type FlowId, parseUuid } from "@/lib/ids";
import { type ListAddress, readPage, readParam, type SearchParams, toPath } from "@/lib/lists/list-address";
import { type StateType, stateTypes } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** What the list of flow runs shows: the state of the page, all of it in the URL. */
export type FlowRunListQuery = {
  readonly text: string;
  /** A type of state in lower case, or "late"; "" for any. */
  readonly state: FlowRunStateChoice;
  /** Id of a flow; "" for any. */
  readonly flow: string;
  /** Id of a deployment; "" for any. */
  readonly deployment: string;
  /** Name of a work queue; "" for any. */
  readonly queue: string;
  readonly when: FlowRunWindow;
  readonly sort: FlowRunOrder;
  /** From 1. */
  readonly page: number;
};

export type FlowRunStateChoice = "" | "late" | Lowercase<StateType>;

const hour = 3_600_000_000;

/** Times by when runs were expected to start. The first is the default: what is still to come would hide the rest. */
export const flowRunWindows = [
  { value: "", label: "Until now" },
  { value: "hour", label: "Last hour", micros: hour },
  { value: "day", label: "Last 24 hours", micros: 24 * hour },
  { value: "week", label: "Last 7 days", micros: 168 * hour },
  { value: "month", label: "Last 30 days", micros: 720 * hour },
  { value: "coming", label: "Still to come" },
  { value: "any", label: "Any time" },
] as const;
export type FlowRunWindow = (typeof flowRunWindows)[number]["value"];

/** Orders as the URL spells them; the first is the default. */
export const flowRunOrders = [
  { value: "newest", label: "Newest first", sort: "expected_start_time_desc" },
  { value: "oldest", label: "Oldest first", sort: "expected_start_time_asc" },
  { value: "ended", label: "Last ended", sort: "end_time_desc" },
  { value: "name", label: "Name, A to Z", sort: "name_asc" },
  { value: "name-desc", label: "Name, Z to A", sort: "name_desc" },
] as const satisfies readonly { value: string; label: string; sort: FlowRunSort }[];
export type FlowRunOrder = (typeof flowRunOrders)[number]["value"];

/** Reads the URL; whatever makes no sense counts as absent. */
export function parseFlowRunQuery(params: SearchParams): FlowRunListQuery {
  const read = (name: string) => readParam(params, name);
  return {
    text: read("q"),
    state: readState(read("state")),
    flow: parseUuid(read("flow")) ?? "",
    deployment: parseUuid(read("deployment")) ?? "",
    queue: read("queue"),
    when: flowRunWindows.find(({ value }) => value === read("when"))?.value ?? "",
    sort: flowRunOrders.find(({ value }) => value === read("sort"))?.value ?? "newest",
    page: readPage(params),
  };
}

function readState(text: string): FlowRunStateChoice {
  if (text === "late") return text;
  const type = stateTypes.find((each) => each.toLowerCase() === text);
  return type === undefined ? "" : toChoice(type);
}

/** The choice that stands for a type of state. */
export function toChoice(type: StateType): Lowercase<StateType> {
  return type.toLowerCase() as Lowercase<StateType>; // the library's type forgets what it lowers
}

/** The path of the list in this state; what is at its default is left out. */
export function toFlowRunsPath(query: Partial<FlowRunListQuery>): string {
  const { text, state, flow, deployment, queue, when, sort, page } = query;
  const order = sort === "newest" ? undefined : sort;
  return toPath("/flow-runs", { q: text, state, flow, deployment, queue, when, sort: order, page });
}

/** The list of flow runs in the URL. */
export const flowRunListAddress: ListAddress<FlowRunListQuery> = {
  parse: parseFlowRunQuery,
  toPath: toFlowRunsPath,
};

/** True when something was chosen that leaves runs out. */
export function isNarrowed(query: FlowRunListQuery): boolean {
  const { text, state, flow, deployment, queue, when } = query;
  return [text, state, flow, deployment, queue, when].some((choice) => choice !== "");
}

/** The same in the words of the store. Whoever looks for a state means the runs that are still to come as well. */
export function toFilters(query: FlowRunListQuery, now: Micros): Filters {
  const { text, state, flow, deployment, queue } = query;
  const flowRuns: FlowRunFilter = {
    ...(text !== "" && { name: { like: text } }),
    ...(state !== "" && { state: toStateFilter(state) }),
    ...(queue !== "" && { workQueueName: { any: [queue] } }),
    ...expectedWithin(query, now),
  };
  return {
    flowRuns,
    ...(flow !== "" && { flows: { ids: [flow as FlowId] } }), // parseFlowRunQuery lets ids pass only
    ...(deployment !== "" && { deployments: { ids: [deployment as DeploymentId] } }),
  };
}

function toStateFilter(state: Exclude<FlowRunStateChoice, "">): StateFilter {
  // The type as well: it has an index.
  if (state === "late") return { types: ["SCHEDULED"], names: ["Late"] };
  return { types: stateTypes.filter((type) => toChoice(type) === state) };
}

function expectedWithin({ when, state }: FlowRunListQuery, now: Micros): FlowRunFilter {
  if (when === "any" || (when === "" && state !== "")) return {};
  if (when === "coming") return { expectedStartTime: { after: now } };
  const window = flowRunWindows.find(({ value }) => value === when);
  const after = window && "micros" in window ? { after: (now - window.micros) as Micros } : {};
  return { expectedStartTime: { ...after, before: now } };
}

export function toSort(order: FlowRunOrder): FlowRunSort {
  return (flowRunOrders.find(({ value }) => value === order) ?? flowRunOrders[0]).sort;
}
