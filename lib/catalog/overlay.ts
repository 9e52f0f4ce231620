import type { BlockType } from "@/lib/blocks/model";
import { findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry, Category, FieldOverlay, PropertySchema } from "@/lib/catalog/define-block-type";
import { codeOf, plainText, splitDeprecation, withoutDeprecation } from "@/lib/catalog/plain-text";
import { parseProse } from "@/lib/markdown/parse-prose";
import type { Prose } from "@/lib/markdown/prose";

/** How a type reads in the UI: our words where we have some, else what a client registered, reduced to plain text. */
export type CatalogTexts = Pick<CatalogEntry, "name" | "description" | "category"> &
  Pick<CatalogEntry, "deprecated" | "remark" | "pythonClass" | "documentationUrl"> & {
    /** Python code; "" when there is none. */
    readonly example: string;
  };

type RegisteredTexts = Pick<BlockType, "slug" | "name" | "description" | "codeExample" | "documentationUrl">;

/** Capabilities, of the newest schema, place an unknown type in a category. */
export function catalogTexts(type: RegisteredTexts, capabilities: readonly string[] = []): CatalogTexts {
  const entry = findCatalogEntry(type.slug);
  if (!entry) return registeredTexts(type, capabilities);
  const { name, description, category, documentationUrl, example, deprecated, remark, pythonClass } = entry;
  return {
    name,
    description,
    category,
    documentationUrl,
    example,
    ...(deprecated && { deprecated }),
    ...(remark && { remark }),
    ...(pythonClass && { pythonClass }),
  };
}

type Described = ReturnType<typeof splitDeprecation>;
// The store answers the same object as long as a type does not change, and lists ask for every type at each request.
const described = new WeakMap<RegisteredTexts, Described>();

function descriptionOf(type: RegisteredTexts): Described {
  const known = described.get(type) ?? splitDeprecation(plainText(type.description ?? ""));
  described.set(type, known);
  return known;
}

function registeredTexts(type: RegisteredTexts, capabilities: readonly string[]): CatalogTexts {
  const { text, isDeprecated, successor } = descriptionOf(type);
  return {
    name: type.name,
    description: text,
    category: categoryOf(capabilities),
    documentationUrl: type.documentationUrl,
    example: codeOf(type.codeExample ?? ""),
    ...(isDeprecated && {
      deprecated: {
        ...(successor !== undefined && { successor: { name: successor } }),
        note: "Whoever registered this type marks it as deprecated. It works with clients that still have its class.",
      },
    }),
  };
}

/** The whole description of a type that a client registered; empty for those that we describe in a sentence. */
export function registeredProse({ slug, description }: RegisteredTexts): Prose {
  return findCatalogEntry(slug) ? [] : parseProse(withoutDeprecation(description ?? ""));
}

const categoryByCapability: readonly (readonly [capability: string, category: Category])[] = [
  ["run-infrastructure", "Infrastructure"],
  ["get-directory", "Storage"],
  ["write-path", "Storage"],
  ["read-path", "Storage"],
  ["notify", "Notifications"],
  ["docker-login", "Credentials"],
];

function categoryOf(capabilities: readonly string[]): Category {
  return categoryByCapability.find(([capability]) => capabilities.includes(capability))?.[1] ?? "Other";
}

/**
 * What lies over the fields of a type, by property path. Help and examples are those of our own schema, so they stay
 * ours when a client registers its texts. Empty for unknown types.
 */
export function fieldOverlays(slug: string): Readonly<Record<string, FieldOverlay>> {
  const entry = findCatalogEntry(slug);
  if (!entry) return {};
  const own = propertyPaths(entry).map(
    ([path, property]) => [path, { ...textsOf(property), ...entry.fields[path] }] as const,
  );
  const nested = Object.entries(entry.references).flatMap(([field, slugs]) =>
    slugs.length === 1 ? slugs.flatMap((child) => nestedOverlays(field, child)) : [],
  );
  // A field may take a plain model beside the block: what the type itself says of a path counts.
  return Object.fromEntries([...nested, ...own]);
}

function nestedOverlays(field: string, slug: string): readonly (readonly [string, FieldOverlay])[] {
  return Object.entries(fieldOverlays(slug)).map(([path, overlay]) => [`${field}.${path}`, overlay]);
}

type NamedProperty = readonly [path: string, property: PropertySchema];

/** Every property of a type, and of the plain models in it, by its path. */
export function propertyPaths({ schema }: CatalogEntry): readonly NamedProperty[] {
  const { definitions = {} } = schema;
  const below = (prefix: string, properties: object, entered: readonly string[]): readonly NamedProperty[] =>
    Object.entries(properties).flatMap(([name, property]) => [
      [`${prefix}${name}`, property] as const,
      ...modelsOf(property)
        .filter((model) => !entered.includes(model))
        .flatMap((model) => {
          const inner = definitions[model]?.["properties"];
          return isObject(inner) ? below(`${prefix}${name}.`, inner, [...entered, model]) : [];
        }),
    ]);
  return below("", schema.properties, []);
}

/** The definitions that a property is made of, or may be made of. */
function modelsOf(property: PropertySchema): readonly string[] {
  const parts = ["allOf", "anyOf"].flatMap((keyword) => property[keyword] ?? []);
  return [property, ...parts].flatMap((part) => {
    const target = isObject(part) ? part["$ref"] : undefined;
    return typeof target === "string" ? target.replace("#/definitions/", "") : [];
  });
}

function isObject(value: unknown): value is PropertySchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf({ description, examples }: PropertySchema): FieldOverlay {
  const [example] = Array.isArray(examples) ? examples : [];
  return {
    ...(typeof description === "string" && { help: description }),
    ...(example !== undefined && {
      example: typeof example === "string" ? example : JSON.stringify(example),
    }),
  };
}
