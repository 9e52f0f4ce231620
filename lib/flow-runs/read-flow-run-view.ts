import { type ShownValue, showFreeValue } from "@/lib/blocks/shown-value";
import { fingerprint } from "@/lib/flow-runs/fingerprint";
import { readEarlierLines } from "@/lib/flow-runs/log-lines";
import type { FlowRun } from "@/lib/flow-runs/model";
import { type RunProgress, readProgress } from "@/lib/flow-runs/read-progress";
import type { FlowRunId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import { maskCredentials } from "@/lib/secrets/mask-credentials";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

type Named = { readonly id: string; readonly name: string };

/** What the page of a flow run shows. Parameters and variables whose names read like credentials are masked. */
export type FlowRunView = {
  readonly id: string;
  readonly name: string;
  readonly now: Micros;
  readonly created: Micros;
  readonly flow: Named;
  readonly deployment: Named | null;
  readonly queue: { readonly id: string | null; readonly name: string } | null;
  /** The run whose task started this one. */
  readonly parent: Named | null;
  readonly tags: readonly string[];
  readonly flowVersion: string | null;
  readonly isAutoScheduled: boolean;
  readonly parameters: readonly ShownEntry[];
  readonly jobVariables: readonly ShownEntry[];
  readonly progress: RunProgress;
  readonly revision: string;
  readonly log: Awaited<ReturnType<typeof readEarlierLines>>;
};

export type ShownEntry = { readonly key: string; readonly value: ShownValue };

/** Undefined when no run has the id. */
export async function readFlowRunView(
  { store, now }: Pick<Deps, "store" | "now">,
  id: FlowRunId,
): Promise<FlowRunView | undefined> {
  const run = await store.flowRuns.byId(id);
  const flow = run && (await store.flows.byId(run.flowId));
  if (!run || !flow) return undefined;
  const deployment = run.deploymentId && (await store.deployments.byId(run.deploymentId));
  const log = await readEarlierLines(store, id, { skip: 0 });
  const progress = await readProgress(store, run);
  return {
    id,
    name: run.name,
    now: now(),
    created: run.created,
    flow: { id: flow.id, name: flow.name },
    deployment: deployment ? { id: deployment.id, name: deployment.name } : null,
    queue: run.workQueueName === null ? null : { id: run.workQueueId, name: run.workQueueName },
    parent: await parentOf(store, run),
    tags: run.tags,
    flowVersion: run.flowVersion,
    isAutoScheduled: run.isAutoScheduled,
    parameters: showEntries(run.parameters),
    jobVariables: showEntries(run.jobVariables ?? new Map()),
    progress,
    revision: fingerprint(progress),
    log,
  };
}

async function parentOf(store: Store, { parentTaskRunId }: FlowRun): Promise<Named | null> {
  const task = parentTaskRunId && (await store.taskRuns.byId(parentTaskRunId));
  const parent = task?.flowRunId && (await store.flowRuns.byId(task.flowRunId));
  return parent ? { id: parent.id, name: parent.name } : null;
}

function showEntries(values: JsonObject): readonly ShownEntry[] {
  const masked = maskCredentials(values);
  if (!(masked instanceof Map)) return [];
  return [...masked].map(([key, value]) => ({ key, value: showFreeValue(value) }));
}
