import { describe, expect, it } from "vitest";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { unionDraft } from "@/lib/forms/draft-shape";
import { droppedBySwitch } from "@/lib/forms/dropped-by-switch";
import { emptyDraft, startDraft } from "@/lib/forms/empty-draft";
import { aLogin, fieldOf, indexOf } from "@/lib/forms/testing-edits";
import { asObject, canary, maskSample, sampleTree } from "@/lib/forms/testing-sample";

const source = fieldOf("source", "union");
const limit = fieldOf("limit", "union");
const stored = (value: object, key: string): Draft =>
  initialDraft(sampleTree, maskSample(asObject(value)))[indexOf(key)] ?? null;

describe("leaving a branch", () => {
  it("loses nothing where nothing was filled in", () => {
    expect(droppedBySwitch(source, emptyDraft(source))).toEqual([]);
    expect(droppedBySwitch(source, startDraft(source))).toEqual([]);
    expect(droppedBySwitch(limit, startDraft(limit))).toEqual([]);
    // The drafts of other branches stay where they are.
    const left = { ...unionDraft(stored({ source: aLogin("u") }, "source")), branch: 0 };
    expect(droppedBySwitch(source, left)).toEqual([]);
  });

  it("says which parts of a model would be dropped, and never a secret", () => {
    const parts = droppedBySwitch(source, stored({ source: aLogin("u") }, "source"));
    expect(parts).toEqual(["User", "Token"]);
    expect(parts.join()).not.toContain(canary);
    expect(droppedBySwitch(source, stored({ source: { type: "url", url: "https://x" } }, "source"))).toEqual([
      "URL",
    ]);
  });

  it("names a single value itself, cut where it is long", () => {
    expect(droppedBySwitch(limit, stored({ limit: "512m" }, "limit"))).toEqual(["512m"]);
    expect(droppedBySwitch(limit, stored({ limit: "m".repeat(60) }, "limit"))).toEqual([
      `${"m".repeat(40)}…`,
    ]);
  });
});
