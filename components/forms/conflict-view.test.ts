import { describe, expect, test } from "vitest";
import { conflictView, mergedDrafts } from "@/components/forms/conflict-view";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { asObject } from "@/lib/forms/testing-sample";
import { toJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import { maskData } from "@/lib/secrets/tree";
import { createClock } from "@/lib/time";

const canary = "canary-conflict";
const text = { type: "string" };
const fields = asObject({
  type: "object",
  properties: {
    path: text,
    region: text,
    key: { ...text, format: "password" },
    env: { type: "object", additionalProperties: text },
  },
});
const tree = compileForm(fields, {});
const draftsOf = (data: object, isLater = false) =>
  initialDraft(tree, maskData(toJson(data), secretPathsOf(fields)), {
    secretDates: { "/key": createClock(() => 0)() },
    formatDate: () => (isLater ? "later" : "then"),
  });
const base = draftsOf({ path: "a", region: "eu", key: canary, env: { A: "1", B: "2" } });
const theirs = draftsOf({ path: "b", region: "eu", key: `${canary}-2`, env: { A: "3", B: "2" } }, true);
const mine: readonly Draft[] = [
  "c",
  "us",
  { action: "replace", text: `${canary}-3`, isStored: true },
  {
    rows: [
      { from: "A", key: "A", value: "1" },
      { from: "B", key: "B", value: "9" },
    ],
  },
];
const input = { tree, base, mine, theirTree: tree, theirs };

describe("what two people changed, for the one who comes second", () => {
  test("is told apart: changed by both, by them, by you", () => {
    const view = conflictView(input, String);
    expect(view.conflicts.map(({ path }) => path)).toEqual(["/path", "/key"]);
    const [path, key] = view.conflicts;
    expect(path?.mine.map(({ stored, after }) => [stored.text, after.text])).toEqual([["a", "c"]]);
    expect(path?.theirs.map(({ stored, after }) => [stored.text, after.text])).toEqual([["a", "b"]]);
    expect(key?.theirs.map(({ after }) => after.text)).toEqual(["Set later"]);
    expect(view.mine.map(({ label }) => label)).toEqual(["Region", "Env: B"]);
    expect(view.theirs.map(({ label }) => label)).toEqual(["Env: A"]);
    expect(JSON.stringify(view)).not.toContain(canary);
  });

  test("comes together as chosen, mine where nothing was chosen", () => {
    expect(mergedDrafts(input, new Map([["/path", "theirs"]]))).toEqual([
      "b",
      "us",
      mine[2],
      {
        rows: [
          { from: "A", key: "A", value: "3" },
          { from: "B", key: "B", value: "9" },
        ],
      },
    ]);
    expect(mergedDrafts(input, new Map())[0]).toBe("c");
  });
});
