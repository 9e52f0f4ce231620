import { describe, expect, it } from "vitest";
import { parseQueueInput, type QueueInput } from "@/lib/work-queues/queue-input";

const parse = (input: Partial<QueueInput>) =>
  parseQueueInput({ name: "test", limit: "", priority: "", description: "", ...input });

describe("what is typed into the form of a queue", () => {
  it("is read without spaces around it; empty numbers are none", () => {
    expect(parse({ name: " test ", limit: " 2 ", description: " a b " })).toEqual({
      ok: true,
      value: { name: "test", limit: 2, priority: null, description: "a b" },
    });
    expect(parse({ limit: "0", priority: "1" })).toMatchObject({ value: { limit: 0, priority: 1 } });
  });

  it.each([
    ["name", " "],
    ["name", "a/b"],
    ["name", "x".repeat(201)],
    ["limit", "-1"],
    ["limit", "1.5"],
    ["limit", "many"],
    ["limit", "1000001"],
    ["priority", "0"],
    ["description", "x".repeat(2_001)],
  ] as const)("has a fault of its own: %s", (field, text) => {
    const parsed = parse({ [field]: text });
    expect(parsed.ok ? [] : Object.keys(parsed.faults)).toEqual([field]);
  });

  it("has all its faults at once", () => {
    const parsed = parse({ name: "", limit: "x", priority: "0" });
    expect(parsed.ok ? [] : Object.keys(parsed.faults)).toEqual(["name", "limit", "priority"]);
  });
});
