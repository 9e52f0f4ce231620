import { beforeEach, describe, expect, it } from "vitest";
import type { Flow } from "@/lib/flows/model";
import type { FlowId } from "@/lib/ids";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("flows on %s", () => {
  let store: Store;

  beforeEach(async () => {
    store = (await openTestStore()).store;
  });

  const insert = (...flows: readonly Flow[]) =>
    store.transaction(async (tx) => {
      for (const flow of flows) await tx.flows.insert(flow);
    });

  it("are found by id, by ids and by name as they were written", async () => {
    const one = aFlow({ name: "log-flow", tags: ["b", "a", "b"] });
    const other = aFlow();
    await insert(one, other);
    expect(await store.flows.byId(one.id)).toEqual(one);
    expect(await store.flows.byName("log-flow")).toEqual(one);
    expect(await store.flows.byIds([other.id, anId<FlowId>()])).toEqual([other]);
    expect(await store.flows.byName("Log-Flow")).toBeUndefined();
    expect(await store.flows.byId(anId<FlowId>())).toBeUndefined();
  });

  it("have unique names", async () => {
    await insert(aFlow({ name: "log-flow" }), aFlow({ name: "other" }));
    await expect(insert(aFlow({ name: "log-flow" }))).rejects.toMatchObject({ code: "conflict" });
    const other = await store.flows.byName("other");
    if (!other) throw new Error("not written");
    await expect(
      store.transaction((tx) => tx.flows.update({ ...other, name: "log-flow" })),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("are updated, and only those that exist", async () => {
    const flow = aFlow();
    await insert(flow);
    await store.transaction((tx) => tx.flows.update({ ...flow, tags: ["new"] }));
    expect((await store.flows.byId(flow.id))?.tags).toEqual(["new"]);
    await expect(store.transaction((tx) => tx.flows.update(aFlow()))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    ["created_desc", ["a", "c", "b"]],
    ["updated_desc", ["b", "a", "c"]],
    ["name_asc", ["a", "b", "c"]],
    ["name_desc", ["c", "b", "a"]],
  ] as const)("are listed %s, page by page", async (sort, names) => {
    const [b, c, a] = [aFlow({ name: "b" }), aFlow({ name: "c" }), aFlow({ name: "a" })];
    await insert(b, c, a);
    await store.transaction((tx) => tx.flows.update({ ...b, updated: aFlow().updated }));
    expect((await store.flows.list({}, sort)).map((flow) => flow.name)).toEqual(names);
    expect((await store.flows.list({}, sort, { limit: 1, offset: 1 })).map((flow) => flow.name)).toEqual([
      names[1],
    ]);
  });

  it("are narrowed and counted by their ids and names", async () => {
    const [one, other] = [aFlow({ name: "one" }), aFlow({ name: "other" })];
    await insert(one, other);
    expect(await store.flows.list({ flows: { ids: [one.id] } }, "name_asc")).toEqual([one]);
    expect(await store.flows.list({ flows: { ids: [] } }, "name_asc")).toEqual([]);
    expect(await store.flows.count({})).toBe(2);
    expect(await store.flows.count({ flows: { name: { any: ["other"] } } })).toBe(1);
  });

  it("take their deployments with them", async () => {
    const [flow, other] = [aFlow(), aFlow()];
    await insert(flow, other);
    const [lost, kept] = [aDeployment({ flowId: flow.id }), aDeployment({ flowId: other.id })];
    await store.transaction(async (tx) => {
      for (const deployment of [lost, kept]) await tx.deployments.insert(deployment);
    });
    expect(await store.transaction((tx) => tx.flows.delete(flow.id))).toBe(true);
    expect(await store.deployments.byId(lost.id)).toBeUndefined();
    expect(await store.deployments.byId(kept.id)).toEqual(kept);
    expect(await store.transaction((tx) => tx.flows.delete(flow.id))).toBe(false);
  });
});
