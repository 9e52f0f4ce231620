import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import { completeNew } from "@/lib/forms/complete-new";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { dictRows, groupDraft, isSecretDraft, unionDraft } from "@/lib/forms/draft-shape";
import { editFromDraft, hasChanges } from "@/lib/forms/edit-from-draft";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import { change, cleared, indexOf, replaced, save } from "@/lib/forms/testing-edits";
import {
  asObject,
  canary,
  createRandom,
  maskSample,
  randomDocument,
  sampleTree,
} from "@/lib/forms/testing-sample";
import { type JsonObject, parseJson, printJson } from "@/lib/json";

describe("a save without a change", () => {
  it("sends nothing, whatever is stored: mismatches, unknown keys, values equal to defaults (defects 1 and 8)", () => {
    for (let seed = 0; seed < 500; seed++) {
      const stored = randomDocument(createRandom(seed));
      const initial = initialDraft(sampleTree, maskSample(stored), { blocks: references(seed) });
      const again = JSON.parse(JSON.stringify(initial));
      expect(editFromDraft(sampleTree, initial, again), `seed ${seed}`).toEqual({ do: "patch", entries: [] });
    }
  });

  const references = (seed: number) =>
    new Map(seed % 2 === 0 ? [["/parent", { documentId: "some-id" }]] : []);

  it("never holds a stored secret or its mask as a value in the form (defect 2)", () => {
    for (let seed = 0; seed < 500; seed++) {
      const draft = initialDraft(sampleTree, maskSample(randomDocument(createRandom(seed))));
      expect(JSON.stringify(draft)).not.toContain(canary);
      expect(JSON.stringify(draft.filter(isSecretDraft))).not.toContain("***");
    }
  });

  it("does not put a secret into the form even where the mask was forgotten", () => {
    const unmasked = asObject({ key: canary, login: { user: "u", token: canary }, headers: { a: canary } });
    expect(JSON.stringify(initialDraft(sampleTree, unmasked))).not.toContain(canary);
  });
});

describe("one change", () => {
  const stored = parseJson(
    `{"zeta":1.0,"path":"a/b","note":"none","key":"${canary}-k","count":3,"ratio":1e-05,"__proto__":{"x":1},` +
      `"login":{"token":"${canary}-t","user":"u","extra":[1.0]},"env":{"a.b":"1","x[0]":"2"},` +
      `"big":123456789012345678901234567890}`,
  ) as JsonObject; // the text above is an object

  it("leaves every other byte as it was, unknown keys and number notation included", () => {
    const text = save(stored, (drafts) => change(drafts, "path", () => "c/d"));
    expect(text).toBe(printJson(stored).replace("a/b", "c/d"));
  });

  it("reaches into a nested object without touching its secret or its unknown keys (defect 1)", () => {
    const text = save(stored, (drafts) =>
      change(drafts, "login", (draft) => ({ ...groupDraft(draft), f: groupDraft(draft).f.with(0, "v") })),
    );
    expect(text).toBe(printJson(stored).replace('"user":"u"', '"user":"v"'));
  });

  it("keeps the notation of a number as it is typed", () => {
    const text = save(stored, (drafts) => change(drafts, "ratio", () => "1.50"));
    expect(text).toBe(printJson(stored).replace("1e-05", "1.50"));
  });

  it("removes a key when its field is cleared", () => {
    const text = save(stored, (drafts) => change(drafts, "note", () => null));
    expect(text).toBe(printJson(stored).replace('"note":"none",', ""));
  });

  it("keeps null where null was stored and nobody set anything", () => {
    const withNull = asObject({ path: "a", count: null, login: null });
    expect(save(withNull, (drafts) => change(drafts, "path", () => "b"))).toBe(
      '{"path":"b","count":null,"login":null}',
    );
  });

  it("replaces a secret by exactly what was typed, and clears it when told so", () => {
    const typed = 'with "quotes"\n ü trailing ';
    expect(save(stored, (drafts) => change(drafts, "key", () => replaced(typed)))).toBe(
      printJson(stored).replace(`"${canary}-k"`, JSON.stringify(typed)),
    );
    expect(save(stored, (drafts) => change(drafts, "key", () => cleared))).not.toContain(`${canary}-k`);
  });

  it("keeps a secret whose replacement was left empty", () => {
    expect(save(stored, (drafts) => change(drafts, "key", () => replaced("")))).toBe(printJson(stored));
  });

  it("renames and reorders dict rows with any key, values attached", () => {
    const text = save(stored, (drafts) =>
      change(drafts, "env", (draft) => {
        const [first, second] = dictRows(draft) ?? [];
        return first && second ? { rows: [{ ...second, key: "__proto__" }, first] } : null;
      }),
    );
    expect(text).toBe(printJson(stored).replace('{"a.b":"1","x[0]":"2"}', '{"__proto__":"2","a.b":"1"}'));
  });

  it("keeps an emptied variable as an empty one", () => {
    const text = save(stored, (drafts) =>
      change(drafts, "env", (draft) => ({
        rows: (dictRows(draft) ?? []).map((row) => ({ ...row, value: null })),
      })),
    );
    expect(text).toContain('"env":{"a.b":"","x[0]":""}');
  });

  it("shows an optional dict with its value (defect 6)", () => {
    expect(initialDraft(sampleTree, maskSample(stored))[indexOf("env")]).toEqual({
      rows: [
        { from: "a.b", key: "a.b", value: "1" },
        { from: "x[0]", key: "x[0]", value: "2" },
      ],
    });
  });

  it("replaces a value that does not match the schema only when somebody enters another one", () => {
    const odd = asObject({ path: ["not", "a", "text"], count: 1 });
    expect(save(odd, (drafts) => change(drafts, "count", () => "2"))).toBe(
      '{"path":["not","a","text"],"count":2}',
    );
    expect(save(odd, (drafts) => change(drafts, "path", () => "now a text"))).toBe(
      '{"path":"now a text","count":1}',
    );
  });
});

