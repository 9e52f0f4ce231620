import { type FlowRunRow, toRows } from "@/lib/flow-runs/list-flow-runs";
import type { FlowId } from "@/lib/ids";
import { type StateType, stateTypes } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What the page of a flow shows. */
export type FlowView = {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly now: Micros;
  readonly created: Micros;
  /** The first of them by name, and how many there are. */
  readonly deployments: readonly { readonly id: string; readonly name: string; readonly isPaused: boolean }[];
  readonly deploymentCount: number;
  /** The newest that were due. */
  readonly runs: readonly FlowRunRow[];
  readonly runCount: number;
  /** How many runs are in each state; states without any are left out. */
  readonly states: readonly { readonly type: StateType; readonly count: number }[];
};

const deploymentsShown = 50;
const runsShown = 10;

/** Undefined when no flow has the id. */
export async function readFlowView(
  deps: Pick<Deps, "store" | "now">,
  id: FlowId,
): Promise<FlowView | undefined> {
  const { store } = deps;
  const flow = await store.flows.byId(id);
  if (!flow) return undefined;
  const now = deps.now();
  const filters = { flows: { ids: [id] } };
  const deployments = await store.deployments.list(filters, "name_asc", {
    limit: deploymentsShown,
    offset: 0,
  });
  const due = { ...filters, flowRuns: { expectedStartTime: { before: now } } };
  const runs = await store.flowRuns.list(due, "expected_start_time_desc", { limit: runsShown, offset: 0 });
  const counts = await store.flowRuns.countByState(filters);
  return {
    id,
    name: flow.name,
    tags: flow.tags,
    now,
    created: flow.created,
    deployments: deployments.map(({ id: deploymentId, name, isPaused }) => ({
      id: deploymentId,
      name,
      isPaused,
    })),
    deploymentCount: await store.deployments.count(filters),
    runs: await toRows(store, runs),
    runCount: await store.flowRuns.count(filters),
    states: stateTypes.flatMap((type) => {
      const count = counts.get(type) ?? 0;
      return count === 0 ? [] : [{ type, count }];
    }),
  };
}
