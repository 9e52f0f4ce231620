import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Log } from "@/lib/logs/model";
import type { LogFilter } from "@/lib/logs/store";
import type { Store } from "@/lib/store";
import { harmlessText } from "@/lib/text/harmless-text";
import type { Micros } from "@/lib/time";

/** One line of a log as a page shows it. */
export type LogLine = {
  readonly id: string;
  /** By the clock of the one who wrote it. */
  readonly at: Micros;
  readonly level: number;
  /** The task that wrote it; null: the flow itself, or its agent. */
  readonly task: string | null;
  readonly message: string;
  /** So many characters of the message are left out here. */
  readonly cut: number;
};

/** How much is read at a time. */
export const linesPerPart = 500;
/** Longer messages are cut on pages; the download has them whole. */
const maxMessageLength = 8_000;

/** The newest lines up to `until` without the first `skip` of them, in the order of reading. */
export async function readEarlierLines(
  store: Store,
  flowRunId: FlowRunId,
  { until, skip }: { readonly until?: Micros; readonly skip: number },
): Promise<{ readonly lines: readonly LogLine[]; readonly hasEarlier: boolean; readonly cursor: Micros }> {
  const filter: LogFilter = { flowRunIds: [flowRunId], ...(until !== undefined && { before: until }) };
  const page = { limit: linesPerPart + 1, offset: skip };
  const logs = await store.logs.list(filter, "timestamp_desc", page);
  const part = logs.slice(0, linesPerPart).reverse();
  return {
    lines: await toLines(store, part),
    hasEarlier: logs.length > linesPerPart,
    cursor: newestOf(part, 0 as Micros),
  };
}

/** Lines that came in after the cursor, and the cursor behind them. */
export async function readNewLines(
  store: Store,
  flowRunId: FlowRunId,
  after: Micros,
): Promise<{ readonly lines: readonly LogLine[]; readonly hasMore: boolean; readonly cursor: Micros }> {
  const logs = await store.logs.follow(flowRunId, after, linesPerPart);
  return {
    lines: await toLines(store, logs),
    hasMore: logs.length === linesPerPart,
    cursor: newestOf(logs, after),
  };
}

function newestOf(logs: readonly Log[], otherwise: Micros): Micros {
  return Math.max(otherwise, ...logs.map(({ created }) => created)) as Micros; // Math forgets the unit
}

async function toLines(store: Store, logs: readonly Log[]): Promise<readonly LogLine[]> {
  const names = await taskNames(
    store,
    logs.flatMap(({ taskRunId }) => taskRunId ?? []),
  );
  return logs.map(({ id, timestamp, level, taskRunId, message }) => ({
    id,
    at: timestamp,
    level,
    task: taskRunId && (names.get(taskRunId) ?? taskRunId.slice(0, 8)),
    message: harmlessText(cutWhole(message)),
    cut: Math.max(0, message.length - maxMessageLength),
  }));
}

/** A cut through a character of two units would leave half of one. */
function cutWhole(message: string): string {
  if (message.length <= maxMessageLength) return message;
  return message.slice(0, maxMessageLength).replace(/[\ud800-\udbff]$/, "");
}

async function taskNames(store: Store, ids: readonly TaskRunId[]): Promise<ReadonlyMap<TaskRunId, string>> {
  if (ids.length === 0) return new Map();
  const runs = await store.taskRuns.list({ taskRuns: { ids: [...new Set(ids)] } }, "id_desc");
  return new Map(runs.map(({ id, name }) => [id, name]));
}
