import { z } from "zod";
import type { PlacedDeployment } from "@/lib/deployments/read-deployment";
import type { DeploymentSort } from "@/lib/deployments/store";
import { toWireTimestamp } from "@/lib/time";
import { overridesMeta, parametersMeta } from "@/lib/wire/deployment-bodies";
import { exampleDeployment } from "@/lib/wire/deployment-examples";
import {
  filterBody,
  jsonObject,
  losslessMeta,
  pagedFilterBody,
  sortWord,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { nounFilters } from "@/lib/wire/noun-filters";
import { toWireValue, type WithPrinted } from "@/lib/wire/print-wire";
import {
  DeploymentScheduleWire,
  ScheduleWire,
  toDeploymentScheduleWire,
  toScheduleWire,
} from "@/lib/wire/schedules";

const filters = {
  flows: nounFilters.flows,
  flow_runs: nounFilters.flowRuns,
  task_runs: nounFilters.taskRuns,
  deployments: nounFilters.deployments,
  work_pools: nounFilters.workPools,
  work_pool_queues: nounFilters.workQueues,
};

export const DeploymentCountBody = filterBody(filters).meta({
  id: "CountDeployments",
  examples: [{ deployments: { paused: { eq_: false } } }],
});
export const DeploymentFilterBody = pagedFilterBody({
  ...filters,
  sort: sortWord(["CREATED_DESC", "UPDATED_DESC", "NAME_ASC", "NAME_DESC"], "NAME_ASC"),
}).meta({
  id: "FilterDeployments",
  examples: [{ flows: { name: { any_: ["log-flow"] } }, sort: "NAME_ASC", limit: 50 }],
});

export const DeploymentWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    infra_overrides: jsonObject().meta(overridesMeta),
    name: z.string(),
    version: z.string().nullable(),
    description: z.string().nullable(),
    flow_id: wireId(),
    schedule: ScheduleWire.nullable().meta({ description: "The first of `schedules`." }),
    is_schedule_active: z.boolean(),
    paused: z.boolean().meta({
      description: "Also when a block of it was deleted; it can be resumed once it has another one.",
    }),
    schedules: z.array(DeploymentScheduleWire),
    parameters: jsonObject().meta(parametersMeta),
    tags: z.array(z.string()),
    work_queue_name: z.string().nullable(),
    last_polled: wireTime().nullable().meta({ description: "When an agent last asked for its runs." }),
    parameter_openapi_schema: jsonObject().meta(losslessMeta).nullable(),
    path: z.string().nullable(),
    pull_steps: z.array(z.unknown()).nullable(),
    entrypoint: z.string().nullable(),
    manifest_path: z.string().nullable(),
    storage_document_id: wireId().nullable().meta({ description: "`null` also when the block was deleted." }),
    infrastructure_document_id: wireId().nullable(),
    created_by: z.null(),
    updated_by: z.null(),
    work_pool_name: z.string().nullable(),
    status: z
      .enum(["READY", "NOT_READY"])
      .meta({ description: "Whether an agent asked for its runs within the last minute." }),
    enforce_parameter_schema: z.boolean(),
  })
  .meta({ id: "Deployment", examples: [exampleDeployment.answered] });

const sorts = {
  CREATED_DESC: "created_desc",
  UPDATED_DESC: "updated_desc",
  NAME_ASC: "name_asc",
  NAME_DESC: "name_desc",
} as const satisfies Record<z.infer<typeof DeploymentFilterBody>["sort"], DeploymentSort>;

export function fromDeploymentSort(sort: keyof typeof sorts): DeploymentSort {
  return sorts[sort];
}

type Printed = "infra_overrides" | "parameters" | "parameter_openapi_schema" | "pull_steps";

export function toDeploymentWire(
  placed: PlacedDeployment,
): WithPrinted<z.infer<typeof DeploymentWire>, Printed> {
  const { deployment, schedules, workPoolName, isReady } = placed;
  const [first] = schedules;
  return {
    id: deployment.id,
    created: toWireTimestamp(deployment.created),
    updated: toWireTimestamp(deployment.updated),
    infra_overrides: deployment.infraOverrides,
    name: deployment.name,
    version: deployment.version,
    description: deployment.description,
    flow_id: deployment.flowId,
    schedule: first ? toScheduleWire(first.schedule) : null,
    is_schedule_active: !deployment.isPaused,
    paused: deployment.isPaused,
    schedules: schedules.map(toDeploymentScheduleWire),
    parameters: deployment.parameters,
    tags: [...deployment.tags],
    work_queue_name: deployment.workQueueName,
    last_polled: deployment.lastPolled === null ? null : toWireTimestamp(deployment.lastPolled),
    parameter_openapi_schema: toWireValue(deployment.parameterSchema),
    path: deployment.path,
    pull_steps: toWireValue(deployment.pullSteps),
    entrypoint: deployment.entrypoint,
    manifest_path: deployment.manifestPath,
    storage_document_id: deployment.storageDocumentId,
    infrastructure_document_id: deployment.infrastructureDocumentId,
    created_by: null,
    updated_by: null,
    work_pool_name: workPoolName,
    status: isReady ? "READY" : "NOT_READY",
    enforce_parameter_schema: deployment.enforcesParameterSchema,
  };
}
