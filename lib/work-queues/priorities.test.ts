import { describe, expect, it } from "vitest";
import { anId } from "@/lib/testing/builders";
import { aWorkQueue } from "@/lib/testing/queue-builders";
import { firstFreePriority, makeRoom } from "@/lib/work-queues/priorities";

const workPoolId = anId<ReturnType<typeof aWorkQueue>["workPoolId"]>();
const queuesWith = (...priorities: readonly number[]) =>
  priorities.map((priority) => aWorkQueue({ workPoolId, priority, name: `was ${priority}` }));

describe("a new queue's priority", () => {
  it.each([
    [[], 1],
    [[1, 2], 3],
    [[3, 1], 2],
    [[2], 1],
  ])("beside %j is %i", (taken, expected) => {
    expect(firstFreePriority(queuesWith(...taken))).toBe(expected);
  });
});

describe("a priority that is taken", () => {
  const movedBy = (priorities: readonly number[], priority: number) =>
    makeRoom(queuesWith(...priorities), { id: anId(), priority }).map((queue) => [
      queue.name,
      queue.priority,
    ]);

  it("is given up by the queue that has it, and by those in its way", () => {
    expect(movedBy([3, 1, 2], 2)).toEqual([
      ["was 2", 3],
      ["was 3", 4],
    ]);
  });

  it("moves none that is not in the way", () => {
    expect(movedBy([1, 2, 4], 2)).toEqual([["was 2", 3]]);
    expect(movedBy([1, 3], 2)).toEqual([]);
    expect(movedBy([], 1)).toEqual([]);
  });

  it("does not move the queue itself", () => {
    const [first, second] = queuesWith(1, 2);
    if (!first || !second) throw new Error("two queues were made");
    expect(makeRoom([first, second], { id: second.id, priority: 1 })).toEqual([{ ...first, priority: 2 }]);
  });
});
