import { z } from "zod";
import type { RunRequest } from "@/lib/deployments/run-deployment";
import type { BlockDocumentId, DeploymentId, TaskRunId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import type { Micros } from "@/lib/time";
import { exampleDeployment } from "@/lib/wire/deployment-examples";
import { flag, id, jsonObject, losslessMeta, pagedFilterBody, secretMeta, text } from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";
import { fromStateBody, StateBody } from "@/lib/wire/states";

const nothing: JsonObject = new Map();

export const DeploymentRunBody = z
  .strictObject({
    state: StateBody.nullish().meta({
      ...losslessMeta,
      description: "The first state; scheduled for now unless given.",
    }),
    name: text().nullish().meta({ description: "Two random words when it is null or empty." }),
    parameters: jsonObject()
      .nullish()
      .meta({ ...secretMeta, description: "Laid over the parameters of the deployment." }),
    context: jsonObject().default(nothing).meta(secretMeta),
    empirical_policy: jsonObject().default(nothing).meta(losslessMeta),
    infrastructure_document_id: id<BlockDocumentId>()
      .nullish()
      .meta({ description: "Another infrastructure block than that of the deployment." }),
    tags: z.array(text()).default([]).meta({ description: "Beside those of the deployment." }),
    idempotency_key: text()
      .nullish()
      .meta({ description: "A known key of the flow answers the run that has it." }),
    parent_task_run_id: id<TaskRunId>().nullish(),
    work_queue_name: text()
      .nullish()
      .meta({ description: "Another queue of the same pool; made when it does not exist." }),
    job_variables: jsonObject()
      .nullish()
      .meta({ ...secretMeta, description: "Laid over the overrides of the deployment." }),
    enforce_parameter_schema: flag().nullish().meta({
      description: "Whether the parameters must fit the schema; as the deployment says by default.",
    }),
  })
  .meta({
    id: "RunDeployment",
    examples: [{ parameters: exampleDeployment.sent.parameters, tags: ["by-hand"] }],
  });

export function fromDeploymentRunBody(body: z.infer<typeof DeploymentRunBody>, now: Micros): RunRequest {
  return {
    state: body.state ? fromStateBody(body.state, now) : null,
    name: body.name ?? null,
    parameters: body.parameters ?? nothing,
    context: body.context,
    empiricalPolicy: body.empirical_policy,
    infrastructureDocumentId: body.infrastructure_document_id ?? null,
    tags: body.tags,
    idempotencyKey: body.idempotency_key ?? null,
    parentTaskRunId: body.parent_task_run_id ?? null,
    workQueueName: body.work_queue_name ?? null,
    jobVariables: body.job_variables ?? nothing,
    enforcesParameterSchema: body.enforce_parameter_schema ?? null,
  };
}

export const ScheduledRunsBody = pagedFilterBody({
  deployment_ids: z.array(id<DeploymentId>()),
  scheduled_before: instant().nullish().meta({ description: "Due then or earlier." }),
}).meta({
  id: "ScheduledRuns",
  examples: [{ deployment_ids: [exampleDeployment.answered.id], limit: 10 }],
});
