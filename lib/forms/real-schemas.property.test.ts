import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { type Spot, spotsBelow, topSpots } from "@/lib/forms/draft-children";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { isMismatchDraft, isSecretDraft } from "@/lib/forms/draft-shape";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { documentsOf } from "@/lib/forms/testing-documents";
import { validateDraft } from "@/lib/forms/validate";
import { parseYamlText } from "@/lib/forms/yaml-text";
import { isJsonArray, isJsonObject, type Json, type JsonObject, printJson } from "@/lib/json";
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
        const leaves = topSpots(tree, initial, initial).flatMap(leavesBelow);
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

/** The single values that are stored; a row that is cleared would be another one. */
function leavesBelow(spot: Spot): readonly Spot[] {
  const below = spotsBelow(spot);
  if (below.length > 0) return below.flatMap(leavesBelow);
  return isLeaf(spot) ? [spot] : [];
}

function isLeaf({ node, draft }: Spot): boolean {
  if (isSecretDraft(draft)) return draft.isStored && node.kind === "secret";
  const isSingle = ["text", "number", "boolean", "enum", "datetime", "duration"].includes(node.kind);
  return isSingle && draft !== null && !isMismatchDraft(draft);
}

type Change = { readonly draft: Draft; readonly value: Json | undefined };

/** Another valid value; undefined where there is none. */
function changeOf({ node, draft, position }: Spot, isClear: boolean): Change | undefined {
  if (isSecretDraft(draft))
    return { draft: { ...draft, action: "replace", text: "typed anew" }, value: "typed anew" };
  // Clearing one way of a choice would leave the choice open, and clearing a row would remove it.
  const isField = /(^|\.)f\.\d+$/.test(position.name);
  if (isClear) return isField && !node.required ? { draft: null, value: undefined } : undefined;
  switch (node.kind) {
    case "text":
      return text(node.format === "uri" ? "https://example.org" : "typed anew: ü.b");
    case "datetime":
      return text("2027-01-31T00:00:00Z");
    case "boolean":
      return { draft: draft !== true, value: draft !== true };
    case "number":
      return { draft: "3", value: { number: "3" } };
    case "duration":
      return { draft: "61.50", value: { number: "61.50" } };
    case "enum": {
      const other = node.options.find((option) => option.json !== draft)?.json;
      return other === undefined ? undefined : { draft: other, value: JSON.parse(other) };
    }
    default:
      return undefined;
  }
}

function text(value: string): Change {
  return { draft: value, value };
}

/** The drafts with another one at a position ("f.0.rows.2.value"). */
function withDraft(drafts: readonly Draft[], name: string, draft: Draft): readonly Draft[] {
  const copy = JSON.parse(JSON.stringify({ f: drafts }));
  const steps = name.split(".");
  const last = steps.pop() ?? "";
  let place = copy;
  for (const step of steps) place = place[step];
  place[last] = draft;
  return copy.f;
}

function withValue(data: Json, [step, ...rest]: Spot["position"]["path"], value: Json | undefined): Json {
  if (isJsonArray(data) && typeof step === "number") {
    return data.with(step, rest.length === 0 ? (value ?? null) : withValue(data[step] ?? null, rest, value));
  }
  if (!isJsonObject(data) || typeof step !== "string")
    throw new Error("the path does not lead into the document");
  const next = new Map(data);
  if (rest.length > 0) next.set(step, withValue(data.get(step) ?? null, rest, value));
  else if (value === undefined) next.delete(step);
  else next.set(step, value);
  return next;
}
