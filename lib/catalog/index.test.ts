import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeChecksum } from "@/lib/blocks/checksum";
import { catalog, findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry, PropertySchema } from "@/lib/catalog/define-block-type";
import { fieldOverlays, propertyPaths } from "@/lib/catalog/overlay";
import { toSubmittedFields } from "@/lib/catalog/submitted-fields";
import { compileForm } from "@/lib/forms/compile";
import { isJsonArray, isJsonObject, type Json, type JsonObject, printJson, toJson } from "@/lib/json";
import structure from "@/lib/testing/fixtures/catalog-structure.json";

const named = catalog.map((entry) => [entry.slug, entry] as const);

/** Without prose and without checksums, which depend on prose. Names of properties and definitions stay. */
function bareSchema(schema: Json): Json {
  if (isJsonArray(schema)) return schema.map(bareSchema);
  if (!isJsonObject(schema)) return schema;
  const prose = new Set(["description", "examples", "block_schema_checksum"]);
  const kept = [...schema].filter(([keyword]) => !prose.has(keyword));
  return new Map(
    kept.map(([keyword, value]) => {
      const isNameMap = keyword === "properties" || keyword === "definitions";
      if (!isNameMap || !isJsonObject(value)) return [keyword, bareSchema(value)];
      const named = [...value].map(([name, item]) => [name, bareSchema(item)] as const);
      // The order of properties is that of a form; the order of definitions means nothing.
      return [
        keyword,
        new Map(keyword === "properties" ? named : named.sort(([a], [b]) => (a < b ? -1 : 1))),
      ];
    }),
  );
}

/** Every text of an entry that a person may read. */
function textsOf(entry: CatalogEntry): readonly string[] {
  const fields = Object.values(fieldOverlays(entry.slug));
  const hints = fields.flatMap(({ branches = [] }) => branches.flatMap(({ label, hint }) => [label, hint]));
  return [
    entry.description,
    entry.deprecated?.note ?? "",
    entry.remark?.title ?? "",
    entry.remark?.text ?? "",
    ...fields.map(({ help = "" }) => help),
    ...fields.map(({ defaultLabel = "" }) => defaultLabel),
    ...hints,
  ].filter((text) => text !== "");
}

