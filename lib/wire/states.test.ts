import { expect, test } from "vitest";
import { z } from "zod";
import type { StateId } from "@/lib/ids";
import { parseJson } from "@/lib/json";
import { noDetails } from "@/lib/states/model";
import { anId } from "@/lib/testing/builders";
import type { Micros } from "@/lib/time";
import { printWire } from "@/lib/wire/print-wire";
import { fromStateBody, StateBody, StateWire, toStateWire } from "@/lib/wire/states";

const now = (Date.UTC(2026, 1, 1) * 1000) as Micros;
const read = (text: string) => fromStateBody(StateBody.parse(parseJson(text)), now);

test("a bare type becomes a state with that name and nothing else", () => {
  const { details, ...state } = read('{"type":"RUNNING"}');
  expect(state).toEqual({ type: "RUNNING", name: "Running", message: null, data: null });
  expect(details).toEqual(noDetails);
});

test("a scheduled state without a time is due now, others have none", () => {
  expect(read('{"type":"SCHEDULED"}').details.scheduledTime).toBe(now);
  expect(
    read('{"type":"SCHEDULED","state_details":{"scheduled_time":"2026-01-31T00:00:00Z"}}').details
      .scheduledTime,
  ).toBe(now - 86_400_000_000);
  expect(read('{"type":"PENDING"}').details.scheduledTime).toBeNull();
});

test("data keeps notation and order, and a client's id and time are ignored", () => {
  const data = '{"b":1.0,"2":12345678901234567890,"a":{"type":"reference"}}';
  const proposed = read(`{"type":"COMPLETED","id":"x","timestamp":"long ago","data":${data}}`);
  const id = anId<StateId>();
  const wire = toStateWire({ ...proposed, id, timestamp: now });
  const printed = printWire(wire);
  expect(printed).toContain(`"data":${data}`);
  expect(printed).toContain(`"id":"${id}"`);
  expect(printed).not.toContain("long ago");
});

test("a state that was answered can be proposed again with all its details", () => {
  const run = anId<never>();
  const details = {
    ...noDetails,
    flowRunId: run,
    scheduledTime: now,
    cacheKey: "key",
    cacheExpiration: now,
    pauseTimeout: now,
    pauseReschedule: true,
    pauseKey: "pause",
    runInputKeyset: { schema: "a", response: "b" },
    refreshCache: true,
    retriable: false,
    transitionId: anId<string>(),
  };
  const state = {
    ...read('{"type":"PAUSED","name":"Suspended"}'),
    details,
    id: anId<StateId>(),
    timestamp: now,
  };
  const printed = printWire(toStateWire(state));
  expect(StateWire.safeParse(JSON.parse(printed)).success).toBe(true);
  expect(read(printed)).toEqual({ ...read('{"type":"PAUSED","name":"Suspended"}'), details });
});

test.each([
  ['{"type":"FOO"}', "type"],
  ["{}", "type"],
  ['{"type":"RUNNING","state_details":{"transition_id":"x"}}', "state_details.transition_id"],
  ['{"type":"RUNNING","state_details":{"scheduled_time":"soon"}}', "state_details.scheduled_time"],
  ['{"type":"RUNNING","extra":1}', ""],
  ["[]", ""],
  ["null", ""],
])("%s is refused at %j", (text, path) => {
  const result = z.object({ state: StateBody }).safeParse({ state: parseJson(text) });
  expect(result.error?.issues.map((issue) => issue.path.slice(1).join("."))).toEqual([path]);
});

test("unknown details are ignored: newer clients send more", () => {
  expect(read('{"type":"RUNNING","state_details":{"newer":1}}').details).toEqual(noDetails);
});
