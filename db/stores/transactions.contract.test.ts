import { beforeEach, describe, expect, it } from "vitest";
import type { BlockTypeId } from "@/lib/ids";
import { aBlockType } from "@/lib/testing/builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("transactions on %s", () => {
  let store: TestStore["store"];
  let dialect: TestStore["dialect"];
  let now: TestStore["deps"]["now"];

  beforeEach(async () => {
    const opened = await openTestStore();
    ({ store, dialect } = opened);
    now = opened.deps.now;
  });

  const slugs = async () => (await store.blockTypes.list({})).map((type) => type.slug);

  it("answer what their body answers, with everything stored", async () => {
    const answer = await store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      await tx.blockTypes.insert(aBlockType({ slug: "b" }));
      return 7;
    });
    expect(answer).toBe(7);
    expect(await slugs()).toEqual(["a", "b"]);
  });

  it("store nothing when their body fails, and pass its error on", async () => {
    const failure = new Error("boom");
    const run = store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      throw failure;
    });
    await expect(run).rejects.toBe(failure);
    expect(await slugs()).toEqual([]);
    await store.transaction((tx) => tx.blockTypes.insert(aBlockType({ slug: "b" })));
    expect(await slugs()).toEqual(["b"]);
  });

  it("see their own writes, which nobody else sees before the end", async () => {
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      expect(await tx.blockTypes.bySlug("a")).toBeDefined();
      expect(await store.blockTypes.bySlug("a")).toBeUndefined();
    });
    expect(await store.blockTypes.bySlug("a")).toBeDefined();
  });

  it("go on after a conflict that their body expects", async () => {
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      await expect(tx.blockTypes.insert(aBlockType({ slug: "a" }))).rejects.toMatchObject({
        code: "conflict",
      });
      await tx.blockTypes.insert(aBlockType({ slug: "b" }));
    });
    expect(await slugs()).toEqual(["a", "b"]);
  });

  it("run one after another: twenty that read, wait and write lose no update", async () => {
    const counter = aBlockType({ slug: "counter", description: "0" });
    await store.transaction((tx) => tx.blockTypes.insert(counter));
    const increment = () =>
      store.transaction(async (tx) => {
        const before = (await tx.blockTypes.byId(counter.id)) ?? counter;
        await new Promise((resolve) => setImmediate(resolve));
        const description = String(Number(before.description) + 1);
        await tx.blockTypes.update({ ...before, description, updated: now() });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await store.blockTypes.byId(counter.id))?.description).toBe("20");
  });

  it("join the one that is open", async () => {
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      const answer = await tx.transaction(async (inner) => {
        await inner.blockTypes.insert(aBlockType({ slug: "b" }));
        return 7;
      });
      expect(answer).toBe(7);
      expect(await store.blockTypes.bySlug("b")).toBeUndefined();
    });
    expect(await slugs()).toEqual(["a", "b"]);
  });

  it("keep nothing when a joined one fails, even if its error is swallowed", async () => {
    const failure = new Error("inner");
    const run = store.transaction(async (tx) => {
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      await tx.transaction(() => Promise.reject(failure)).catch(() => undefined);
    });
    await expect(run).rejects.toBe(failure);
    expect(await slugs()).toEqual([]);
  });

  it("say so at once when the outer store opens one inside another, which would wait for itself", async () => {
    const run = store.transaction(async () => {
      await store.transaction(async () => undefined);
    });
    await expect(run).rejects.toThrow("this is a transaction already");
  });

  it("are the only way to write", async () => {
    await expect(store.blockTypes.insert(aBlockType({ slug: "a" }))).rejects.toThrow(/readonly/);
    expect(await slugs()).toEqual([]);
  });

  it("refuse a write that comes after their end", async () => {
    let late: Promise<void> | undefined;
    await store.transaction(async (tx) => {
      late = (async () => {
        await new Promise((resolve) => setImmediate(resolve));
        await tx.blockTypes.insert(aBlockType({ slug: "late" }));
      })();
    });
    await expect(late).rejects.toThrow("this transaction is over");
    expect(await slugs()).toEqual([]);
  });

  it("under way are finished by close, later ones are refused", async () => {
    const running = store.transaction(async (tx) => {
      await new Promise((resolve) => setImmediate(resolve));
      await tx.blockTypes.insert(aBlockType({ slug: "a" }));
      return (await tx.blockTypes.bySlug("a"))?.slug;
    });
    const closing = dialect.close();
    const deletion = store.transaction((tx) => tx.blockTypes.delete("none" as BlockTypeId)); // ids are branded texts
    const late = expect(deletion).rejects.toMatchObject({ code: "unavailable" });
    expect(await running).toBe("a");
    await closing;
    await late;
  });

  describe("that wait together", () => {
    it("are committed together: nobody is answered before all of them are stored", async () => {
      const events: string[] = [];
      const insert = async (slug: string) => {
        await store.transaction(async (tx) => {
          await tx.blockTypes.insert(aBlockType({ slug }));
          events.push(`${slug} written, ${(await slugs()).length} seen`);
        });
        events.push(`${slug} answered, ${(await slugs()).length} seen`);
      };
      await Promise.all(["a", "b", "c"].map(insert));
      expect(events).toEqual([
        "a written, 0 seen",
        "b written, 0 seen",
        "c written, 0 seen",
        "a answered, 3 seen",
        "b answered, 3 seen",
        "c answered, 3 seen",
      ]);
    });

    it("each have their own result: one that fails takes nothing of the others with it", async () => {
      const failure = new Error("boom");
      const results = await Promise.allSettled(
        ["a", "b", "a", "c"].map((slug, index) =>
          store.transaction(async (tx) => {
            await tx.blockTypes.insert(aBlockType({ slug, name: `${slug}${index}` }));
            if (slug === "b") throw failure;
            return index;
          }),
        ),
      );
      expect(results).toEqual([
        { status: "fulfilled", value: 0 },
        { status: "rejected", reason: failure },
        { status: "rejected", reason: expect.objectContaining({ code: "conflict" }) },
        { status: "fulfilled", value: 3 },
      ]);
      expect((await store.blockTypes.list({})).map((type) => type.name)).toEqual(["a0", "c3"]);
    });

    it("see what those before them wrote", async () => {
      const counts = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          store.transaction(async (tx) => {
            await tx.blockTypes.insert(aBlockType({ slug: `t${index}` }));
            return (await tx.blockTypes.list({})).length;
          }),
        ),
      );
      expect(counts).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect(await slugs()).toHaveLength(100);
    });
  });
});
