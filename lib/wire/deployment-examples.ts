// One flow and one deployment of it, as clients send and get them: what the description of the API shows.

const flowId = "c2b7f0a6-5d0f-4b8e-9a37-6f1e8d2c4b05";
const deploymentId = "e9a1d3c4-7b26-4f58-8c0d-1b2a3f4e5d06";
const scheduleId = "a7d5c3b1-9e8f-4a6b-b2c4-d0e1f2a3b407";
const times = { created: "2026-05-04T08:30:11.204817+00:00", updated: "2026-05-04T08:30:11.204817+00:00" };

const flow = { name: "log-flow", tags: ["tutorial"] };

export const exampleFlow = {
  sent: flow,
  answered: { id: flowId, ...times, ...flow },
};

const cron = { cron: "0 6 * * *", timezone: "Europe/Berlin", day_or: true };

export const exampleSchedule = {
  sent: { schedule: cron, active: true },
  answered: {
    id: scheduleId,
    ...times,
    deployment_id: deploymentId,
    schedule: cron,
    active: true,
    max_active_runs: null,
    max_scheduled_runs: null,
    catchup: false,
  },
};

const said = {
  name: "log-flow-s3",
  version: "1",
  description: "Writes a line.",
  flow_id: flowId,
  parameters: { name: "Marvin" },
  tags: ["tutorial"],
  work_queue_name: "test",
  parameter_openapi_schema: {
    type: "object",
    properties: { name: { title: "name", type: "string" } },
    required: ["name"],
  },
  path: "log-flow-directory",
  entrypoint: "log_flow.py:log_flow",
};

export const exampleDeployment = {
  sent: { ...said, schedules: [exampleSchedule.sent], infra_overrides: { "env.LOG_LEVEL": "DEBUG" } },
  answered: {
    id: deploymentId,
    ...times,
    ...said,
    infra_overrides: { "env.LOG_LEVEL": "DEBUG" },
    schedule: cron,
    is_schedule_active: true,
    paused: false,
    schedules: [exampleSchedule.answered],
    last_polled: null,
    pull_steps: null,
    manifest_path: null,
    storage_document_id: null,
    infrastructure_document_id: null,
    created_by: null,
    updated_by: null,
    work_pool_name: "default-agent-pool",
    status: "NOT_READY",
    enforce_parameter_schema: false,
  },
} as const;
