import { beforeAll, expect, it } from "vitest";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import { fillField } from "@/lib/blocks/testing-fill";
import { createByForm, openEdit, saveByForm, storedText } from "@/lib/blocks/testing-forms";
import { catalog, findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { seedCatalog } from "@/lib/catalog/seed";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
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
    if (node.kind !== "reference") return [node.key, fillField(node, canary)];
    const documentId = documents.get(node.blockTypeSlugs[0] ?? "");
    return [node.key, documentId === undefined ? null : { documentId }];
  });
  return createByForm(deps, slug, name, Object.fromEntries(changes));
}
