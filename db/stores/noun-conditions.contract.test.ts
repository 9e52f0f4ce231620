import { beforeAll, describe, expect, it } from "vitest";
import type { Filters } from "@/lib/filters";
import type { Store } from "@/lib/store";
import { everything, insertSmallWorld, listNames, type SmallWorld } from "@/lib/testing/small-world";
import { openTestStore } from "@/lib/testing/template-db";

const nouns = ["flows", "deployments", "flowRuns", "taskRuns", "workPools", "workQueues"] as const;

describe.each(["sqlite"])("filters of all nouns on %s", () => {
  let store: Store;
  let world: SmallWorld;

  beforeAll(async () => {
    store = (await openTestStore()).store;
    world = await insertSmallWorld(store);
  });

  it("leave everything when there are none", async () => {
    for (const noun of nouns)
      expect([noun, await listNames(store, noun, {})]).toEqual([noun, everything[noun]]);
  });

  it.each<[string, (world: SmallWorld) => Filters, Partial<typeof everything>]>([
    [
      "a flow's name",
      () => ({ flows: { name: { any: ["etl"] } } }),
      {
        flows: "etl",
        deployments: "nightly weekly",
        flowRuns: "by-hand n-1 n-2",
        taskRuns: "load",
        workPools: "agents other",
        workQueues: "spare test",
      },
    ],
    [
      "a flow's id",
      ({ lone }) => ({ flows: { ids: [lone.id] } }),
      {
        flows: "lone",
        deployments: "",
        flowRuns: "sub",
        taskRuns: "",
        workPools: "",
        workQueues: "",
      },
    ],
    ["part of a flow's name", () => ({ flows: { name: { like: "T_" } } }), { flows: "etl" }],
    ["all tags", () => ({ flows: { tags: { all: ["b", "a"] } } }), { flows: "etl" }],
    ["too many tags", () => ({ flows: { tags: { all: ["a", "c"] } } }), { flows: "", flowRuns: "" }],
    ["no tags", () => ({ flows: { tags: { isEmpty: true } } }), { flows: "lone" }],
    ["any tags", () => ({ flows: { tags: { isEmpty: false } } }), { flows: "etl" }],
    [
      "tags, or none",
      () => ({ flows: { tags: { operator: "or", all: ["a"], isEmpty: true } } }),
      { flows: "etl lone" },
    ],
    [
      "flows without deployment",
      () => ({ flows: { hasNoDeployment: true } }),
      { flows: "lone", flowRuns: "sub" },
    ],
    ["flows with deployment", () => ({ flows: { hasNoDeployment: false } }), { flows: "etl" }],
    [
      "either of two conditions",
      ({ lone }) => ({ flows: { operator: "or", ids: [lone.id], name: { any: ["etl"] } } }),
      { flows: "etl lone" },
    ],
    [
      "both of two conditions",
      ({ lone }) => ({ flows: { ids: [lone.id], name: { any: ["etl"] } } }),
      { flows: "" },
    ],
    [
      "no names at all",
      () => ({ flows: { name: { any: [] } } }),
      { flows: "", deployments: "", flowRuns: "" },
    ],

    [
      "a deployment's name",
      () => ({ deployments: { name: { any: ["nightly"] } } }),
      {
        flows: "etl",
        deployments: "nightly",
        flowRuns: "n-1 n-2",
        taskRuns: "load",
        workPools: "agents",
        workQueues: "test",
      },
    ],
    [
      "a paused deployment",
      () => ({ deployments: { isPaused: true } }),
      {
        flows: "etl",
        deployments: "weekly",
        flowRuns: "",
        taskRuns: "",
        workPools: "other",
        workQueues: "spare",
      },
    ],
    ["an active schedule", () => ({ deployments: { isScheduleActive: true } }), { deployments: "nightly" }],
    [
      "paused and active",
      () => ({ deployments: { isPaused: true, isScheduleActive: true } }),
      { deployments: "" },
    ],
    [
      "a deployment's queue",
      () => ({ deployments: { workQueueNames: ["spare"] } }),
      { deployments: "weekly" },
    ],
    [
      "flow and deployment in one",
      () => ({ deployments: { flowOrDeploymentNameLike: "TL/ni" } }),
      { deployments: "nightly" },
    ],
    [
      "a flow's name as part",
      () => ({ deployments: { flowOrDeploymentNameLike: "etl" } }),
      { deployments: "nightly weekly" },
    ],
    ["a deployment's tag", () => ({ deployments: { tags: { all: ["a"] } } }), { deployments: "nightly" }],
    [
      "a deployment's id",
      ({ weekly }) => ({ deployments: { ids: [weekly.id] } }),
      { deployments: "weekly", flows: "etl" },
    ],

    [
      "a pool's name",
      () => ({ workPools: { names: ["agents"] } }),
      {
        flows: "etl",
        deployments: "nightly",
        flowRuns: "n-1 n-2",
        taskRuns: "load",
        workPools: "agents",
        workQueues: "test",
      },
    ],
    [
      "a pool's type",
      () => ({ workPools: { types: ["process"] } }),
      { workPools: "other", deployments: "weekly", flowRuns: "" },
    ],
    ["a pool's id", ({ agents }) => ({ workPools: { ids: [agents.id] } }), { workPools: "agents" }],
    [
      "a queue's name",
      () => ({ workQueues: { names: ["spare"] } }),
      {
        flows: "etl",
        deployments: "weekly",
        flowRuns: "",
        taskRuns: "",
        workPools: "other",
        workQueues: "spare",
      },
    ],
    [
      "how a queue's name begins",
      () => ({ workQueues: { nameStartsWith: ["te", "T"] } }),
      { workQueues: "test" },
    ],
    ["how no queue's name begins", () => ({ workQueues: { nameStartsWith: ["es"] } }), { workQueues: "" }],
    [
      "a queue's id",
      ({ test }) => ({ workQueues: { ids: [test.id] } }),
      { workQueues: "test", flowRuns: "n-1 n-2" },
    ],

    [
      "filters that the same run must meet",
      () => ({ flowRuns: { state: { names: ["Late"] } }, taskRuns: { name: { any: ["load"] } } }),
      {
        flows: "",
        deployments: "",
        flowRuns: "",
      },
    ],
    [
      "filters over different nouns",
      () => ({ flowRuns: { state: { types: ["FAILED"] } }, deployments: { name: { any: ["weekly"] } } }),
      {
        flows: "etl",
        flowRuns: "",
      },
    ],
  ])("narrow by %s", async (_, toFilters, expected) => {
    for (const noun of nouns) {
      if (expected[noun] === undefined) continue;
      const names = await listNames(store, noun, toFilters(world));
      expect([noun, names]).toEqual([noun, expected[noun]]);
    }
  });
});
