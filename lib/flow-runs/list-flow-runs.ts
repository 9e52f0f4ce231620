import type { Filters } from "@/lib/filters";
import { fingerprint } from "@/lib/flow-runs/fingerprint";
import {
  type FlowRunListQuery,
  type FlowRunStateChoice,
  toChoice,
  toFilters,
  toSort,
} from "@/lib/flow-runs/list-query";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { DeploymentId, FlowId } from "@/lib/ids";
import { pageOf } from "@/lib/lists/list-address";
import type { Page } from "@/lib/page";
import { isTerminal, type StateType } from "@/lib/states/model";
import { type StateLabel, toStateLabel } from "@/lib/states/state-label";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

export const flowRunsPerPage = 50;

/** Something to which a run belongs. */
type Named = { readonly id: string; readonly name: string };

/** One run as lists show it; nothing of its parameters. */
export type FlowRunRow = {
  readonly id: string;
  readonly name: string;
  readonly flow: Named;
  readonly deployment: Named | null;
  readonly queue: string | null;
  readonly state: StateLabel | null;
  readonly isFinal: boolean;
  readonly expected: Micros | null;
  readonly start: Micros | null;
  readonly end: Micros | null;
};

export type FlowRunListView = {
  readonly query: FlowRunListQuery;
  /** When it was made. */
  readonly now: Micros;
  /** All runs there are, and those that the query finds. */
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly FlowRunRow[];
  /** How many runs each choice of a state would find; those without any are left out. */
  readonly states: readonly { readonly choice: FlowRunStateChoice; readonly count: number }[];
  readonly flows: readonly Named[];
  /** Named "flow/deployment". */
  readonly deployments: readonly Named[];
  readonly queues: readonly string[];
  /** Changes with what is shown. */
  readonly revision: string;
};

type Reading = Pick<Deps, "store" | "now">;

/** One page of the flow runs. The number of reads does not depend on the number of rows. */
export async function listFlowRuns(deps: Reading, query: FlowRunListQuery): Promise<FlowRunListView> {
  const { store } = deps;
  const now = deps.now();
  const shown = await readShown(store, query, now);
  return {
    ...shown,
    query,
    now,
    total: await store.flowRuns.count({}),
    flows: await listFlows(store, query.flow),
    deployments: await listDeployments(store, query),
    queues: await listQueues(store, query.queue),
  };
}

/**
 * Changes when a page that asks the same would show other rows. Asked again and again: the counts, which look at every
 * run, are left out.
 */
export async function readListRevision(deps: Reading, query: FlowRunListQuery): Promise<string> {
  const slice = { limit: flowRunsPerPage, offset: (query.page - 1) * flowRunsPerPage };
  return fingerprint(await readRows(deps.store, query, deps.now(), slice));
}

type Shown = Pick<FlowRunListView, "found" | "page" | "pageCount" | "rows" | "states" | "revision">;

async function readShown(store: Store, query: FlowRunListQuery, now: Micros): Promise<Shown> {
  const found = await store.flowRuns.count(toFilters(query, now));
  const { page, pageCount, slice } = pageOf(found, flowRunsPerPage, query.page);
  const rows = await readRows(store, query, now, slice);
  const states = await countStates(store, query, now);
  return { found, page, pageCount, rows, states, revision: fingerprint(rows) };
}

async function readRows(
  store: Store,
  query: FlowRunListQuery,
  now: Micros,
  slice: Page,
): Promise<readonly FlowRunRow[]> {
  return toRows(store, await store.flowRuns.list(toFilters(query, now), toSort(query.sort), slice));
}

async function countStates(
  store: Store,
  query: FlowRunListQuery,
  now: Micros,
): Promise<FlowRunListView["states"]> {
  // As a choice of a state would find them: without the limit to what was due.
  const when = query.when === "" ? "any" : query.when;
  const byType = await store.flowRuns.countByState(toFilters({ ...query, when, state: "" }, now));
  const ofType = (type: StateType) => [toChoice(type), byType.get(type) ?? 0] as const;
  const late = await store.flowRuns.count(toFilters({ ...query, state: "late" }, now));
  const counts: readonly (readonly [FlowRunStateChoice, number])[] = [
    ofType("SCHEDULED"),
    ["late", late],
    ...laterTypes.map(ofType),
  ];
  return counts
    .map(([choice, count]) => ({ choice, count }))
    .filter((each) => each.count > 0 || each.choice === query.state);
}

/** In the order in which runs go through them, after being scheduled. */
const laterTypes: readonly StateType[] = [
  "PENDING",
  "RUNNING",
  "PAUSED",
  "CANCELLING",
  "COMPLETED",
  "FAILED",
  "CRASHED",
  "CANCELLED",
];

/** Runs with the names of what they belong to. */
export async function toRows(store: Store, runs: readonly FlowRun[]): Promise<readonly FlowRunRow[]> {
  const flowIds = [...new Set(runs.map(({ flowId }) => flowId))];
  const flows = new Map((await store.flows.byIds(flowIds)).map((flow) => [flow.id, flow.name]));
  const deploymentIds = runs.flatMap(({ deploymentId }) => deploymentId ?? []);
  const found = await store.deployments.byIds([...new Set(deploymentIds)]);
  const deployments = new Map(found.map(({ id, name }) => [id, { id, name }]));
  return runs.map((run) => ({
    id: run.id,
    name: run.name,
    flow: { id: run.flowId, name: flows.get(run.flowId) ?? "" },
    deployment: (run.deploymentId && deployments.get(run.deploymentId)) ?? null,
    queue: run.workQueueName,
    state: run.state && toStateLabel(run.state),
    isFinal: run.state !== null && isTerminal(run.state.type),
    expected: run.expectedStartTime,
    start: run.startTime,
    end: run.endTime,
  }));
}

/** What fits into a list to choose from; beyond it the search helps. */
const optionCount = 200;
const firstOptions = { limit: optionCount, offset: 0 };

async function listFlows(store: Store, chosen: string): Promise<readonly Named[]> {
  const flows = await store.flows.list({}, "name_asc", firstOptions);
  const isListed = chosen === "" || flows.some(({ id }) => id === chosen);
  const added = isListed ? [] : await store.flows.byIds([chosen as FlowId]); // ids only come through the parser
  return [...added, ...flows].map(({ id, name }) => ({ id, name }));
}

/** Those of the chosen flow only. */
async function listDeployments(store: Store, { flow, deployment }: FlowRunListQuery) {
  const filters: Filters = flow === "" ? {} : { flows: { ids: [flow as FlowId] } }; // as above
  const first = await store.deployments.list(filters, "name_asc", firstOptions);
  const isListed = deployment === "" || first.some(({ id }) => id === deployment);
  const added = isListed ? [] : await store.deployments.byIds([deployment as DeploymentId]); // as above
  const all = [...added, ...first];
  const flows = await store.flows.byIds([...new Set(all.map(({ flowId }) => flowId))]);
  const nameOf = new Map(flows.map(({ id, name }) => [id, name]));
  return all
    .map(({ id, name, flowId }) => ({ id, name: `${nameOf.get(flowId) ?? ""}/${name}` }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Queues of several pools may share a name. */
async function listQueues(store: Store, chosen: string): Promise<readonly string[]> {
  const queues = await store.workQueues.list({}, firstOptions);
  const names = new Set(queues.map(({ name }) => name));
  return [...(chosen === "" ? names : names.add(chosen))].sort((a, b) => a.localeCompare(b, "en"));
}
