// Models of Pydantic 1 and 2, with documents that the models themselves accepted or refused
// (scripts/make-pydantic-schemas.py).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import { completeNew } from "@/lib/forms/complete-new";
import type { Draft } from "@/lib/forms/draft";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { initialDraft, typedDraft } from "@/lib/forms/draft-from-data";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { emptyDraft, emptyDrafts } from "@/lib/forms/empty-draft";
import type { FormTree } from "@/lib/forms/field-node";
import { changeOf, leavesOf, withDraft, withValue } from "@/lib/forms/testing-leaves";
import { jsonNodesOf } from "@/lib/forms/testing-nodes";
import { asObject } from "@/lib/forms/testing-sample";
import { validateDraft } from "@/lib/forms/validate";
import { isJsonArray, isJsonObject, type Json, type JsonObject, parseJson, printJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import { maskData } from "@/lib/secrets/tree";

type Entry = {
  readonly name: string;
  readonly fields: JsonObject;
  readonly accepted: readonly JsonObject[];
  readonly dumped: readonly JsonObject[];
  readonly refused: readonly JsonObject[];
};

const text = readFileSync(new URL("../testing/fixtures/pydantic-schemas.json", import.meta.url), "utf8");
const corpus = listAt(new Map([["all", parseJson(text)]]), "all").map((entry): Entry => {
  const fields = entry.get("fields");
  return {
    name: `${String(entry.get("model"))}, Pydantic ${String(entry.get("pydantic"))}`,
    fields: isJsonObject(fields) ? fields : asObject({}),
    accepted: listAt(entry, "accepted"),
    dumped: listAt(entry, "dumped"),
    refused: listAt(entry, "refused"),
  };
});

function listAt(entry: JsonObject, key: string): readonly JsonObject[] {
  const items = entry.get(key);
  return isJsonArray(items) ? items.filter(isJsonObject) : [];
}

/** Fields that are free-form by nature: the model says that anything goes. */
const freeForm: Readonly<Record<string, string>> = {
  "Free/anything": "Any",
  "Free/object": "object",
  "Free/untyped/*": "dict without types",
  "Free/things/*": "list without types",
  "Free/parsed": "Pydantic 1 gives no type for JSON in a text",
  "Lists/objects/*/*": "Dict[str, Any]",
  "Dicts/free/*": "Dict[str, Any]",
  "ExtraKeys/open/~others/*": "extra keys of any kind",
  "OtherShapes/value": "JsonValue",
};

describe.each(corpus)("$name", ({ name, fields, accepted, dumped, refused }) => {
  const tree = compileForm(fields, {});
  const paths = secretPathsOf(fields);

  it("compiles to controls; only what is free-form by nature is a JSON editor", () => {
    const model = name.slice(0, name.indexOf(","));
    const found = jsonNodesOf(tree).map(({ path, node }) => ({
      path: `${model}/${path}`,
      reason: node.reason,
    }));
    expect(found.filter(({ path, reason }) => reason !== undefined || !(path in freeForm))).toEqual([]);
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it("shows real documents without a mismatch, and a save without a change changes nothing", () => {
    for (const document of [...accepted, ...dumped]) {
      const initial = initialDraft(tree, maskData(document, paths));
      expect(JSON.stringify(initial), printJson(document)).not.toContain("mismatch");
      expect(JSON.stringify(initial)).not.toContain("canary");
      const edit = editFromDraft(tree, initial, initialDraft(tree, maskData(document, paths)));
      expect(edit.entries).toEqual([]);
      expect(validateDraft(tree, initial, { initial, isNew: false })).toEqual([]);
    }
  });

  it("changes exactly one leaf of a real document when one is changed", () => {
    for (const document of dumped) {
      const initial = initialDraft(tree, maskData(document, paths));
      for (const leaf of leavesOf(tree, initial)) {
        const change = changeOf(leaf, false);
        if (!change) continue;
        const edit = editFromDraft(tree, initial, withDraft(initial, leaf.position.name, change.draft));
        const expected = withValue(document, leaf.position.path, change.value);
        expect(printJson(applyEdit(document, edit) ?? null)).toBe(printJson(expected));
        draftAfterEdit(tree, initial, edit, {});
      }
    }
  });

  it("takes what the model takes when somebody enters it, and stores the same", () => {
    // An empty text cannot be entered where one is required, nor an empty key.
    for (const document of [...accepted, ...dumped].filter((each) => !printJson(each).includes('""'))) {
      const typed = typeIn(tree, document);
      expect(messages(tree, typed), printJson(document)).toEqual([]);
      const edit = editFromDraft(tree, emptyDrafts(tree), typed);
      const stored = applyEdit(new Map(), edit);
      const completed = isJsonObject(stored) ? completeNew(tree.fields, undefined, stored) : new Map();
      expect(meaningOf(completed, document)).toEqual(meaningOf(document, document));
      expect(messages(tree, draftAfterEdit(tree, emptyDrafts(tree), edit, {}))).toEqual([]);
    }
  });

  it("refuses what the model refuses, with a message at a field", () => {
    for (const document of refused) {
      const typed = typeIn(tree, document);
      const faults = messages(tree, typed);
      const isMisfit = JSON.stringify(typed).includes("mismatch");
      expect(isMisfit || faults.length > 0, printJson(document)).toBe(true);
      for (const fault of faults) expect(fault).toMatch(/^[A-Z].*\.$/s);
    }
  });
});

it("covers at least sixty schemas of both versions", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  for (const version of ["Pydantic 1", "Pydantic 2", "Pydantic 2 raw"]) {
    expect(corpus.filter(({ name }) => name.endsWith(version)).length).toBeGreaterThan(15);
  }
});

/** As if every value had been entered by hand: no row comes from a stored one. */
function typeIn(tree: FormTree, document: JsonObject): readonly Draft[] {
  const drafts = tree.fields.map((field) => {
    const value = document.get(field.key);
    return value === undefined || field.kind === "const" ? emptyDraft(field) : typedDraft(field, value);
  });
  return JSON.parse(
    JSON.stringify(drafts).replace(/"from":(?:\d+|"(?:[^"\\]|\\.)*")(?=,"(?:key|value)":)/g, '"from":null'),
  );
}

function messages(tree: FormTree, drafts: readonly Draft[]): readonly string[] {
  return validateDraft(tree, drafts, { isNew: true }).map(({ message }) => message);
}

/** Without nulls and without what stands for a number or a set: `"1.50"` and `1.5` are the same decimal. */
function meaningOf(value: Json, shown: Json): unknown {
  if (isJsonArray(value)) return value.map((item) => meaningOf(item, shown));
  if (isJsonObject(value)) {
    const entries = [...value].filter(([key, item]) => item !== null && key !== "kind");
    return Object.fromEntries(entries.map(([key, item]) => [`.${key}`, meaningOf(item, shown)]).toSorted());
  }
  if (typeof value === "object" && value !== null && "number" in value) return Number(value.number);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? value : number;
}
