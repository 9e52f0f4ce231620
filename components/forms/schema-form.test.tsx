import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { createChoiceStore } from "@/components/forms/choice-store";
import { SchemaForm } from "@/components/forms/schema-form";
import { useBlockForm } from "@/components/forms/use-block-form";
import { catalog } from "@/lib/catalog";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import type { FormTree } from "@/lib/forms/field-node";
import {
  asObject,
  canary,
  createRandom,
  maskSample,
  randomDocument,
  sampleTree,
} from "@/lib/forms/testing-sample";

const ignore = () => {};

function TestForm({ tree, drafts }: { tree: FormTree; drafts: readonly Draft[] }) {
  const blockForm = useBlockForm({
    tree,
    initial: { name: "", f: drafts },
    isNew: true,
    idPrefix: "field-",
    references: { choices: createChoiceStore([]), types: {} },
  });
  return (
    <SchemaForm
      tree={tree}
      blockForm={blockForm}
      submit="Create"
      busy="Creating…"
      refused="Not created"
      isBusy={false}
      onSubmit={ignore}
      onCancel={ignore}
    >
      {null}
    </SchemaForm>
  );
}

function htmlOf(tree: FormTree, drafts: readonly Draft[]): string {
  return renderToString(<TestForm tree={tree} drafts={drafts} />);
}

/** The text of every label, as the page has it. */
function labelsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(?:label|span) id="field-f-\d+-label"[^>]*>([^<]*)</g)].map(
    ([, text = ""]) => text,
  );
}

describe("the HTML of a form, before any script runs", () => {
  test.each(catalog.map((entry) => [entry.slug, entry] as const))(
    "%s: every field stands there with its label, what is under Advanced included",
    (slug, entry) => {
      const tree = compileForm(asObject(entry.schema), fieldOverlays(slug));
      const shown = tree.fields.filter(({ kind }) => kind !== "const").map(({ label }) => label);
      expect(labelsOf(htmlOf(tree, emptyDrafts(tree)))).toEqual(shown);
    },
  );

  test("a label that belongs to one control names an input that is there", () => {
    const html = htmlOf(sampleTree, emptyDrafts(sampleTree));
    const targets = [...html.matchAll(/<label id="[^"]*" for="([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(5);
    for (const id of targets) expect(html).toMatch(new RegExp(`<(?:input|textarea|select)[^>]* id="${id}"`));
  });

  test("any stored document can be shown, and none of its secrets is in it", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const document = randomDocument(createRandom(seed));
      const html = htmlOf(sampleTree, initialDraft(sampleTree, maskSample(document)));
      expect(html).not.toContain(canary);
      expect(labelsOf(html)).toHaveLength(sampleTree.fields.filter(({ kind }) => kind !== "const").length);
    }
  });

  test("a stored secret is no input, and what is typed would not go into an address", () => {
    const html = htmlOf(sampleTree, initialDraft(sampleTree, maskSample(new Map([["key", canary]]))));
    expect(html).toMatch(/role="group" aria-labelledby="field-f-\d+-label"/);
    expect(html).toContain("Replace");
    const named = [...html.matchAll(/<(?:input|textarea|select)[^>]* name="/g)].map(([tag]) => tag);
    expect(named.filter((tag) => !tag.includes('type="radio"'))).toEqual([]);
  });
});
