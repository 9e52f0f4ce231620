import { describe, expect, it } from "vitest";
import { z } from "zod";
import { anId } from "@/lib/testing/builders";
import { fromFilters, nounFilters } from "@/lib/wire/noun-filters";

const body = z.object({
  flows: nounFilters.flows,
  deployments: nounFilters.deployments,
  flow_runs: nounFilters.flowRuns,
  task_runs: nounFilters.taskRuns,
  work_pools: nounFilters.workPools,
  work_pool_queues: nounFilters.workQueues,
});

function read(sent: unknown) {
  return fromFilters(body.parse(sent));
}

describe("filters of all nouns", () => {
  it("are read whole", () => {
    const id = anId();
    const tags = { operator: "or_", all_: ["a"], is_null_: true };
    const sent = {
      flows: { id: { any_: [id] }, deployment: { is_null_: true }, name: { any_: ["f"], like_: "g" }, tags },
      deployments: {
        operator: "or_",
        paused: { eq_: false },
        is_schedule_active: { eq_: true },
        work_queue_name: { any_: ["q"] },
      },
      flow_runs: {
        id: { any_: [id], not_any_: [id] },
        deployment_id: { operator: "or_", any_: [id], is_null_: true },
        work_queue_name: { any_: ["q"] },
        state: { operator: "or_", type: { any_: ["FAILED"] }, name: { any_: ["Late"] } },
        flow_version: { any_: ["1"] },
        start_time: { before_: "2026-01-01T00:00:00+01:00", is_null_: false },
        expected_start_time: { after_: "2026-01-01" },
        next_scheduled_start_time: { before_: "2026-01-01" },
        parent_flow_run_id: { any_: [id] },
        parent_task_run_id: { is_null_: true },
        idempotency_key: { any_: ["a"], not_any_: ["b"] },
      },
      task_runs: { subflow_runs: { exists_: true }, flow_run_id: { any_: [id] } },
      work_pools: { type: { any_: ["process"] } },
      work_pool_queues: { name: { any_: ["q"], startswith_: ["r"] } },
    };
    const newYear = Date.UTC(2026, 0, 1) * 1000;
    const and = { operator: "and" };
    expect(read(sent)).toEqual({
      flows: {
        ...and,
        ids: [id],
        hasNoDeployment: true,
        name: { any: ["f"], like: "g" },
        tags: { operator: "or", all: ["a"], isEmpty: true },
      },
      deployments: { operator: "or", isPaused: false, isScheduleActive: true, workQueueNames: ["q"] },
      flowRuns: {
        ...and,
        ids: [id],
        notIds: [id],
        deploymentId: { operator: "or", any: [id], isNull: true },
        workQueueName: { ...and, any: ["q"] },
        state: { operator: "or", types: ["FAILED"], names: ["Late"] },
        flowVersions: ["1"],
        startTime: { before: newYear - 3_600_000_000, isNull: false },
        expectedStartTime: { after: newYear },
        nextScheduledStartTime: { before: newYear },
        parentFlowRunIds: [id],
        parentTaskRunId: { ...and, isNull: true },
        idempotencyKeys: ["a"],
        notIdempotencyKeys: ["b"],
      },
      taskRuns: { ...and, hasSubflowRuns: true, flowRunIds: [id] },
      workPools: { ...and, types: ["process"] },
      workQueues: { ...and, names: ["q"], nameStartsWith: ["r"] },
    });
  });

  it("set no condition where they are null or absent; an empty one is a filter nevertheless", () => {
    expect(read({})).toEqual({});
    expect(read({ flows: null, flow_runs: null, task_runs: null })).toEqual({});
    expect(read({ flow_runs: { name: null, tags: { all_: null }, state: { type: null } } })).toEqual({
      flowRuns: { operator: "and", tags: { operator: "and" }, state: { operator: "and" } },
    });
    expect(read({ deployments: {} })).toEqual({ deployments: { operator: "and" } });
  });

  it("of task runs without a flow run do not look at ids", () => {
    const filter = { flow_run_id: { any_: [anId()], is_null_: true } };
    expect(read({ task_runs: filter })).toEqual({ taskRuns: { operator: "and", hasNoFlowRun: true } });
  });

  it.each([
    { flows: { unknown: 1 } },
    { flow_runs: { state: { type: ["FAILED"] } } },
    { flow_runs: { state: { type: { any_: ["failed"] } } } },
    { flow_runs: { id: { any_: ["x"] } } },
    { flow_runs: { operator: "and" } },
    { flow_runs: { start_time: { before_: "soon" } } },
    { task_runs: { name: "x" } },
    { work_pools: { name: { like_: "x" } } },
    { deployments: 1 },
  ])("refuse %j", (sent) => {
    expect(body.safeParse(sent).success).toBe(false);
  });
});
