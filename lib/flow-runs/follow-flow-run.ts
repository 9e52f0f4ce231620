import { fingerprint } from "@/lib/flow-runs/fingerprint";
import { type LogLine, readNewLines } from "@/lib/flow-runs/log-lines";
import { type RunProgress, readProgress } from "@/lib/flow-runs/read-progress";
import type { FlowRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What is new since a page asked last. */
export type RunNews = {
  /** Null: the same as under the revision that was given. */
  readonly progress: RunProgress | null;
  readonly revision: string;
  readonly lines: readonly LogLine[];
  /** Where to go on. */
  readonly cursor: Micros;
  /** There are more lines to ask for at once. */
  readonly hasMore: boolean;
  readonly isFinal: boolean;
};

/** Undefined when no run has the id (any more). */
export async function followFlowRun(
  { store }: Pick<Deps, "store">,
  id: FlowRunId,
  seen: { readonly after: Micros; readonly revision: string },
): Promise<RunNews | undefined> {
  const run = await store.flowRuns.byId(id);
  if (!run) return undefined;
  const progress = await readProgress(store, run);
  const revision = fingerprint(progress);
  return {
    progress: revision === seen.revision ? null : progress,
    revision,
    ...(await readNewLines(store, id, seen.after)),
    isFinal: progress.isFinal,
  };
}