describe("choices", () => {
  it("recognises the stored branch and edits it in place", () => {
    const stored = asObject({ source: { user: "u", token: canary, extra: 1 } });
    const text = save(stored, (drafts) =>
      change(drafts, "source", (draft) => {
        const union = unionDraft(draft);
        const branch = union.branch ?? -1;
        const group = groupDraft(union.drafts[branch]);
        return { ...union, drafts: union.drafts.with(branch, { ...group, f: group.f.with(0, "v") }) };
      }),
    );
    expect(text).toBe(`{"source":{"user":"v","token":"${canary}","extra":1}}`);
  });

  it("drops everything of the old branch when another one is chosen, its secret too", () => {
    const stored = asObject({ source: { user: "u", token: canary } });
    const text = save(stored, (drafts) =>
      change(drafts, "source", (draft) => {
        const union = unionDraft(draft);
        return { branch: 0, drafts: union.drafts.with(0, { isSet: true, f: [null, "https://example.com"] }) };
      }),
    );
    expect(text).toBe('{"source":{"type":"url","url":"https://example.com"}}');
  });

  it("tells a number from a text", () => {
    const branchOf = (json: string) =>
      unionDraft(initialDraft(sampleTree, maskSample(parseJson(`{"limit":${json}}`)))[indexOf("limit")])
        .branch;
    expect([branchOf("512"), branchOf('"2g"'), branchOf("null")]).toEqual([0, 1, 0]);
  });

  it("sends a reference by id, for the whole field", () => {
    const initial = initialDraft(sampleTree, undefined);
    const current = change(initial, "parent", () => ({ documentId: "some-id" }));
    expect(editFromDraft(sampleTree, initial, current).entries).toEqual([
      { key: "parent", edit: { do: "reference", documentId: "some-id" } },
    ]);
  });

  it("keeps a reference and an inlined block that nobody touched (defect 1)", () => {
    const inline = asObject({ parent: { secret: canary, block_type_slug: "child" } });
    const [draft] = initialDraft(sampleTree, maskSample(inline)).slice(indexOf("parent"));
    expect(draft).toEqual({ inline: true });
    expect(save(inline, (drafts) => change(drafts, "path", () => "x"))).toContain(canary);
  });
});

describe("a new block", () => {
  it("holds what was entered and nothing else: no defaults, no nulls, no unset keys (defect 8)", () => {
    const initial = emptyDrafts(sampleTree);
    const current = change(
      change(initial, "path", () => "a/b"),
      "key",
      () => ({ action: "replace", text: "k", isStored: false }),
    );
    expect(hasChanges(editFromDraft(sampleTree, initial, initial))).toBe(false);
    expect(printJson(applyEdit(new Map(), editFromDraft(sampleTree, initial, current)) ?? null)).toBe(
      '{"path":"a/b","key":"k"}',
    );
  });

  it("gets the fixed values that the schema requires", () => {
    expect(printJson(completeNew(sampleTree.fields, undefined, asObject({ path: "a" })))).toBe(
      '{"path":"a","kind":"sample","login":{}}',
    );
    expect(printJson(completeNew(sampleTree.fields, asObject({}), asObject({ path: "a" })))).toBe(
      '{"path":"a"}',
    );
  });
});
