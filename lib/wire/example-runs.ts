// One run of a flow and one of its tasks, as clients send and get them: what the description of the API shows.

const flowId = "0c9d8e7f-5a4b-4c3d-9e2f-1a0b9c8d7e04";
const flowRunId = "1d0e9f8a-6b5c-4d4e-8f3a-2b1c0d9e8f05";
const flowRunStateId = "2e1f0a9b-7c6d-4e5f-9a4b-3c2d1e0f9a06";
const taskRunId = "3f2a1b0c-8d7e-4f6a-8b5c-4d3e2f1a0b07";
const taskRunStateId = "4a3b2c1d-9e8f-4a7b-9c6d-5e4f3a2b1c08";
const at = "2026-05-03T09:14:07.512043+00:00";
const times = { created: at, updated: at };

const noDetails = {
  flow_run_id: null,
  task_run_id: null,
  child_flow_run_id: null,
  scheduled_time: null,
  cache_key: null,
  cache_expiration: null,
  untrackable_result: false,
  pause_timeout: null,
  pause_reschedule: false,
  pause_key: null,
  run_input_keyset: null,
  refresh_cache: null,
  retriable: null,
  transition_id: null,
  task_parameters_id: null,
};

const pendingSince = (id: string, details: object) => ({
  state_id: id,
  state_type: "PENDING",
  state_name: "Pending",
  run_count: 0,
  expected_start_time: at,
  next_scheduled_start_time: null,
  start_time: null,
  end_time: null,
  total_run_time: 0,
  estimated_run_time: 0,
  estimated_start_time_delta: 0,
  state: {
    id,
    type: "PENDING",
    name: "Pending",
    timestamp: at,
    message: null,
    data: null,
    state_details: { ...noDetails, ...details },
  },
});

const policy = { max_retries: 0, retry_delay_seconds: 0, retries: 2, retry_delay: 10 };

export const exampleFlowRun = {
  sent: { flow_id: flowId, name: "quick-heron", parameters: { name: "world" }, tags: ["demo"] },
  answered: {
    id: flowRunId,
    ...times,
    name: "quick-heron",
    flow_id: flowId,
    deployment_id: null,
    deployment_version: null,
    work_queue_id: null,
    work_queue_name: null,
    flow_version: null,
    parameters: { name: "world" },
    idempotency_key: null,
    context: {},
    empirical_policy: { ...policy, pause_keys: [], resuming: false, retry_type: null },
    tags: ["demo"],
    parent_task_run_id: null,
    ...pendingSince(flowRunStateId, { flow_run_id: flowRunId }),
    auto_scheduled: false,
    infrastructure_document_id: null,
    infrastructure_pid: null,
    created_by: null,
    work_pool_id: null,
    work_pool_name: null,
    job_variables: {},
  },
};

const taskKeys = { flow_run_id: flowRunId, task_key: "log_flow.say_hello", dynamic_key: "0" };

export const exampleTaskRun = {
  sent: { name: "say_hello-0", ...taskKeys, empirical_policy: { retries: 2, retry_delay: 10 } },
  answered: {
    id: taskRunId,
    ...times,
    name: "say_hello-0",
    ...taskKeys,
    cache_key: null,
    cache_expiration: null,
    task_version: null,
    empirical_policy: { ...policy, retry_jitter_factor: null },
    tags: [],
    task_inputs: {},
    flow_run_run_count: 0,
    ...pendingSince(taskRunStateId, { flow_run_id: flowRunId, task_run_id: taskRunId }),
  },
};
