import { beforeEach, describe, expect, it } from "vitest";
import type { WorkPoolFilter } from "@/lib/filters";
import { type JsonObject, parseJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { WorkPool } from "@/lib/work-pools/model";

describe.each(["sqlite"])("work pools on %s", () => {
  let store: Store;

  beforeEach(async () => {
    store = (await openTestStore()).store;
  });

  const insert = (...pools: readonly WorkPool[]) =>
    store.transaction(async (tx) => {
      for (const pool of pools) await tx.workPools.insert(pool);
    });
  const namesOf = async (filter: WorkPoolFilter) =>
    (await store.workPools.list({ workPools: filter })).map(({ name }) => name);

  it("come back as they were stored, numbers of their template in their notation", async () => {
    const template = parseJson('{"variables":{"b":1.0,"a":12345678901234567890}}') as JsonObject; // an object above
    const pool = aWorkPool({
      name: "Größe 📦",
      description: "a\u0000b",
      type: "kubernetes",
      baseJobTemplate: template,
      isPaused: true,
      concurrencyLimit: 0,
      defaultQueueId: anId(),
    });
    await insert(pool);
    expect(await store.workPools.byId(pool.id)).toEqual(pool);
    expect(await store.workPools.byName(pool.name)).toEqual(pool);
    expect(await store.workPools.byIds([pool.id, anId()])).toEqual([pool]);
    expect(await store.workPools.byName("grösse 📦")).toBeUndefined();
    expect(await store.workPools.byId(anId())).toBeUndefined();
  });

  it("are listed by name and in pages", async () => {
    await insert(...["b", "B", "a"].map((name) => aWorkPool({ name })));
    expect(await namesOf({})).toEqual(["B", "a", "b"]);
    const second = await store.workPools.list({}, { limit: 1, offset: 1 });
    expect(second.map(({ name }) => name)).toEqual(["a"]);
    expect(await store.workPools.count({})).toBe(3);
  });

  it("are found by id, name and type; an empty list matches nothing; conditions combine as asked", async () => {
    const agents = aWorkPool({ name: "agents" });
    await insert(agents, aWorkPool({ name: "cluster", type: "kubernetes" }));
    expect(await namesOf({ ids: [agents.id] })).toEqual(["agents"]);
    expect(await namesOf({ types: ["kubernetes"] })).toEqual(["cluster"]);
    expect(await namesOf({ names: [] })).toEqual([]);
    expect(await namesOf({ names: ["agents"], types: ["kubernetes"] })).toEqual([]);
    expect(await namesOf({ operator: "or", names: ["agents"], types: ["kubernetes"] })).toEqual([
      "agents",
      "cluster",
    ]);
    expect(await store.workPools.count({ workPools: { types: ["kubernetes"] } })).toBe(1);
  });

  it("have names of their own", async () => {
    const pool = aWorkPool({ name: "agents" });
    const other = aWorkPool({ name: "other" });
    await insert(pool, other);
    await expect(insert(aWorkPool({ name: "agents" }))).rejects.toMatchObject({ code: "conflict" });
    await expect(
      store.transaction((tx) => tx.workPools.update({ ...other, name: "agents" })),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await namesOf({})).toEqual(["agents", "other"]);
  });

  it("are updated as a whole", async () => {
    const pool = aWorkPool({ description: "old" });
    const other = aWorkPool();
    await insert(pool, other);
    const changed = { ...pool, description: null, concurrencyLimit: 3 };
    await store.transaction((tx) => tx.workPools.update(changed));
    expect(await store.workPools.byId(pool.id)).toEqual(changed);
    expect(await store.workPools.byId(other.id)).toEqual(other);
    await expect(store.transaction((tx) => tx.workPools.update(aWorkPool()))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("take their queues with them when deleted, and no others", async () => {
    const [gone, kept] = [aWorkPool(), aWorkPool()];
    const [goneQueue, keptQueue] = [aWorkQueue({ workPoolId: gone.id }), aWorkQueue({ workPoolId: kept.id })];
    await insert(gone, kept);
    await store.transaction(async (tx) => {
      await tx.workQueues.insert(goneQueue);
      await tx.workQueues.insert(keptQueue);
    });
    expect(await store.transaction((tx) => tx.workPools.delete(gone.id))).toBe(true);
    expect(await store.workQueues.list({})).toEqual([keptQueue]);
    expect(await store.workPools.list({})).toEqual([kept]);
    expect(await store.transaction((tx) => tx.workPools.delete(gone.id))).toBe(false);
  });
});
