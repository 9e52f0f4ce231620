import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import type { Draft, FormDraft, TextLanguage } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { isMismatchDraft, isSecretDraft } from "@/lib/forms/draft-shape";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { fieldPosition } from "@/lib/forms/field-issue";
import type { FormTree } from "@/lib/forms/field-node";
import { parseJsonText } from "@/lib/forms/json-text";
import { printYaml } from "@/lib/forms/print-yaml";
import { settleViews } from "@/lib/forms/settle-views";
import {
  asObject,
  canary,
  createRandom,
  maskSample,
  type Random,
  randomDocument,
  randomJson,
  sampleTree,
} from "@/lib/forms/testing-sample";
import { openView, openWhole } from "@/lib/forms/text-view";
import { viewFields } from "@/lib/forms/view-json";
import { createYamlLocator, parseYamlText } from "@/lib/forms/yaml-text";
import { isJsonObject, type Json, type JsonObject, printJson, printJsonPretty } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

const context = {
  parsers: { yaml: parseYamlText, createYamlLocator },
  blocks: { titleOf: () => undefined, idOf: () => undefined },
};
const languages: readonly TextLanguage[] = ["json", "yaml"];

function settled(tree: FormTree, form: FormDraft): readonly Draft[] {
  const { draft, faults } = settleViews(tree, form, context);
  expect(faults).toEqual([]);
  return draft.f;
}

/** All fields as text, rewritten by a person who changes nothing of what it says. */
function throughWhole(tree: FormTree, f: readonly Draft[], language: TextLanguage): readonly Draft[] {
  const opened = openWhole(tree, f, language, context);
  if (!opened.ok) throw new Error(opened.unshowable.message);
  expect(opened.value.text).not.toContain(canary);
  const text = language === "yaml" ? `# seen\n${opened.value.text}` : ` ${opened.value.text}\n`;
  return settled(tree, { name: "", f, whole: { ...opened.value, text } });
}

/** Every field as a text of its own. */
function throughViews(tree: FormTree, f: readonly Draft[], language: TextLanguage): readonly Draft[] {
  const views = tree.fields.map((node, index) => {
    const opened = openView(node, f[index] ?? null, language, fieldPosition(undefined, index, node), context);
    if (!opened.ok) throw new Error(opened.unshowable.message);
    return { ...opened.value, text: `${opened.value.text}\n` };
  });
  return settled(tree, { name: "", f: views });
}

describe("a text that says the same", () => {
  it.each(languages)("is the draft that it was printed from, whatever is stored (%s)", (language) => {
    for (let seed = 0; seed < 200; seed += 1) {
      const f = initialDraft(sampleTree, maskSample(randomDocument(createRandom(seed))));
      expect(throughWhole(sampleTree, f, language), `seed ${seed}`).toEqual(f);
      expect(throughViews(sampleTree, f, language), `seed ${seed}`).toEqual(f);
    }
  });

  it.each(catalog.map((entry) => [entry.slug, entry] as const))("of %s too", (slug, entry) => {
    const tree = compileForm(asObject(entry.schema), fieldOverlays(slug));
    for (let seed = 0; seed < 20; seed += 1) {
      const random = createRandom(seed);
      const stored = new Map(
        tree.fields.filter(() => random(3) > 0).map((field) => [field.key, randomJson(random, 3)]),
      );
      const f = initialDraft(tree, stored);
      for (const language of languages) expect(throughWhole(tree, f, language), `seed ${seed}`).toEqual(f);
    }
  });
});

