import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import type { Draft } from "@/lib/forms/draft";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { initialDraft } from "@/lib/forms/draft-from-data";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  listRows,
  referenceDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { PatchEdit } from "@/lib/forms/edit";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { emptyDraft, emptyDrafts } from "@/lib/forms/empty-draft";
import type { FieldNode } from "@/lib/forms/field-node";
import { createRandom, maskSample, randomDocument, sampleTree } from "@/lib/forms/testing-sample";
import { validateDraft } from "@/lib/forms/validate";

describe("the draft that the server rebuilds from an edit", () => {
  it("is valid when the form was, and what is stored then shows the same form again", () => {
    let judged = 0;
    for (let seed = 0; seed < 300; seed++) {
      const random = createRandom(seed);
      const stored = randomDocument(random);
      const initial = initialDraft(sampleTree, maskSample(stored));
      const target = initialDraft(sampleTree, maskSample(randomDocument(random)));
      // Texts, numbers, rows of another document, typed anew: what a person could enter.
      const current = initial.map((draft, index) =>
        random(3) === 0 ? retype(sampleTree.fields[index], target[index] ?? null) : draft,
      );
      const edit = editFromDraft(sampleTree, initial, current);
      const after = draftAfterEdit(sampleTree, initial, edit, {});
      const judge = (drafts: readonly Draft[]) =>
        validateDraft(sampleTree, drafts, { initial, isNew: false }).map((issue) => issue.path.join("/"));
      const typed = judge(current);
      if (typed.length === 0) {
        judged++;
        expect(judge(after), `seed ${seed}`).toEqual([]);
        const next = applyEdit(stored, edit);
        const shown = next === undefined ? [] : initialDraft(sampleTree, maskSample(next));
        expect(shown.map(withoutOrigin), `seed ${seed}`).toEqual(current.map(withoutOrigin));
      }
    }
    expect(judged).toBeGreaterThan(50);
  });

  it("refuses changes that no field of the form could have made", () => {
    const refuse = (...entries: PatchEdit["entries"]) =>
      expect(() => draftAfterEdit(sampleTree, emptyDrafts(sampleTree), { do: "patch", entries }, {})).toThrow(
        "field",
      );
    refuse({ key: "unknown", edit: { do: "set", json: "1" } });
    refuse({ key: "path", edit: { do: "reference", documentId: "some-id" } });
    refuse({ key: "path", edit: { do: "items", items: [] } });
    refuse({
      key: "login",
      edit: { do: "patch", entries: [{ key: "user", edit: { do: "rows", rows: [] } }] },
    });
  });

  it("lets an unknown key be dropped", () => {
    const edit: PatchEdit = { do: "patch", entries: [{ key: "unknown", edit: { do: "clear" } }] };
    const initial = emptyDrafts(sampleTree);
    expect(draftAfterEdit(sampleTree, initial, edit, {})).toEqual(initial);
  });

  /** The same draft as if it had been entered: rows are new, secrets typed. */
  function retype(node: FieldNode | undefined, draft: Draft): Draft {
    if (isMismatchDraft(draft) || referenceDraft(draft)) return node ? emptyDraft(node) : null;
    const text = JSON.stringify(draft)
      .replace(/"from":(?:\d+|"(?:[^"\\]|\\.)*")/g, '"from":null')
      .replace(
        /"action":"keep","text":"","isStored":true/g,
        '"action":"replace","text":"typed","isStored":false',
      );
    return JSON.parse(text);
  }

  /** Drafts differ in where rows came from, in how secrets got there, and in the branches not chosen. */
  function withoutOrigin(draft: Draft): unknown {
    if (isSecretDraft(draft)) return "a secret";
    const list = listRows(draft);
    if (list && list.length > 0)
      return list.map((row) => withoutOrigin(row.value)).filter((value) => value !== "");
    const dict = dictRows(draft);
    if (dict) {
      return dict
        .filter((row) => row.value !== "" || row.key !== "")
        .map((row) => [row.key, withoutOrigin(row.value)]);
    }
    const { branch, drafts } = unionDraft(draft);
    if (branch !== null) return [branch, withoutOrigin(drafts[branch] ?? null)];
    const group = groupDraft(draft);
    return group.isSet ? group.f.map(withoutOrigin) : draft;
  }
});
