import { describe, expect, it } from "vitest";
import { randomName } from "@/lib/flow-runs/random-name";

const ids = Array.from(
  { length: 20_000 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
);
const names = ids.map(randomName);

describe("the name of a run that nobody named", () => {
  it("is two words that fit into addresses and file names", () => {
    for (const name of names) expect(name).toMatch(/^[a-z]+-[a-z]+$/);
  });

  it("follows from the id alone", () => {
    expect(ids.map(randomName)).toEqual(names);
  });

  it("comes from more than a hundred words each, of which none is there twice or much more often than others", () => {
    for (const position of [0, 1]) {
      const counts = new Map<string, number>();
      for (const name of names) {
        const word = name.split("-")[position] ?? "";
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      expect(counts.size).toBeGreaterThanOrEqual(100);
      expect(Math.max(...counts.values())).toBeLessThan((2 * names.length) / counts.size);
    }
    expect(new Set(names).size).toBeGreaterThan(9_000);
  });
});
