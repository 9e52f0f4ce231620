import { expect, test } from "vitest";
import type { StateId } from "@/lib/ids";
import { enterState, type Progress } from "@/lib/states/enter-state";
import { noDetails, type State, type StateType } from "@/lib/states/model";
import { anId } from "@/lib/testing/builders";
import type { Micros } from "@/lib/time";

const second = 1_000_000;
const at = (seconds: number) => (seconds * second) as Micros;

const unborn: Progress = {
  state: null,
  runCount: 0,
  expectedStartTime: null,
  nextScheduledStartTime: null,
  startTime: null,
  endTime: null,
  totalRunMicros: 0,
};

function state(type: StateType, seconds: number, scheduledTime: Micros | null = null): State {
  const details = { ...noDetails, scheduledTime };
  return {
    id: anId<StateId>(),
    type,
    name: type,
    message: null,
    data: null,
    details,
    timestamp: at(seconds),
  };
}

/** Enters one state after another, one per second from second 1. */
function walk(...types: readonly StateType[]): Progress {
  return types.reduce((progress, type, index) => enterState(progress, state(type, index + 1)), unborn);
}

test("the first state gives the expected start: the scheduled time, or else its own", () => {
  expect(enterState(unborn, state("SCHEDULED", 1, at(60))).expectedStartTime).toBe(at(60));
  expect(enterState(unborn, state("PENDING", 1)).expectedStartTime).toBe(at(1));
  expect(enterState(unborn, state("PENDING", 1, at(60))).expectedStartTime).toBe(at(1));
});

test("later states, also scheduled ones, leave the expected start alone", () => {
  const again = enterState(walk("PENDING", "RUNNING"), state("SCHEDULED", 3, at(60)));
  expect(again.expectedStartTime).toBe(at(1));
});

test("a next start is set while a run is scheduled, and only then", () => {
  const scheduled = enterState(unborn, state("SCHEDULED", 1, at(60)));
  expect(scheduled.nextScheduledStartTime).toBe(at(60));
  expect(enterState(scheduled, state("SCHEDULED", 2, at(90))).nextScheduledStartTime).toBe(at(90));
  // The time that goes with a pending state is no next start.
  expect(enterState(scheduled, state("PENDING", 2, at(60))).nextScheduledStartTime).toBeNull();
});

test("the start is that of the first attempt; each attempt counts", () => {
  const run = walk("PENDING", "RUNNING", "SCHEDULED", "RUNNING");
  expect(run.startTime).toBe(at(2));
  expect(run.runCount).toBe(2);
  expect(walk("PENDING").startTime).toBeNull();
});

test("to go on after a pause is no new attempt", () => {
  expect(enterState(walk("RUNNING", "PAUSED"), state("RUNNING", 3), true).runCount).toBe(1);
});

test("all time spent running adds up, up to the current state", () => {
  expect(walk("RUNNING").totalRunMicros).toBe(0);
  expect(walk("RUNNING", "PAUSED", "RUNNING", "COMPLETED").totalRunMicros).toBe(2 * second);
  expect(walk("RUNNING", "RUNNING", "FAILED").totalRunMicros).toBe(2 * second);
});

test.each(["COMPLETED", "FAILED", "CRASHED", "CANCELLED"] as const)(
  "a run that began ends with %s",
  (type) => {
    expect(walk("PENDING", "RUNNING", type).endTime).toBe(at(3));
  },
);

test("what never began has no end", () => {
  expect(walk("SCHEDULED", "CANCELLED").endTime).toBeNull();
});

test("a run that has ended keeps its end under another name, and loses it when it goes on", () => {
  expect(walk("RUNNING", "FAILED", "COMPLETED").endTime).toBe(at(2));
  expect(walk("RUNNING", "FAILED", "RUNNING").endTime).toBeNull();
  expect(walk("RUNNING", "FAILED", "RUNNING", "FAILED").endTime).toBe(at(4));
});