/** One leaf of a value, changed into another of its kind; undefined where there is none to change. */
function changeLeaf(random: Random, json: Json, path: readonly (string | number)[]): Changed | undefined {
  if (typeof json === "string") return json === MASK ? undefined : { json: `${json}x`, path };
  if (typeof json === "boolean") return { json: !json, path };
  if (json === null) return undefined;
  if (isJsonObject(json)) {
    const keys = [...json.keys()];
    const key = keys[random(Math.max(1, keys.length))];
    const inner = key === undefined ? undefined : changeLeaf(random, json.get(key) ?? null, [...path, key]);
    return inner && key !== undefined ? { ...inner, json: new Map([...json, [key, inner.json]]) } : undefined;
  }
  if ("number" in json) return { json: { number: json.number === "7" ? "8" : "7" }, path };
  const index = random(Math.max(1, json.length));
  const inner = changeLeaf(random, json[index] ?? null, [...path, index]);
  return inner && { ...inner, json: json.with(index, inner.json) };
}
type Changed = { readonly json: Json; readonly path: readonly (string | number)[] };

function valueAt(json: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (isJsonObject(value)) return typeof step === "string" ? value.get(step) : undefined;
    return Array.isArray(value) && typeof step === "number" ? value[step] : undefined;
  }, json);
}

function withValue(json: Json, path: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isJsonObject(json) && typeof step === "string") {
    return new Map([...json, [step, withValue(json.get(step) ?? null, rest, value)]]);
  }
  if (!Array.isArray(json) || typeof step !== "number") throw new Error("no such place");
  return json.with(step, withValue(json[step], rest, value));
}

describe("one leaf changed in the text", () => {
  it.each(languages)("is the one leaf that changes in what is stored (%s)", (language) => {
    let changes = 0;
    for (let seed = 0; seed < 600; seed += 1) {
      const random = createRandom(seed);
      const stored = randomDocument(random);
      const initial = initialDraft(sampleTree, maskSample(stored));
      const before = viewFields(sampleTree.fields, initial, undefined, context);
      const changed = changeLeaf(random, before, []);
      const key = changed?.path[0];
      // A fixed value cannot be changed, and what does not match its field has to be replaced by what does.
      const index = sampleTree.fields.findIndex((field) => field.key === key);
      const isFixed = changed?.path.at(-1) === "kind" || changed?.path.at(-1) === "type";
      if (!changed || isFixed || hasMismatch(initial[index])) continue;
      const after = applied(stored, initial, changed.json, language);
      if (after === undefined) continue;
      changes += 1;
      const value = valueAt(changed.json, changed.path) ?? null;
      expect(printJson(after), `seed ${seed} ${changed.path}`).toBe(
        printJson(withValue(stored, changed.path, value)),
      );
    }
    expect(changes).toBeGreaterThan(200);
  });

  function applied(
    stored: JsonObject,
    initial: readonly Draft[],
    json: Json,
    language: TextLanguage,
  ): Json | undefined {
    const text = language === "yaml" ? printYaml(json) : printJsonPretty(json);
    const form = { name: "", f: initial, whole: { view: language, text, opened: "" } };
    const { draft, faults } = settleViews(sampleTree, form, context);
    expect(faults, text).toEqual([]);
    // Left to the validation: a leaf that fits its field no more.
    if (draft.f.some((part, index) => hasMismatch(part) && !hasMismatch(initial[index]))) return undefined;
    return applyEdit(stored, editFromDraft(sampleTree, initial, draft.f, context.parsers));
  }
});

function hasMismatch(draft: unknown): boolean {
  if (typeof draft !== "object" || draft === null) return false;
  return "mismatch" in draft || Object.values(draft).some(hasMismatch);
}

it("the text of a form never holds a secret, stored or typed", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const f = initialDraft(sampleTree, maskSample(randomDocument(createRandom(seed)))).map((draft) =>
      isSecretDraft(draft) && !isMismatchDraft(draft)
        ? { ...draft, action: "replace" as const, text: `${canary}-typed` }
        : draft,
    );
    const opened = openWhole(sampleTree, f, "json", context);
    expect(opened.ok && opened.value.text).toContain(MASK);
    expect(opened.ok && opened.value.text).not.toContain(canary);
    expect(opened.ok && parseJsonText(opened.value.text).ok).toBe(true);
  }
});
