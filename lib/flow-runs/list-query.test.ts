import { describe, expect, test } from "vitest";
import { isNarrowed, parseFlowRunQuery, toFilters, toFlowRunsPath } from "@/lib/flow-runs/list-query";
import type { Micros } from "@/lib/time";

const now = 1_000_000_000_000_000 as Micros;
const filtersOf = (params: Record<string, string>) => toFilters(parseFlowRunQuery(params), now);
const flow = "0b5a3e6c-7f34-4a3e-9d3a-2f6f3f7f0001";

describe("the query of the list of runs", () => {
  test("comes back from the URL as it was written", () => {
    const params = { q: "otter", state: "late", flow, queue: "a b", when: "day", sort: "name", page: "3" };
    const path = toFlowRunsPath(parseFlowRunQuery(params));
    const again = Object.fromEntries(new URLSearchParams(path.split("?")[1]));
    expect(again).toEqual(params);
  });

  test("what makes no sense counts as absent", () => {
    const query = parseFlowRunQuery({ state: "odd", flow: "x", deployment: "1", when: "ever", sort: "?" });
    expect(toFlowRunsPath(query)).toBe("/flow-runs");
    expect(isNarrowed(query)).toBe(false);
  });
});

describe("what is looked for", () => {
  test("runs still to come are left out, unless one asks for them or for a state", () => {
    expect(filtersOf({})).toEqual({ flowRuns: { expectedStartTime: { before: now } } });
    expect(filtersOf({ when: "coming" })).toEqual({ flowRuns: { expectedStartTime: { after: now } } });
    expect(filtersOf({ when: "any" })).toEqual({ flowRuns: {} });
    expect(filtersOf({ state: "scheduled" })).toEqual({ flowRuns: { state: { types: ["SCHEDULED"] } } });
    expect(filtersOf({ state: "failed", when: "day" })).toEqual({
      flowRuns: {
        state: { types: ["FAILED"] },
        expectedStartTime: { after: now - 86_400_000_000, before: now },
      },
    });
  });

  test("windows reach back from now", () => {
    expect(filtersOf({ when: "hour" })).toEqual({
      flowRuns: { expectedStartTime: { after: now - 3_600_000_000, before: now } },
    });
  });

  test("a flow, a queue and a name narrow together; late is a name of a state", () => {
    expect(filtersOf({ flow, queue: "q", q: "x", state: "late", when: "any" })).toEqual({
      flows: { ids: [flow] },
      flowRuns: {
        name: { like: "x" },
        workQueueName: { any: ["q"] },
        state: { types: ["SCHEDULED"], names: ["Late"] },
      },
    });
  });
});
