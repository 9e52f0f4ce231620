import { randomName } from "@/lib/flow-runs/random-name";
import type { TaskRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { readTaskRun } from "@/lib/task-runs/read-task-run";

/** `name`: two random words when null or empty, unchanged when undefined. @throws DomainError not_found */
export async function renameTaskRun(
  { store, now, newId }: Deps,
  id: TaskRunId,
  name: string | null | undefined,
): Promise<void> {
  await store.transaction(async (tx) => {
    const run = await readTaskRun(tx, id);
    if (name === undefined) return;
    await tx.taskRuns.update({ ...run, name: name || randomName(newId()), updated: now() });
  });
}
