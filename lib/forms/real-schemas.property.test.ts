import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { documentsOf } from "@/lib/forms/testing-documents";
import { changeOf, leavesOf, withDraft, withValue } from "@/lib/forms/testing-leaves";
import { validateDraft } from "@/lib/forms/validate";
import { parseYamlText } from "@/lib/forms/yaml-text";
import { type JsonObject, printJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import { maskData } from "@/lib/secrets/tree";
import { realSchemas } from "@/lib/testing/real-schemas";

const parsers = { yaml: parseYamlText };
/** How often a leaf was there to be changed. */
let changed = 0;
const runs = { seed: 2026, numRuns: 60 };

describe.each(realSchemas)("a document of $name", ({ slug, fields }) => {
  const extra = extraSecretPaths(slug);
  const tree = compileForm(fields, fieldOverlays(slug), extra);
  const paths = [...secretPathsOf(fields), ...extra];
  const load = (document: JsonObject) => initialDraft(tree, maskData(document, paths));

  it("is shown without a mismatch or a secret, and comes out of a save without changes as it went in", () => {
    fc.assert(
      fc.property(documentsOf(fields), (document) => {
        const initial = load(document);
        const text = JSON.stringify(initial);
        expect(text).not.toContain("mismatch");
        expect(text).not.toContain("canary");
        const edit = editFromDraft(tree, initial, JSON.parse(text), parsers);
        expect(edit.entries).toEqual([]);
        expect(printJson(applyEdit(document, edit) ?? null)).toBe(printJson(document));
        expect(validateDraft(tree, initial, { initial, isNew: false, parsers })).toEqual([]);
      }),
      runs,
    );
  });

  it("differs in exactly one leaf when one leaf was changed", () => {
    const withLeaf = fc.tuple(documentsOf(fields), fc.nat(), fc.constantFrom("set", "clear"));
    fc.assert(
      fc.property(withLeaf, ([document, draw, action]) => {
        const initial = load(document);
        const leaves = leavesOf(tree, initial);
        const leaf = leaves[draw % Math.max(1, leaves.length)];
        if (!leaf) return;
        const change = changeOf(leaf, action === "clear");
        if (!change) return;
        changed += 1;
        const current = withDraft(initial, leaf.position.name, change.draft);
        const edit = editFromDraft(tree, initial, current, parsers);
        const stored = applyEdit(document, edit) ?? null;
        expect(printJson(stored)).toBe(printJson(withValue(document, leaf.position.path, change.value)));
        const judged = draftAfterEdit(tree, initial, edit, parsers);
        expect(validateDraft(tree, judged, { initial, isNew: false, parsers })).toEqual([]);
      }),
      runs,
    );
  });
});

afterAll(() => {
  expect(changed).toBeGreaterThan(4000);
});
