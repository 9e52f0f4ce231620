import { DomainError } from "@/lib/errors";
import type { TaskRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** With its states; what it wrote stays with its flow run. @throws DomainError not_found */
export async function deleteTaskRun({ store }: Pick<Deps, "store">, id: TaskRunId): Promise<void> {
  const wasThere = await store.transaction((tx) => tx.taskRuns.delete(id));
  if (!wasThere) throw new DomainError("not_found", "Task run not found");
}
