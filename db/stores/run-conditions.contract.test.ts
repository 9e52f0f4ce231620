import { beforeAll, describe, expect, it } from "vitest";
import type { Filters } from "@/lib/filters";
import type { TaskRunId } from "@/lib/ids";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { at, type everything, insertSmallWorld, listNames, type SmallWorld } from "@/lib/testing/small-world";
import { openTestStore } from "@/lib/testing/template-db";

const nouns = ["flows", "deployments", "flowRuns", "taskRuns", "workPools", "workQueues"] as const;

describe.each(["sqlite"])("filters of runs on %s", () => {
  let store: Store;
  let world: SmallWorld;

  beforeAll(async () => {
    store = (await openTestStore()).store;
    world = await insertSmallWorld(store);
  });

  it.each<[string, (world: SmallWorld) => Filters, Partial<typeof everything>]>([
    [
      "a type of state",
      () => ({ flowRuns: { state: { types: ["COMPLETED"] } } }),
      {
        flows: "etl",
        deployments: "nightly",
        flowRuns: "n-1",
        taskRuns: "load",
        workPools: "agents",
        workQueues: "test",
      },
    ],
    [
      "a type or a name of state",
      () => ({ flowRuns: { state: { operator: "or", types: ["COMPLETED"], names: ["Late"] } } }),
      { flowRuns: "n-1 n-2" },
    ],
    [
      "a type and a name of state",
      () => ({ flowRuns: { state: { types: ["COMPLETED"], names: ["Late"] } } }),
      { flowRuns: "" },
    ],
    ["a run's id", ({ first }) => ({ flowRuns: { ids: [first.id] } }), { flowRuns: "n-1", taskRuns: "load" }],
    [
      "not a run's id",
      ({ first }) => ({ flowRuns: { notIds: [first.id] } }),
      { flowRuns: "by-hand n-2 sub" },
    ],
    ["a run's tag", () => ({ flowRuns: { tags: { all: ["x"] } } }), { flowRuns: "n-1" }],
    [
      "a run's deployment",
      ({ nightly }) => ({ flowRuns: { deploymentId: { any: [nightly.id] } } }),
      { flowRuns: "n-1 n-2" },
    ],
    [
      "runs without deployment",
      () => ({ flowRuns: { deploymentId: { isNull: true } } }),
      { flowRuns: "by-hand sub" },
    ],
    [
      "a deployment or none",
      ({ nightly }) => ({ flowRuns: { deploymentId: { operator: "or", any: [nightly.id], isNull: true } } }),
      { flowRuns: "by-hand n-1 n-2 sub" },
    ],
    ["a run's queue", () => ({ flowRuns: { workQueueName: { any: ["test"] } } }), { flowRuns: "n-1 n-2" }],
    [
      "runs without queue",
      () => ({ flowRuns: { workQueueName: { isNull: true } } }),
      { flowRuns: "by-hand sub" },
    ],
    ["a flow version", () => ({ flowRuns: { flowVersions: ["1"] } }), { flowRuns: "n-1" }],
    ["a start", () => ({ flowRuns: { startTime: { after: at(10), before: at(10) } } }), { flowRuns: "n-1" }],
    ["a later start", () => ({ flowRuns: { startTime: { after: at(11) } } }), { flowRuns: "" }],
    ["no start", () => ({ flowRuns: { startTime: { isNull: true } } }), { flowRuns: "by-hand n-2 sub" }],
    ["an end", () => ({ flowRuns: { endTime: { before: at(20) } } }), { flowRuns: "n-1" }],
    [
      "an expected start",
      () => ({ flowRuns: { expectedStartTime: { after: at(10) } } }),
      { flowRuns: "n-2" },
    ],
    [
      "a next start",
      () => ({ flowRuns: { nextScheduledStartTime: { before: at(30) } } }),
      { flowRuns: "n-2" },
    ],
    [
      "a parent",
      ({ first }) => ({ flowRuns: { parentFlowRunIds: [first.id] } }),
      { flowRuns: "sub", flows: "lone" },
    ],
    [
      "a parent task",
      ({ load }) => ({ flowRuns: { parentTaskRunId: { any: [load.id] } } }),
      { flowRuns: "sub" },
    ],
    [
      "another parent task",
      () => ({ flowRuns: { parentTaskRunId: { any: [anId<TaskRunId>()] } } }),
      { flowRuns: "" },
    ],
    [
      "no parent",
      () => ({ flowRuns: { parentTaskRunId: { isNull: true } } }),
      { flowRuns: "by-hand n-1 n-2" },
    ],
    ["an idempotency key", () => ({ flowRuns: { idempotencyKeys: ["key"] } }), { flowRuns: "n-1" }],
    ["not an idempotency key", () => ({ flowRuns: { notIdempotencyKeys: ["key"] } }), { flowRuns: "" }],
    [
      "that a run exists",
      () => ({ flowRuns: {} }),
      { flows: "etl lone", deployments: "nightly", workPools: "agents" },
    ],

    [
      "a task run's name",
      () => ({ taskRuns: { name: { like: "OAD" } } }),
      {
        flows: "etl",
        deployments: "nightly",
        flowRuns: "n-1",
        taskRuns: "load",
        workPools: "agents",
        workQueues: "test",
      },
    ],
    [
      "a task run's state",
      () => ({ taskRuns: { state: { types: ["RUNNING"] } } }),
      { taskRuns: "alone", flowRuns: "", flows: "" },
    ],
    [
      "a task run's state by id",
      ({ load }) => ({ taskRuns: { stateIds: load.state ? [load.state.id] : [] } }),
      { taskRuns: "load" },
    ],
    ["a task run's tag", () => ({ taskRuns: { tags: { all: ["t"] } } }), { taskRuns: "load" }],
    ["a task run's id", ({ load }) => ({ taskRuns: { ids: [load.id] } }), { taskRuns: "load" }],
    ["a task run's start", () => ({ taskRuns: { startTime: { isNull: false } } }), { taskRuns: "load" }],
    [
      "a task run's expected start",
      () => ({ taskRuns: { expectedStartTime: { before: at(11) } } }),
      { taskRuns: "load" },
    ],
    [
      "a task run's flow run",
      ({ first }) => ({ taskRuns: { flowRunIds: [first.id] } }),
      { taskRuns: "load" },
    ],
    ["no flow run", () => ({ taskRuns: { hasNoFlowRun: true } }), { taskRuns: "alone" }],
    ["subflows", () => ({ taskRuns: { hasSubflowRuns: true } }), { taskRuns: "load", flowRuns: "n-1" }],
    ["no subflows", () => ({ taskRuns: { hasSubflowRuns: false } }), { taskRuns: "alone" }],
  ])("narrow by %s", async (_, toFilters, expected) => {
    for (const noun of nouns) {
      if (expected[noun] === undefined) continue;
      const names = await listNames(store, noun, toFilters(world));
      expect([noun, names]).toEqual([noun, expected[noun]]);
    }
  });
});
