import type { Filters } from "@/lib/filters";
import type { FlowRunId, StateId, TaskRunId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { State } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";
import type { Micros } from "@/lib/time";

export type TaskRunSort =
  | "id_desc"
  | "expected_start_time_asc"
  | "expected_start_time_desc"
  | "name_asc"
  | "name_desc"
  | "next_scheduled_start_time_asc"
  | "end_time_desc";

export type TaskRunStore = {
  byId(id: TaskRunId): Promise<TaskRun | undefined>;
  byKeys(flowRunId: FlowRunId | null, taskKey: string, dynamicKey: string): Promise<TaskRun | undefined>;
  list(filters: Filters, sort: TaskRunSort, page?: Page): Promise<readonly TaskRun[]>;
  count(filters: Filters): Promise<number>;
  /** @throws DomainError conflict when its keys exist. */
  insert(run: TaskRun): Promise<void>;
  update(run: TaskRun): Promise<void>;
  enterState(run: TaskRun & { readonly state: State }): Promise<void>;
  delete(id: TaskRunId): Promise<boolean>;
  /** Oldest first. */
  statesOf(id: TaskRunId): Promise<readonly State[]>;
  /** A state that any run is or was in. */
  stateById(id: StateId): Promise<State | undefined>;
  /** The newest completed state that was kept under the key and has not expired. */
  cached(cacheKey: string, now: Micros): Promise<State | undefined>;
  /** Keeps a completed state for later task runs with the key. */
  keepInCache(state: State, cacheKey: string): Promise<void>;
};
