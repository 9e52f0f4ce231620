import { containsMask } from "@/lib/forms/json-edit";
import { isJsonArray, isJsonObject, isSameJson, type Json, printJson } from "@/lib/json";

/** Beyond this many pairs nobody can see which item became which: they are compared by their places alone. */
const maxPairs = 10_000;

/**
 * Which of the former items each item is: the same text first, else the one that is most alike. An item with a mask is
 * matched only where it is surely the same, for the mask keeps the secret of the item that it is matched to.
 */
export function matchItems(before: readonly Json[], after: readonly Json[]): readonly (number | undefined)[] {
  const matching = new Matching(before, after);
  matching.matchSame();
  matching.matchAlike();
  matching.matchPlaces();
  return matching.matches;
}

class Matching {
  readonly matches: (number | undefined)[];
  readonly #before: readonly Json[];
  readonly #after: readonly Json[];
  readonly #left: Set<number>;

  constructor(before: readonly Json[], after: readonly Json[]) {
    this.#before = before;
    this.#after = after;
    this.matches = after.map(() => undefined);
    this.#left = new Set(before.keys());
  }

  /** In their places first, so that what reads the same and was not moved stays itself. */
  matchSame(): void {
    const ambiguous = this.#lostTwins();
    for (const [index, item] of this.#after.entries()) {
      if (isSameJson(this.#before[index], item) && !ambiguous.has(printJson(item))) this.#match(index, index);
    }
    this.#matchMoved(ambiguous);
  }

  matchAlike(): void {
    const open = this.#open();
    if (open.length * this.#left.size > maxPairs) return;
    const pairs = open.flatMap((index) =>
      [...this.#left].map((candidate) => ({
        index,
        candidate,
        score: likeness(this.#before[candidate], this.#after[index]),
      })),
    );
    const alike = pairs.filter(({ score }) => score > 0);
    alike.sort((a, b) => b.score - a.score || distance(a) - distance(b));
    for (const { index, candidate, score } of alike) {
      if (this.matches[index] !== undefined || !this.#left.has(candidate)) continue;
      const isDoubtful = alike.some(
        (other) => other.index === index && other.candidate !== candidate && other.score === score,
      );
      if (!isDoubtful || !containsMask(this.#after[index] ?? null)) this.#match(index, candidate);
    }
  }

  /** What is left, where as many are left as there were: the item that stands there was changed as a whole. */
  matchPlaces(): void {
    const open = this.#open();
    const left = [...this.#left];
    if (open.length !== left.length) return;
    for (const [place, index] of open.entries()) {
      const candidate = left[place];
      const isSure = open.length === 1 && this.#before.length === this.#after.length;
      if (candidate === undefined || (!isSure && containsMask(this.#after[index] ?? null))) continue;
      this.#match(index, candidate);
    }
  }

  /** Texts of items that read the same, hide different secrets, and were not all kept: nobody can tell which is gone. */
  #lostTwins(): ReadonlySet<string> {
    const count = (items: readonly Json[]) => {
      const counts = new Map<string, number>();
      for (const item of items.filter(containsMask)) {
        const text = printJson(item);
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      return counts;
    };
    const now = count(this.#after);
    const lost = [...count(this.#before)].filter(([text, times]) => times > 1 && now.get(text) !== times);
    return new Set(lost.map(([text]) => text));
  }

  #matchMoved(ambiguous: ReadonlySet<string>): void {
    const byText = new Map<string, number[]>();
    for (const index of this.#left) {
      const text = printJson(this.#before[index] ?? null);
      byText.set(text, [...(byText.get(text) ?? []), index]);
    }
    for (const index of this.#open()) {
      const text = printJson(this.#after[index] ?? null);
      const found = ambiguous.has(text) ? undefined : byText.get(text)?.shift();
      if (found !== undefined) this.#match(index, found);
    }
  }

  #open(): readonly number[] {
    return [...this.matches.keys()].filter((index) => this.matches[index] === undefined);
  }

  #match(index: number, candidate: number): void {
    this.matches[index] = candidate;
    this.#left.delete(candidate);
  }
}

function distance({ index, candidate }: { index: number; candidate: number }): number {
  return Math.abs(index - candidate);
}

/** How many parts are the same and say something: a mask says nothing of whose it is. */
function likeness(before: Json | undefined, after: Json | undefined): number {
  if (isJsonObject(before) && isJsonObject(after)) {
    return [...after].filter(([key, value]) => !containsMask(value) && isSameJson(before.get(key), value))
      .length;
  }
  if (isJsonArray(before) && isJsonArray(after)) {
    return after.filter((value, index) => !containsMask(value) && isSameJson(before[index], value)).length;
  }
  return 0;
}
