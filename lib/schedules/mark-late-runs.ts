import type { FlowRun } from "@/lib/flow-runs/model";
import { showInParentTask } from "@/lib/flow-runs/set-flow-run-state";
import type { StateId } from "@/lib/ids";
import { enterState } from "@/lib/states/enter-state";
import { noDetails, type State } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

const graceMicros = 15_000_000;
/** Runs per transaction: agents take runs in between. */
const batchSize = 100;

/** Runs that nobody took in time get the name "Late"; they stay scheduled for the same time. Answers how many. */
export async function markLateRuns(deps: Deps, mayGoOn: () => Promise<boolean>): Promise<number> {
  const before = (deps.now() - graceMicros) as Micros;
  let marked = 0;
  for (;;) {
    const found = await deps.store.transaction(async (tx) => {
      const runs = await tx.flowRuns.overdue(before, batchSize);
      for (const run of runs) {
        const late = asLate(deps, run);
        await tx.flowRuns.enterState(late);
        await showInParentTask(deps, tx, late);
      }
      return runs.length;
    });
    marked += found;
    if (found < batchSize || !(await mayGoOn())) return marked;
  }
}

function asLate(
  { now, newId }: Pick<Deps, "now" | "newId">,
  run: FlowRun,
): FlowRun & { readonly state: State } {
  const timestamp = now();
  const state: State = {
    id: newId<StateId>(),
    timestamp,
    type: "SCHEDULED",
    name: "Late",
    message: null,
    data: null,
    details: {
      ...noDetails,
      flowRunId: run.id,
      taskRunId: run.parentTaskRunId,
      scheduledTime: run.nextScheduledStartTime,
    },
  };
  return { ...run, ...enterState(run, state), updated: timestamp };
}
