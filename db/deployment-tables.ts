import type { Columns } from "@/db/columns/sqlite";
import { rowColumns } from "@/db/row-columns";
import type { defineBlockDocuments } from "@/db/tables";
import type { Schedule } from "@/lib/deployments/model";
import type {
  BlockDocumentId,
  DeploymentId,
  DeploymentScheduleId,
  FlowId,
  WorkPoolId,
  WorkQueueId,
} from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";

type DocumentsTable = ReturnType<typeof defineBlockDocuments>["blockDocuments"];

/** Flows, deployments, pools and queues. */
export function defineDeploymentTables(c: Columns, blockDocuments: DocumentsTable) {
  const flows = defineFlows(c);
  const workPools = defineWorkPools(c);
  const workQueues = defineWorkQueues(c, workPools);
  const deployments = defineDeployments(c, flows, workQueues, blockDocuments);
  return { flows, workPools, workQueues, deployments, deploymentSchedules: defineSchedules(c, deployments) };
}

function defineFlows(c: Columns) {
  return c.table(
    "flows",
    {
      ...rowColumns<FlowId>(c),
      name: c.text("name").notNull(),
      tags: c.json<readonly string[]>("tags").notNull(),
    },
    (t) => [c.uniqueIndex("flows_name").on(t.name), c.index("flows_created").on(t.created)],
  );
}

function defineWorkPools(c: Columns) {
  return c.table(
    "work_pools",
    {
      ...rowColumns<WorkPoolId>(c),
      name: c.text("name").notNull(),
      description: c.text("description"),
      type: c.text("type").notNull(),
      baseJobTemplate: c.lossless<JsonObject>("base_job_template").notNull(),
      isPaused: c.bool("is_paused").notNull(),
      concurrencyLimit: c.integer("concurrency_limit"),
      /** No foreign key: pool and queue refer to each other. */
      defaultQueueId: c.id<WorkQueueId>("default_queue_id"),
    },
    (t) => [c.uniqueIndex("work_pools_name").on(t.name)],
  );
}

function defineWorkQueues(c: Columns, workPools: ReturnType<typeof defineWorkPools>) {
  return c.table(
    "work_queues",
    {
      ...rowColumns<WorkQueueId>(c),
      name: c.text("name").notNull(),
      description: c.text("description").notNull(),
      isPaused: c.bool("is_paused").notNull(),
      concurrencyLimit: c.integer("concurrency_limit"),
      priority: c.integer("priority").notNull(),
      workPoolId: c
        .id<WorkPoolId>("work_pool_id")
        .notNull()
        .references(() => workPools.id, { onDelete: "cascade" }),
      filter: c.lossless<Json>("filter"),
      lastPolled: c.instant("last_polled"),
    },
    (t) => [
      c.uniqueIndex("work_queues_pool_name").on(t.workPoolId, t.name),
      c.index("work_queues_name").on(t.name),
    ],
  );
}

function defineDeployments(
  c: Columns,
  flows: ReturnType<typeof defineFlows>,
  workQueues: ReturnType<typeof defineWorkQueues>,
  blockDocuments: DocumentsTable,
) {
  return c.table(
    "deployments",
    {
      ...rowColumns<DeploymentId>(c),
      name: c.text("name").notNull(),
      flowId: c
        .id<FlowId>("flow_id")
        .notNull()
        .references(() => flows.id, { onDelete: "cascade" }),
      version: c.text("version"),
      description: c.text("description"),
      manifestPath: c.text("manifest_path"),
      path: c.text("path"),
      entrypoint: c.text("entrypoint"),
      tags: c.json<readonly string[]>("tags").notNull(),
      parameters: c.lossless<JsonObject>("parameters").notNull(),
      parameterSchema: c.lossless<Json>("parameter_schema"),
      enforcesParameterSchema: c.bool("enforces_parameter_schema").notNull(),
      infraOverrides: c.lossless<JsonObject>("infra_overrides").notNull(),
      pullSteps: c.lossless<Json>("pull_steps"),
      workQueueId: c
        .id<WorkQueueId>("work_queue_id")
        .references(() => workQueues.id, { onDelete: "set null" }),
      workQueueName: c.text("work_queue_name"),
      lastPolled: c.instant("last_polled"),
      isPaused: c.bool("is_paused").notNull(),
      storageDocumentId: c
        .id<BlockDocumentId>("storage_document_id")
        .references(() => blockDocuments.id, { onDelete: "set null" }),
      /** The block's label, kept for when it is deleted: no id beside a name means that it was. Empty: it never had one. */
      storageTypeSlug: c.text("storage_type_slug").notNull(),
      storageName: c.text("storage_name").notNull(),
      infrastructureDocumentId: c
        .id<BlockDocumentId>("infrastructure_document_id")
        .references(() => blockDocuments.id, { onDelete: "set null" }),
      infrastructureTypeSlug: c.text("infrastructure_type_slug").notNull(),
      infrastructureName: c.text("infrastructure_name").notNull(),
    },
    (t) => [
      c.uniqueIndex("deployments_flow_name").on(t.flowId, t.name),
      c.index("deployments_name").on(t.name),
      c.index("deployments_created").on(t.created),
      c.index("deployments_updated").on(t.updated),
      c.index("deployments_queue").on(t.workQueueId),
      c.index("deployments_storage").on(t.storageDocumentId),
      c.index("deployments_infrastructure").on(t.infrastructureDocumentId),
    ],
  );
}

function defineSchedules(c: Columns, deployments: ReturnType<typeof defineDeployments>) {
  return c.table(
    "deployment_schedules",
    {
      ...rowColumns<DeploymentScheduleId>(c),
      deploymentId: c
        .id<DeploymentId>("deployment_id")
        .notNull()
        .references(() => deployments.id, { onDelete: "cascade" }),
      position: c.integer("position").notNull(),
      schedule: c.json<Schedule>("schedule").notNull(),
      isActive: c.bool("is_active").notNull(),
      maxActiveRuns: c.integer("max_active_runs"),
      maxScheduledRuns: c.integer("max_scheduled_runs"),
      catchup: c.bool("catchup").notNull(),
    },
    (t) => [c.index("deployment_schedules_deployment").on(t.deploymentId, t.position)],
  );
}
