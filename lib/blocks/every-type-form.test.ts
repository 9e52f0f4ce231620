import { beforeAll, expect, it } from "vitest";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import type { Deps } from "@/lib/blocks/store";
import { createByForm, openEdit, saveByForm, storedText, typed } from "@/lib/blocks/testing-forms";
import { catalog, findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { seedCatalog } from "@/lib/catalog/seed";
import type { Draft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";
import type { BlockDocumentId } from "@/lib/ids";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-all-types";
let deps: Deps;

beforeAll(async () => {
  deps = (await openTestStore()).deps;
  await seedCatalog(deps);
});

it.each(catalog)(
  "$slug can be filled in completely, and saving it again without a change leaves every byte",
  async (entry) => {
    const id = await createFilled(entry, "filled");
    const text = await storedText(deps, id);
    const data = JSON.parse(text);
    const missing = Object.keys(entry.schema.properties).filter(
      (key) => !(key in data) && !(key in entry.references),
    );
    // The one field that allows a single value, and has it as default.
    expect(missing.filter((key) => key !== "type")).toEqual([]);
    expect(await saveByForm(deps, id, {})).toMatchObject({ isChanged: false });
    expect(await storedText(deps, id)).toBe(text);
    expect(JSON.stringify(await openEdit(deps, id))).not.toContain(canary);
  },
);

/** With every block that it takes, to any depth. */
async function createFilled({ slug, references }: CatalogEntry, name: string): Promise<BlockDocumentId> {
  const documents = new Map<string, BlockDocumentId>();
  for (const target of new Set(Object.values(references).flat())) {
    const entry = findCatalogEntry(target);
    if (entry) documents.set(target, await createFilled(entry, `for-${slug}-${name}`));
  }
  const { tree } = await readNewBlockForm(deps, { slug });
  const changes = tree.fields.map((node) => {
    if (node.kind !== "reference") return [node.key, fill(node)];
    const documentId = documents.get(node.blockTypeSlugs[0] ?? "");
    return [node.key, documentId === undefined ? null : { documentId }];
  });
  return createByForm(deps, slug, name, Object.fromEntries(changes));
}

function fill(node: FieldNode): Draft {
  switch (node.kind) {
    case "text":
      return node.format === "uri" ? "https://example.com/page" : `text of ${node.key}`;
    case "secret":
      return typed(`${canary} ${node.key}`);
    case "number":
      return node.integer ? "007" : "1.50";
    case "boolean":
      return node.defaultJson !== "true";
    case "enum":
      return node.options.at(-1)?.json ?? null;
    case "datetime":
      return "2026-05-03T14:30:00+02:00";
    case "duration":
      return "PT1H30M";
    case "tuple":
      return { rows: node.items.map((item) => ({ from: null, value: fill(item) })) };
    case "list":
      return { rows: ["a", "b"].map(() => ({ from: null, value: fill(node.item) })) };
    case "dict":
      return { rows: ["__proto__", "a.b/c"].map((key) => ({ from: null, key, value: fill(node.value) })) };
    case "union":
      return { branch: 0, drafts: node.branches.map((branch) => fill(branch.node)) };
    case "group":
      return { isSet: true, f: node.fields.map(fill) };
    case "json":
      return { text: node.expects === "array" ? '[{"op":"add"}]' : '{"a": 1.0}', language: "json" };
    case "const":
    case "recursive":
    case "reference":
      return null;
  }
}
