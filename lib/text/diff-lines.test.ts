import { describe, expect, test } from "vitest";
import { diffLines, foldSame, type LineChange } from "@/lib/text/diff-lines";

const marks = { same: " ", removed: "-", added: "+" } as const;
const shown = (changes: readonly LineChange[]) =>
  changes.map(({ kind, text }) => marks[kind] + text).join("\n");
const apply = (changes: readonly LineChange[], without: LineChange["kind"]) =>
  changes.flatMap(({ kind, text }) => (kind === without ? [] : text)).join("\n");

describe("the difference of two texts by lines", () => {
  test("keeps what is common and says what goes before what comes", () => {
    expect(shown(diffLines("a\nb\nc\nd", "a\nB\nc\nd\ne"))).toBe(" a\n-b\n+B\n c\n d\n+e");
    expect(shown(diffLines("x\ny\nz", "y\nz\nx"))).toBe("-x\n y\n z\n+x");
  });

  test("leads from the old text to the new one, however long they are", () => {
    const many = (word: string) => Array.from({ length: 900 }, (_, index) => `${word} ${index}`).join("\n");
    for (const [before, after] of [
      ["", "a"],
      ["a\na\nb", "b\na"],
      [`top\n${many("old")}\nend`, `top\n${many("new")}\nend`],
    ] as const) {
      const changes = diffLines(before, after);
      expect(apply(changes, "added")).toBe(before);
      expect(apply(changes, "removed")).toBe(after);
    }
  });

  test("is folded to what changes and two lines around it", () => {
    const before = ["0", "1", "2", "3", "4", "5", "6", "7"];
    const folded = foldSame(diffLines(before.join("\n"), before.with(4, "four").join("\n")));
    expect(folded.map((part) => (typeof part === "number" ? part : marks[part.kind] + part.text))).toEqual([
      2,
      " 2",
      " 3",
      "-4",
      "+four",
      " 5",
      " 6",
      " 7",
    ]);
  });
});