describe("the registry", () => {
  it("knows every file of types/, under its slug", () => {
    const files = readdirSync(new URL("./types", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
    expect(catalog.map((entry) => entry.slug).sort()).toEqual(files.sort());
  });

  it("finds an entry by slug, and nothing for an unknown one", () => {
    expect(findCatalogEntry("s3")?.name).toBe("S3");
    expect(findCatalogEntry("s3-bucke")).toBeUndefined();
    expect(findCatalogEntry("constructor")).toBeUndefined();
  });

  it("lists a type after those that it refers to", () => {
    const slugs = catalog.map((entry) => entry.slug);
    for (const [index, entry] of catalog.entries()) {
      for (const child of Object.values(entry.references).flat()) {
        expect(slugs.slice(0, index)).toContain(child);
      }
    }
  });
});

describe.each(named)("%s", (slug, entry) => {
  const fields = toSubmittedFields(entry);

  it("has the structure of the type that clients know, down to the order of keys", () => {
    const expected = new Map(Object.entries(structure)).get(slug);
    expect(expected).toBeDefined();
    const actual = new Map<string, Json>([
      ["name", entry.name],
      ["slug", entry.slug],
      ["is_protected", entry.isProtected],
      ["capabilities", entry.capabilities],
      ["fields", bareSchema(fields)],
    ]);
    expect(printJson(actual)).toBe(printJson(toJson(expected)));
  });

  it("explains every property in words of its own", () => {
    const overlays = fieldOverlays(slug);
    expect(Object.keys(overlays)).toEqual(expect.arrayContaining(Object.keys(entry.schema.properties)));
    for (const [name, { help = "" }] of Object.entries(overlays)) {
      expect(help, name).toMatch(/^[A-Z].*\.$/);
      expect(help.length, name).toBeGreaterThan(30);
    }
  });

  it("has texts that are plain: no Markdown but code, no HTML, no class docstrings, no alarm", () => {
    for (const text of textsOf(entry)) {
      const words = text.replaceAll(/`[^`]+`/g, "");
      expect(words).not.toMatch(/[*_#<>[\]]|&\w+;|\n|`/);
      expect(words).not.toMatch(/an enumeration|deprecat|warning:|please|sorry|oops|!/i);
    }
    expect(entry.description).not.toContain("`");
    // Two lines of a card.
    expect(entry.description.length).toBeLessThanOrEqual(90);
  });

  it("does not offer real-looking secrets in its examples", () => {
    expect(entry.example).not.toMatch(/password|AKIA|overwrite|\.save\(/);
    expect(entry.example).toContain(`import ${entry.pythonClass?.name}`);
    expect(entry.example).toContain(`${entry.pythonClass?.name}.load(`);
  });

  it("names a successor that the catalogue has where the type has been superseded", () => {
    if (!entry.deprecated) return;
    const { note, successor } = entry.deprecated;
    expect(note).toContain("works with every 2.x client");
    expect(note).toContain(successor?.name);
    // What replaces it in 3.x need not be a block.
    if (successor?.slug) expect(findCatalogEntry(successor.slug)?.name).toBe(successor.name);
  });

  it("puts required fields among the common ones", () => {
    for (const name of entry.schema.required ?? []) expect(entry.fields[name]?.advanced).not.toBe(true);
  });

  it("makes a form without any construct that the compiler does not know", () => {
    const nodes = compileForm(fields, fieldOverlays(slug)).fields;
    expect(nodes.map(({ key }) => key).sort()).toEqual(Object.keys(entry.schema.properties).sort());
    expect(JSON.stringify(nodes)).not.toContain('"reason"');
  });

  it("has words for each branch of a union", () => {
    const properties = new Map(propertyPaths(entry));
    for (const [path, { branches }] of Object.entries(entry.fields)) {
      if (branches) expect(branches, path).toHaveLength(unionOf(properties.get(path)).length);
    }
  });
});

function unionOf(property: PropertySchema | undefined): readonly unknown[] {
  const union = property?.["anyOf"];
  return Array.isArray(union) ? union : [];
}

describe("references", () => {
  const dockerContainer = requireFields("docker-container");

  it("carry the computed checksum of the type they name, also where the child is nested as a definition", () => {
    const references = dockerContainer.get("block_schema_references");
    const reference = isJsonObject(references) ? references.get("image_registry") : undefined;
    const checksum = isJsonObject(reference) ? reference.get("block_schema_checksum") : undefined;
    expect(checksum).toBe(computeChecksum(requireFields("docker-registry")));
    const definitions = dockerContainer.get("definitions");
    const child = isJsonObject(definitions) ? definitions.get("DockerRegistry") : undefined;
    expect(isJsonObject(child) && computeChecksum(child)).toBe(checksum);
  });

  it("change the parent's checksum only through the child's checksum", () => {
    const withoutReference = new Map(dockerContainer).set("block_schema_references", new Map());
    expect(computeChecksum(withoutReference)).not.toBe(computeChecksum(dockerContainer));
  });
});

function requireFields(slug: string): JsonObject {
  const entry = findCatalogEntry(slug);
  if (!entry) throw new Error(`no ${slug}`);
  return toSubmittedFields(entry);
}

it("marks exactly the superseded types", () => {
  const superseded = catalog.filter((entry) => entry.deprecated).map((entry) => entry.slug);
  expect(superseded).toEqual([
    "s3",
    "azure",
    "gcs",
    "github",
    "docker-registry",
    "ecs-task",
    "azure-container-instance-job",
    "cloud-run-job",
    "vertex-ai-custom-training-job",
    "database-credentials",
  ]);
});
