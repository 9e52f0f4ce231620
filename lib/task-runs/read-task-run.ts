import { DomainError } from "@/lib/errors";
import type { TaskRunId } from "@/lib/ids";
import type { Store } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";

/** @throws DomainError not_found */
export async function readTaskRun(store: Pick<Store, "taskRuns">, id: TaskRunId): Promise<TaskRun> {
  const run = await store.taskRuns.byId(id);
  if (!run) throw new DomainError("not_found", "Task run not found");
  return run;
}
