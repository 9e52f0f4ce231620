import { beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import type { Store } from "@/lib/store";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

describe.each(["sqlite"])("leases on %s", () => {
  let store: Store;
  let file: string;
  let openAnother: () => { readonly store: Store; readonly close: () => Promise<void> };

  beforeEach(async () => {
    const opened = await openTestStore();
    ({ store, file } = opened);
    openAnother = () => {
      const dialect = openSqlite({ file });
      return { store: openStore(dialect, opened.cipher), close: dialect.close };
    };
  });

  const take = (of: Store, holder: string, now: number, until: number, name = "scheduler") =>
    of.transaction((tx) => tx.leases.take(name, holder, now as Micros, until as Micros)); // any instants

  it("are held by one at a time, until they run out", async () => {
    expect(await take(store, "a", 0, 10)).toBe(true);
    expect(await take(store, "b", 5, 15)).toBe(false);
    expect(await take(store, "b", 10, 20)).toBe(true);
    expect(await take(store, "a", 15, 25)).toBe(false);
  });

  it("are extended by their holder", async () => {
    await take(store, "a", 0, 10);
    expect(await take(store, "a", 5, 15)).toBe(true);
    expect(await take(store, "b", 12, 22)).toBe(false);
    expect(await take(store, "b", 15, 25)).toBe(true);
  });

  it("are given back by their holder only", async () => {
    await take(store, "a", 0, 10);
    await store.transaction((tx) => tx.leases.release("scheduler", "b"));
    expect(await take(store, "b", 1, 11)).toBe(false);
    await store.transaction((tx) => tx.leases.release("scheduler", "a"));
    expect(await take(store, "b", 1, 11)).toBe(true);
  });

  it("of different names do not stand in each other's way", async () => {
    expect(await take(store, "a", 0, 10, "scheduler")).toBe(true);
    expect(await take(store, "b", 0, 10, "cleaner")).toBe(true);
  });

  it("go to exactly one of two processes on the same file", async () => {
    const other = openAnother();
    for (let round = 0; round < 20; round++) {
      const now = round * 10;
      const taken = await Promise.all([
        take(store, "a", now, now + 10),
        take(other.store, "b", now, now + 10),
        take(store, "c", now, now + 10),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
    await other.close();
  });
});
