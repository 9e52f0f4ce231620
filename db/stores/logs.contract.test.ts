import BetterSqlite3 from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Log } from "@/lib/logs/model";
import type { LogFilter } from "@/lib/logs/store";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aLog } from "@/lib/testing/queue-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

describe.each(["sqlite"])("logs on %s", () => {
  let store: Store;
  let file: string;
  const flowRunId = anId<FlowRunId>();
  const taskRunId = anId<TaskRunId>();

  beforeEach(async () => {
    ({ store, file } = await openTestStore());
  });

  const insert = (...lines: readonly Log[]) => store.transaction((tx) => tx.logs.insertMany(lines));
  const messagesOf = async (filter: LogFilter, ...rest: [page?: { limit: number; offset: number }]) =>
    (await store.logs.list(filter, "timestamp_asc", ...rest)).map(({ message }) => message);
  const at = (micros: number) => micros as Micros; // any instant

  it("come back as they were written, byte by byte", async () => {
    const line = aLog({ flowRunId, taskRunId, level: -5, message: 'Größe 📦\n\t"\u0000\u001b[31m' });
    const bare = aLog();
    await insert(line, bare);
    expect(await store.logs.list({}, "timestamp_asc")).toEqual([line, bare]);
  });

  it("are many at once, and all or none", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => aLog({ flowRunId, message: String(index) }));
    await insert(...lines);
    const messages = await messagesOf({ flowRunIds: [flowRunId] });
    expect(messages).toEqual(lines.map(({ message }) => message));
    const [first = aLog()] = lines;
    await expect(insert(aLog({ message: "new" }), first)).rejects.toThrow();
    expect(await messagesOf({})).toHaveLength(1000);
    await insert();
  });

  it("are in order of their own clock, those of one instant in order of arrival, in both directions", async () => {
    const lines = [
      aLog({ message: "b", timestamp: at(20) }),
      aLog({ message: "c", timestamp: at(20) }),
      aLog({ message: "a", timestamp: at(10) }),
    ];
    await insert(...lines);
    expect(await messagesOf({})).toEqual(["a", "b", "c"]);
    const backwards = await store.logs.list({}, "timestamp_desc");
    expect(backwards.map(({ message }) => message)).toEqual(["c", "b", "a"]);
    expect(await messagesOf({}, { limit: 1, offset: 1 })).toEqual(["b"]);
    expect(await messagesOf({}, { limit: 5, offset: 3 })).toEqual([]);
  });

  it("are found by run, level and time, both ends included", async () => {
    await insert(
      aLog({ message: "flow", flowRunId, level: 20, timestamp: at(10) }),
      aLog({ message: "task", flowRunId, taskRunId, level: 40, timestamp: at(20) }),
      aLog({ message: "other", flowRunId: anId(), level: 10, timestamp: at(30) }),
    );
    expect(await messagesOf({ flowRunIds: [flowRunId] })).toEqual(["flow", "task"]);
    expect(await messagesOf({ flowRunIds: [flowRunId, anId()] })).toEqual(["flow", "task"]);
    expect(await messagesOf({ flowRunIds: [] })).toEqual([]);
    expect(await messagesOf({ taskRunIds: [taskRunId] })).toEqual(["task"]);
    expect(await messagesOf({ minLevel: 20 })).toEqual(["flow", "task"]);
    expect(await messagesOf({ maxLevel: 20 })).toEqual(["flow", "other"]);
    expect(await messagesOf({ minLevel: 20, maxLevel: 20 })).toEqual(["flow"]);
    expect(await messagesOf({ after: at(20) })).toEqual(["task", "other"]);
    expect(await messagesOf({ before: at(20) })).toEqual(["flow", "task"]);
    expect(await messagesOf({ flowRunIds: [flowRunId], minLevel: 40 })).toEqual(["task"]);
    // Two bounds of one thing belong together, whatever the operator.
    expect(await messagesOf({ operator: "or", minLevel: 15, maxLevel: 25, after: at(30) })).toEqual([
      "flow",
      "other",
    ]);
  });

  it("are followed in the order in which they came in, from the last one seen", async () => {
    const lines = [
      aLog({ message: "late clock", flowRunId, timestamp: at(99) }),
      aLog({ message: "early clock", flowRunId, taskRunId, timestamp: at(1) }),
      aLog({ message: "other run", flowRunId: anId() }),
      aLog({ message: "last", flowRunId }),
    ];
    await insert(...lines);
    const first = await store.logs.follow(flowRunId, at(0), 2);
    expect(first.map(({ message }) => message)).toEqual(["late clock", "early clock"]);
    const rest = await store.logs.follow(flowRunId, first.at(-1)?.created ?? at(0), 2);
    expect(rest.map(({ message }) => message)).toEqual(["last"]);
    expect(await store.logs.follow(flowRunId, rest.at(-1)?.created ?? at(0), 2)).toEqual([]);
  });

  it("are read along an index, whether listed, followed or of a task", async () => {
    const database = new BetterSqlite3(file);
    const planOf = (query: string) =>
      database
        .prepare(`explain query plan ${query}`)
        .all()
        .map((step) => String(Object(step).detail));
    expect(planOf("select * from logs where flow_run_id = 'a' order by timestamp, created, id")[0]).toMatch(
      /logs_flow_run /,
    );
    expect(planOf("select * from logs where flow_run_id = 'a' and created > 1 order by created")).toEqual([
      expect.stringContaining("logs_follow "),
    ]);
    expect(planOf("select * from logs where task_run_id = 'a' order by timestamp, created")[0]).toMatch(
      /logs_task_run /,
    );
    database.close();
  });
});
