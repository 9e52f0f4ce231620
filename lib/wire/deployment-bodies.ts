import { z } from "zod";
import type { DeploymentSpec } from "@/lib/deployments/apply-deployment";
import { type NewSchedule, plainSchedule } from "@/lib/deployments/new-schedule";
import type { DeploymentChanges } from "@/lib/deployments/update-deployment";
import type { BlockDocumentId, FlowId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import type { Micros } from "@/lib/time";
import { exampleDeployment } from "@/lib/wire/deployment-examples";
import { flag, id, jsonObject, losslessMeta, secretMeta, text } from "@/lib/wire/fields";
import { nounName } from "@/lib/wire/noun-names";
import { fromNewScheduleBodies, fromScheduleBody, newScheduleBody, scheduleBody } from "@/lib/wire/schedules";

const nothing: JsonObject = new Map();
// Parameters and variables may hold credentials: errors do not repeat them.
const stepsMeta = { lossless: true, secret: true, type: "array" } as const;

export const parametersMeta = {
  ...secretMeta,
  description: "The parameters of its runs, unless a run has its own.",
};
export const overridesMeta = {
  ...secretMeta,
  description: "Laid over the values of the infrastructure block; keys may be dotted, such as `env.LEVEL`.",
};
const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

const texts = {
  version: text().nullish(),
  description: text().nullish().meta({ description: "Markdown." }),
  path: text().nullish().meta({ description: "Where the code is, below the path of the storage block." }),
  entrypoint: text().nullish().meta({ description: "`file.py:function`" }),
  manifest_path: text().nullish(),
  work_queue_name: text().nullish().meta({ description: "Made when it does not exist." }),
  work_pool_name: text()
    .nullish()
    .meta({ description: "The pool of the queue; the agents' pool by default." }),
  storage_document_id: id<BlockDocumentId>().nullish().meta({ description: "The block with its code." }),
  infrastructure_document_id: id<BlockDocumentId>()
    .nullish()
    .meta({ description: "The block that says where its runs run." }),
};

const ignored = z.unknown().optional().meta({ description: "Of old clients: ignored." });
const formerKeys = {
  worker_pool_queue_id: ignored,
  worker_pool_name: ignored,
  worker_pool_queue_name: ignored,
  work_pool_queue_name: ignored,
};

const switches = {
  paused: flag().optional().meta({ description: "Whether the scheduler makes no runs." }),
  is_schedule_active: flag().optional().meta({ description: "The opposite of `paused`, which counts more." }),
  schedule: scheduleBody.nullish().meta({ description: "The only schedule, for clients that know of one." }),
};

function refuseBothOverrides(
  body: { readonly job_variables?: unknown; readonly infra_overrides?: unknown },
  context: z.RefinementCtx,
): void {
  if (!body.job_variables || !body.infra_overrides) return;
  const message = "infra_overrides and job_variables are two names of one thing. Send one of them.";
  context.addIssue({ code: "custom", path: ["__root__"], message, params: { type: "value_error" } });
}

export const DeploymentCreateBody = z
  .strictObject({
    name: nounName().meta({ description: "Unique within the flow." }),
    flow_id: id<FlowId>(),
    ...texts,
    ...switches,
    schedules: z.array(newScheduleBody).default([]),
    tags: z.array(text()).default([]),
    parameters: jsonObject().default(nothing).meta(parametersMeta),
    parameter_openapi_schema: jsonObject()
      .nullish()
      .meta({ ...losslessMeta, description: "The JSON Schema of the parameters." }),
    enforce_parameter_schema: flag()
      .default(false)
      .meta({ description: "Whether parameters must fit the schema." }),
    infra_overrides: jsonObject().nullish().meta(overridesMeta),
    job_variables: jsonObject()
      .nullish()
      .meta({ ...secretMeta, description: "The same as `infra_overrides`." }),
    pull_steps: z.custom<readonly Json[]>(isList).nullish().meta(stepsMeta),
    ...formerKeys,
  })
  .superRefine(refuseBothOverrides)
  .meta({ id: "CreateDeployment", examples: [exampleDeployment.sent] });

export const DeploymentUpdateBody = z
  .strictObject({
    ...texts,
    ...switches,
    schedules: z.array(newScheduleBody).optional().meta({ description: "Takes the place of all schedules." }),
    tags: z.array(text()).optional(),
    parameters: jsonObject().nullish().meta(parametersMeta),
    enforce_parameter_schema: flag().nullish(),
    infra_overrides: jsonObject().nullish().meta(overridesMeta),
    job_variables: jsonObject()
      .nullish()
      .meta({ ...secretMeta, description: "The same as `infra_overrides`." }),
    ...formerKeys,
  })
  .superRefine(refuseBothOverrides)
  .meta({ id: "UpdateDeployment", examples: [{ description: "Writes a line every morning." }] });

export function fromDeploymentCreateBody(
  body: z.infer<typeof DeploymentCreateBody>,
  now: Micros,
): DeploymentSpec {
  return {
    name: body.name,
    flowId: body.flow_id,
    tags: body.tags,
    ...textsOf(body),
    parameters: body.parameters,
    parameterSchema: body.parameter_openapi_schema ?? null,
    enforcesParameterSchema: body.enforce_parameter_schema,
    infraOverrides: body.infra_overrides ?? body.job_variables ?? nothing,
    pullSteps: body.pull_steps ?? null,
    workQueueName: body.work_queue_name ?? null,
    workPoolName: body.work_pool_name ?? null,
    isPaused: isPaused(body) ?? false,
    storageDocumentId: body.storage_document_id ?? null,
    infrastructureDocumentId: body.infrastructure_document_id ?? null,
    schedules: schedulesOf(body, now),
  };
}

function textsOf(body: z.infer<typeof DeploymentCreateBody>) {
  return {
    version: body.version ?? null,
    description: body.description ?? null,
    manifestPath: body.manifest_path ?? null,
    path: body.path ?? null,
    entrypoint: body.entrypoint ?? null,
  };
}

/** Undefined: the body does not say. */
function isPaused(body: {
  readonly paused?: boolean | undefined;
  readonly is_schedule_active?: boolean | undefined;
}): boolean | undefined {
  if (body.paused !== undefined) return body.paused;
  return body.is_schedule_active === undefined ? undefined : !body.is_schedule_active;
}

/** Both are read, so that neither can be wrong; the list counts. */
function schedulesOf(body: z.infer<typeof DeploymentCreateBody>, now: Micros): readonly NewSchedule[] {
  const only = body.schedule ? fromScheduleBody(body.schedule, { now, path: ["schedule"] }) : null;
  const listed = fromNewScheduleBodies(body.schedules, { now, path: ["schedules"] });
  if (listed.length > 0 || !only) return listed;
  return [plainSchedule(only, body.is_schedule_active ?? true)];
}

/** Only the keys that were sent. */
export function fromDeploymentUpdateBody(
  body: z.infer<typeof DeploymentUpdateBody>,
  now: Micros,
): DeploymentChanges {
  const overrides = body.infra_overrides ?? body.job_variables ?? undefined;
  const { schedule, schedules } = body;
  return sent({
    version: body.version,
    description: body.description,
    manifestPath: body.manifest_path,
    path: body.path,
    entrypoint: body.entrypoint,
    tags: body.tags,
    // Null says as little as an absent key where nothing may be null.
    parameters: body.parameters ?? undefined,
    enforcesParameterSchema: body.enforce_parameter_schema ?? undefined,
    infraOverrides: overrides,
    isPaused: isPaused(body),
    storageDocumentId: body.storage_document_id,
    infrastructureDocumentId: body.infrastructure_document_id,
    workQueueName: body.work_queue_name,
    workPoolName: body.work_pool_name,
    isScheduleActive: body.is_schedule_active,
    onlySchedule: schedule && fromScheduleBody(schedule, { now, path: ["schedule"] }),
    schedules: schedules && fromNewScheduleBodies(schedules, { now, path: ["schedules"] }),
  });
}

type Sent<Given> = { readonly [Key in keyof Given]?: Exclude<Given[Key], undefined> };

function sent<Given extends object>(given: Given): Sent<Given> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Sent<Given>; // the same keys, but for those that were not sent
}
