import "server-only";
import { randomUUID } from "node:crypto";
import { markLateRuns } from "@/lib/schedules/mark-late-runs";
import { type MadeRuns, scheduleRuns } from "@/lib/schedules/schedule-runs";
import type { Context } from "@/lib/server/context";
import type { Micros } from "@/lib/time";

const second = 1_000_000;
const tickMs = 5_000;
/** Twice the time between two ticks: another server takes over within 15 seconds when this one dies. */
const leaseMicros = 10 * second;
const fullRoundMicros = 60 * second;
/** What was made is remembered so long; then all of it is offered again, should somebody have deleted some. */
const memoryMicros = 600 * second;
/** A change may be written some time after the instant that it bears. */
const overlapMicros = 2 * second;
const leaseName = "scheduler";

type Scheduling = Pick<Context, "store" | "now" | "newId" | "log">;

export type Scheduler = {
  /** One round, when it is this server's turn. Errors go to the log. */
  readonly tick: () => Promise<void>;
  /** Ends the round after its running batch and lets another server take over at once. */
  readonly stop: () => Promise<void>;
};

/**
 * Makes the runs that schedules have due and marks those that nobody took: every 5 seconds for what was changed, every
 * minute for all. Of several servers on one database the holder of the lease does it.
 */
export function createScheduler(context: Scheduling): Scheduler {
  const holder = randomUUID();
  const { store, now, log } = context;
  let isStopping = false;
  let running: Promise<void> | undefined;
  /** Undefined until a first full round, and again whenever another server had its turn. */
  let last: { readonly full: Micros; readonly round: Micros } | undefined;

  let made: { readonly since: Micros; readonly runs: MadeRuns } | undefined;

  const takeLease = async (): Promise<boolean> => {
    if (isStopping) return false;
    const at = now();
    return store.transaction((tx) => tx.leases.take(leaseName, holder, at, (at + leaseMicros) as Micros));
  };

  const recall = (at: Micros): MadeRuns => {
    if (!made || at - made.since >= memoryMicros) made = { since: at, runs: new Map() };
    return made.runs;
  };

  const round = async (): Promise<void> => {
    if (!(await takeLease())) {
      last = undefined;
      made = undefined;
      return;
    }
    const start = now();
    const changedSince = last && start - last.full < fullRoundMicros ? last.round - overlapMicros : undefined;
    const count = await scheduleRuns(context, {
      made: recall(start),
      ...(changedSince === undefined ? {} : { changedSince: changedSince as Micros }),
      mayGoOn: takeLease,
      onFault: (id, error) => log.error("schedule not followed", { deploymentId: id, error }),
    });
    last = { full: changedSince === undefined || !last ? start : last.full, round: start };
    const late = await markLateRuns(context, takeLease);
    if (count + late > 0) log.info("runs scheduled", { made: count, late });
  };

  const tick = async (): Promise<void> => {
    if (running || isStopping) return;
    running = round().catch((error: unknown) => log.error("scheduler round failed", { error }));
    await running;
    running = undefined;
  };

  const stop = async (): Promise<void> => {
    isStopping = true;
    await running;
    const release = store.transaction((tx) => tx.leases.release(leaseName, holder));
    await release.catch((error: unknown) => log.warn("scheduler lease not released", { error }));
  };
  return { tick, stop };
}

/** Runs the scheduler until the answered function is called. */
export function startScheduler(context: Scheduling): () => Promise<void> {
  const { tick, stop } = createScheduler(context);
  void tick();
  const timer = setInterval(() => void tick(), tickMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await stop();
  };
}
