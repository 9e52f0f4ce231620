import { expect, test } from "vitest";
import { exampleLog } from "@/lib/wire/example-queues";
import { LogsCreateBody } from "@/lib/wire/logs";

test("a level that no column has room for is refused, instead of being stored as another number", () => {
  const isTaken = (level: number) => LogsCreateBody.safeParse([{ ...exampleLog.sent, level }]).success;
  expect([0, 20, 2 ** 31 - 1].map(isTaken)).toEqual([true, true, true]);
  expect([2 ** 31, -(2 ** 60), 1e28].map(isTaken)).toEqual([false, false, false]);
});
