import { beforeAll, describe, expect, it } from "vitest";
import { createBlockSchema } from "@/lib/blocks/create-block-schema";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import { fillField } from "@/lib/blocks/testing-fill";
import { createByForm, openEdit, saveByForm, stored, storedText } from "@/lib/blocks/testing-forms";
import { seedCatalog } from "@/lib/catalog/seed";
import { printJson, toJson } from "@/lib/json";
import type { Deps } from "@/lib/store";
import realSchemas from "@/lib/testing/fixtures/real-schemas.json";
import { openTestStore } from "@/lib/testing/template-db";

/** Structures that only 3.x clients register, and that the built-in catalogue therefore does not have. */
const known = new Set(
  realSchemas.filter(({ server }) => server.startsWith("2.")).map(({ fields }) => shapeOf(fields)),
);
const ofNewerClients = realSchemas.filter(
  ({ server, fields }) => server.startsWith("3.") && !known.has(shapeOf(fields)),
);
const canary = "canary-registered";
let deps: Deps;

beforeAll(async () => {
  deps = (await openTestStore()).deps;
  await seedCatalog(deps);
});

it("there are 14 structures that the catalogue does not have", () => {
  expect(ofNewerClients.map(({ slug }) => slug)).toHaveLength(14);
});

describe.each(ofNewerClients.map((schema) => [schema.slug, schema] as const))(
  "the schema of %s that a 3.x client registers",
  (slug, { fields, capabilities }) => {
    it("serves new blocks, with our texts, can be filled in completely and is saved byte for byte", async () => {
      const before = await readNewBlockForm(deps, { slug });
      const type = await deps.store.blockTypes.bySlug(slug);
      const json = toJson(fields);
      if (!type || !(json instanceof Map)) throw new Error(`there is no type ${slug}`);
      const { schema, isNew } = await createBlockSchema(deps, {
        fields: json,
        blockTypeId: type.id,
        capabilities,
        version: "3.9.1",
      });
      expect(isNew).toBe(true);

      const form = await readNewBlockForm(deps, { slug });
      expect(form.schemaId).toBe(schema.id);
      expect(form.schemaId).not.toBe(before.schemaId);
      expect(JSON.stringify(form.tree)).not.toContain('"reason"');
      const help = new Map(before.tree.fields.map((node) => [node.key, node.help]));
      for (const node of form.tree.fields) expect(node.help).toBe(help.get(node.key) ?? "");

      const changes = form.tree.fields.map((node) => [node.key, fillField(node, canary)]);
      const id = await createByForm(deps, slug, "filled", Object.fromEntries(changes));
      const text = await storedText(deps, id);
      expect((await stored(deps, id)).blockSchemaId).toBe(schema.id);
      expect(await saveByForm(deps, id, {})).toMatchObject({ isChanged: false });
      expect(await storedText(deps, id)).toBe(text);
      expect(JSON.stringify(await openEdit(deps, id))).not.toContain(canary);
    });
  },
);

/** Whatever the order of keys. */
function shapeOf(fields: object): string {
  return printJson(sorted(toJson(fields)));
}

function sorted(json: ReturnType<typeof toJson>): ReturnType<typeof toJson> {
  if (Array.isArray(json)) return json.map(sorted);
  if (!(json instanceof Map)) return json;
  const entries = [...json].map(([key, value]) => [key, sorted(value)] as const);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
