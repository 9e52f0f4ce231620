import { beforeEach, describe, expect, it } from "vitest";
import { nobody } from "@/lib/testing/open-truth";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

const line = {
  name: "prefect.flow_runs",
  level: 20,
  message: "hello",
  timestamp: "2026-01-01T00:00:00.123456Z",
  flow_run_id: nobody,
  task_run_id: null,
};
const post = (lines: unknown) => api.call("POST", "/logs/", lines);
const listed = async (body?: unknown) => (await api.call("POST", "/logs/filter", body)).json;

describe("lines of a log", () => {
  it("are stored and answered with null, also none and those of no run", async () => {
    const { flow_run_id, task_run_id, ...bare } = line;
    for (const lines of [[line], [], [bare]]) {
      const reply = await post(lines);
      expect([reply.status, reply.text]).toEqual([201, "null"]);
    }
    const [first, second, ...others] = await listed();
    expect(others).toEqual([]);
    expect(first).toEqual({
      ...line,
      id: first.id,
      created: first.created,
      updated: first.created,
      timestamp: "2026-01-01T00:00:00.123456+00:00",
    });
    expect([second.flow_run_id, second.task_run_id]).toEqual([null, null]);
  });

  it("are none when one of them is wrong, and the place is named", async () => {
    const reply = await post([line, { ...line, level: "loud", extra: 1 }, 1]);
    expect(reply.status).toBe(422);
    expect(reply.json.exception_detail).toEqual([
      { loc: ["body", 1, "level"], msg: "value is not a valid integer", type: "type_error.integer" },
      { loc: ["body", 1, "extra"], msg: "extra fields not permitted", type: "value_error.extra" },
      { loc: ["body", 2], msg: "value is not a valid dict", type: "type_error.dict" },
    ]);
    expect(await listed()).toEqual([]);
  });

  it("must be a list", async () => {
    const fault = { loc: ["body"], msg: "value is not a valid list", type: "type_error.list" };
    for (const body of [line, {}, "1"]) {
      expect((await post(body)).json.exception_detail).toEqual([fault]);
    }
    const form = await api.call("POST", "/logs/", "a=b", { "content-type": "text/plain" });
    expect(form.json.exception_detail).toEqual([fault]);
    expect((await post(undefined)).json.exception_detail).toEqual([
      { loc: ["body"], msg: "field required", type: "value_error.missing" },
    ]);
  });

  it("may be a million characters long, and no longer", async () => {
    expect((await post([{ ...line, message: "x".repeat(1_000_000) }])).status).toBe(201);
    const reply = await post([{ ...line, message: "x".repeat(1_000_001) }]);
    expect(reply.json.exception_detail).toEqual([
      {
        loc: ["body", 0, "message"],
        msg: "ensure this value has at most 1000000 characters",
        type: "value_error.any_str.max_length",
        ctx: { limit_value: 1_000_000 },
      },
    ]);
  });

  it("are not taken when they are more than 4 MB together", async () => {
    const lines = Array.from({ length: 5 }, () => ({ ...line, message: "x".repeat(900_000) }));
    expect((await post(lines)).status).toBe(413);
    expect(await listed()).toEqual([]);
  });

  it("of one batch have times of arrival that differ, in their order", async () => {
    await post(Array.from({ length: 200 }, (_, index) => ({ ...line, message: String(index) })));
    const all = await listed();
    expect(all.map(({ message }: { message: string }) => Number(message))).toEqual([...Array(200).keys()]);
    expect(new Set(all.map(({ created }: { created: string }) => created)).size).toBe(200);
  });

  it("are read page by page until a short one, as the command line does", async () => {
    await post(Array.from({ length: 450 }, (_, index) => ({ ...line, message: String(index) })));
    const logs = { flow_run_id: { any_: [nobody] } };
    const lengths: number[] = [];
    for (const offset of [0, 200, 400]) {
      lengths.push((await listed({ logs, limit: 200, offset, sort: "TIMESTAMP_ASC" })).length);
    }
    expect(lengths).toEqual([200, 200, 50]);
    expect(await listed({ logs: { flow_run_id: { any_: [] } } })).toEqual([]);
    const backwards = await listed({ logs, limit: 1, sort: "TIMESTAMP_DESC" });
    expect(backwards[0].message).toBe("449");
  });

  it("are found by level and time", async () => {
    await post([line, { ...line, level: 40, message: "error", timestamp: "2026-01-02T00:00:00Z" }]);
    const messages = async (logs: unknown) =>
      (await listed({ logs })).map(({ message }: { message: string }) => message);
    expect(await messages({ level: { ge_: 30 } })).toEqual(["error"]);
    expect(await messages({ level: { le_: 0 } })).toEqual([]);
    expect(await messages({ timestamp: { after_: "2026-01-01T12:00:00Z" } })).toEqual(["error"]);
    expect(await messages({ timestamp: { before_: "2026-01-01T12:00:00Z" } })).toEqual(["hello"]);
  });

  it("never come into the server's own log", async () => {
    await post([{ ...line, message: "a-canary-in-a-message" }]);
    await listed();
    expect(api.logLines.join("")).not.toContain("a-canary-in-a-message");
  });
});
