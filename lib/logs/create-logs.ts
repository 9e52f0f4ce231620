import type { LogId } from "@/lib/ids";
import type { Log } from "@/lib/logs/model";
import type { Deps } from "@/lib/store";

export type NewLog = Omit<Log, "id" | "created">;

/** All of them, or none. Each gets a time of its own, so that whoever follows misses none. */
export async function createLogs({ store, now, newId }: Deps, lines: readonly NewLog[]): Promise<void> {
  if (lines.length === 0) return;
  await store.transaction((tx) =>
    // The times are given within the transaction: nobody can see a later line before an earlier one.
    tx.logs.insertMany(lines.map((line) => ({ ...line, id: newId<LogId>(), created: now() }))),
  );
}
