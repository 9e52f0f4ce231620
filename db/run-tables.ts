import type { Columns } from "@/db/columns/sqlite";
import type { defineDeploymentTables } from "@/db/deployment-tables";
import { progressColumns, rowColumns, stateColumns } from "@/db/row-columns";
import type { defineBlockDocuments } from "@/db/tables";
import type {
  BlockDocumentId,
  DeploymentId,
  FlowId,
  FlowRunId,
  LogId,
  TaskRunId,
  WorkQueueId,
} from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";

type DocumentsTable = ReturnType<typeof defineBlockDocuments>["blockDocuments"];
type DeploymentTables = ReturnType<typeof defineDeploymentTables>;

/** Flow runs, task runs, the states that they were in, and what they wrote. */
export function defineRunTables(
  c: Columns,
  deploymentTables: DeploymentTables,
  blockDocuments: DocumentsTable,
) {
  const flowRuns = defineFlowRuns(c, deploymentTables, blockDocuments);
  const taskRuns = defineTaskRuns(c, flowRuns);
  return {
    flowRuns,
    flowRunStates: defineFlowRunStates(c, flowRuns),
    taskRuns,
    taskRunStates: defineTaskRunStates(c, taskRuns),
    logs: defineLogs(c),
    leases: defineLeases(c),
  };
}

function defineFlowRuns(
  c: Columns,
  { flows, deployments, workQueues }: DeploymentTables,
  blockDocuments: DocumentsTable,
) {
  return c.table(
    "flow_runs",
    {
      ...rowColumns<FlowRunId>(c),
      name: c.text("name").notNull(),
      flowId: c
        .id<FlowId>("flow_id")
        .notNull()
        .references(() => flows.id, { onDelete: "cascade" }),
      deploymentId: c
        .id<DeploymentId>("deployment_id")
        .references(() => deployments.id, { onDelete: "set null" }),
      deploymentVersion: c.text("deployment_version"),
      workQueueId: c
        .id<WorkQueueId>("work_queue_id")
        .references(() => workQueues.id, { onDelete: "set null" }),
      workQueueName: c.text("work_queue_name"),
      flowVersion: c.text("flow_version"),
      parameters: c.lossless<JsonObject>("parameters").notNull(),
      idempotencyKey: c.text("idempotency_key"),
      context: c.lossless<JsonObject>("context").notNull(),
      empiricalPolicy: c.lossless<JsonObject>("empirical_policy").notNull(),
      tags: c.json<readonly string[]>("tags").notNull(),
      /** No foreign key: a run outlives the task that started it. */
      parentTaskRunId: c.id<TaskRunId>("parent_task_run_id"),
      ...progressColumns(c),
      isAutoScheduled: c.bool("is_auto_scheduled").notNull(),
      infrastructureDocumentId: c
        .id<BlockDocumentId>("infrastructure_document_id")
        .references(() => blockDocuments.id, { onDelete: "set null" }),
      infrastructurePid: c.text("infrastructure_pid"),
      createdBy: c.lossless<Json>("created_by"),
      jobVariables: c.lossless<JsonObject>("job_variables"),
    },
    (t) => [
      c.uniqueIndex("flow_runs_flow_idempotency").on(t.flowId, t.idempotencyKey),
      c.index("flow_runs_due").on(t.workQueueId, t.stateType, t.nextScheduledStartTime, t.id),
      c.index("flow_runs_state").on(t.stateType, t.nextScheduledStartTime),
      c.index("flow_runs_deployment").on(t.deploymentId, t.expectedStartTime, t.id),
      c.index("flow_runs_expected").on(t.expectedStartTime, t.id),
      c.index("flow_runs_flow").on(t.flowId, t.expectedStartTime, t.id),
      c.index("flow_runs_parent").on(t.parentTaskRunId),
      c.index("flow_runs_infrastructure").on(t.infrastructureDocumentId),
    ],
  );
}

function defineFlowRunStates(c: Columns, flowRuns: ReturnType<typeof defineFlowRuns>) {
  return c.table(
    "flow_run_states",
    {
      ...stateColumns(c),
      flowRunId: c
        .id<FlowRunId>("flow_run_id")
        .notNull()
        .references(() => flowRuns.id, { onDelete: "cascade" }),
    },
    (t) => [c.index("flow_run_states_run").on(t.flowRunId, t.timestamp)],
  );
}

function defineTaskRuns(c: Columns, flowRuns: ReturnType<typeof defineFlowRuns>) {
  return c.table(
    "task_runs",
    {
      ...rowColumns<TaskRunId>(c),
      name: c.text("name").notNull(),
      flowRunId: c.id<FlowRunId>("flow_run_id").references(() => flowRuns.id, { onDelete: "cascade" }),
      taskKey: c.text("task_key").notNull(),
      dynamicKey: c.text("dynamic_key").notNull(),
      cacheKey: c.text("cache_key"),
      cacheExpiration: c.instant("cache_expiration"),
      taskVersion: c.text("task_version"),
      empiricalPolicy: c.lossless<JsonObject>("empirical_policy").notNull(),
      tags: c.json<readonly string[]>("tags").notNull(),
      taskInputs: c.lossless<JsonObject>("task_inputs").notNull(),
      ...progressColumns(c),
      flowRunRunCount: c.integer("flow_run_run_count").notNull(),
    },
    (t) => [
      c.uniqueIndex("task_runs_keys").on(t.flowRunId, t.taskKey, t.dynamicKey),
      c.index("task_runs_expected").on(t.expectedStartTime, t.id),
    ],
  );
}

function defineTaskRunStates(c: Columns, taskRuns: ReturnType<typeof defineTaskRuns>) {
  return c.table(
    "task_run_states",
    {
      ...stateColumns(c),
      taskRunId: c
        .id<TaskRunId>("task_run_id")
        .notNull()
        .references(() => taskRuns.id, { onDelete: "cascade" }),
      /** Only of completed states that later task runs may take over. */
      cacheKey: c.text("cache_key"),
      cacheExpiration: c.instant("cache_expiration"),
    },
    (t) => [
      c.index("task_run_states_run").on(t.taskRunId, t.timestamp),
      c.index("task_run_states_cache").on(t.cacheKey, t.timestamp),
    ],
  );
}

function defineLogs(c: Columns) {
  return c.table(
    "logs",
    {
      id: c.id<LogId>("id").primaryKey(),
      created: c.instant("created").notNull(),
      name: c.text("name").notNull(),
      level: c.integer("level").notNull(),
      message: c.text("message").notNull(),
      timestamp: c.instant("timestamp").notNull(),
      /** No foreign key: lines may come before their run, or after it was deleted. */
      flowRunId: c.id<FlowRunId>("flow_run_id"),
      taskRunId: c.id<TaskRunId>("task_run_id"),
    },
    (t) => [
      c.index("logs_flow_run").on(t.flowRunId, t.timestamp),
      c.index("logs_follow").on(t.flowRunId, t.created),
      c.index("logs_task_run").on(t.taskRunId, t.timestamp),
    ],
  );
}

function defineLeases(c: Columns) {
  return c.table("leases", {
    name: c.text("name").primaryKey(),
    holder: c.text("holder").notNull(),
    until: c.instant("until").notNull(),
  });
}
