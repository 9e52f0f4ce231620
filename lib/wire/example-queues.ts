// A pool and a queue of it, as clients send and get them: what the description of the API shows.

const times = { created: "2026-05-03T09:14:07.512043+00:00", updated: "2026-05-03T09:14:07.512043+00:00" };
const poolId = "0c9a6b1e-7d42-4f0b-9a55-2f1e6c8d7b01";
const queueId = "6f2d4c8a-1b3e-4a7f-8c90-d5e4b3a29f02";

export const examplePool = {
  sent: { name: "my-pool", description: "Runs on the small machines.", concurrency_limit: 10 },
  answered: {
    id: poolId,
    ...times,
    name: "default-agent-pool",
    description: null,
    type: "prefect-agent",
    base_job_template: {},
    is_paused: false,
    concurrency_limit: null,
    status: null,
    default_queue_id: "b1d7e5f3-2c4a-4e6d-9f80-7a6b5c4d3e03",
  },
};

export const exampleQueue = {
  sent: { name: "test", concurrency_limit: 2 },
  answered: {
    id: queueId,
    ...times,
    name: "test",
    description: "",
    is_paused: false,
    concurrency_limit: 2,
    priority: 2,
    work_pool_id: poolId,
    filter: null,
    last_polled: "2026-05-03T09:20:00.000000+00:00",
    work_pool_name: "default-agent-pool",
    status: "READY",
  },
};

const line = {
  name: "prefect.flow_runs",
  level: 20,
  message: "Finished in state Completed()",
  timestamp: "2026-05-03T09:14:07.512043+00:00",
  flow_run_id: "8e5f4d3c-2b1a-4098-8765-43210fedcb04",
  task_run_id: null,
};

export const exampleLog = {
  sent: line,
  answered: { id: "3a2b1c0d-4e5f-4061-8273-94a5b6c7d805", ...times, ...line },
};
