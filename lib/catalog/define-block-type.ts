// The built-in catalogue: one file per block type in types/, registered in index.ts, seeded at start (seed.ts).
// Structure is a fact of Prefect's classes and never changes here; every text is ours.
// Texts, groups, examples and logos lie over whatever schema is registered for a slug (overlay.ts).

import type { GlyphName } from "@/lib/catalog/glyphs";

/** User words for what a type is for; order = order of the catalogue. */
export const categories = [
  "Storage",
  "Infrastructure",
  "Credentials",
  "Databases",
  "Notifications",
  "Code",
  "Data",
  "Other",
] as const;
export type Category = (typeof categories)[number];

/** Logo tile families of the design language: one hue each. */
export type LogoFamily = "storage" | "infra" | "cred" | "secret" | "notify" | "data" | "source";

/** A property of a seeded schema: Pydantic 1 JSON Schema. Structure is Prefect's, `description` and `examples` are ours. */
export type PropertySchema = { readonly [keyword: string]: unknown };

/** Its description is the type's. */
export type SeededSchema = {
  readonly title: string;
  readonly type: "object";
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly secret_fields: readonly string[];
  /** Definitions of plain models and enumerations; other blocks are named by `references`. */
  readonly definitions?: Readonly<Record<string, PropertySchema>>;
};

/** What lies over a property in the UI, by property path ("env", "image_registry.username"). */
export type FieldOverlay = {
  /** Replaces the description as help text; plain text with `code`. Without it the seeded description is the help. */
  readonly help?: string;
  readonly example?: string;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly advanced?: boolean;
  /** Fields with a position come first among the common ones, in its order; the others follow as in the schema. */
  readonly position?: number;
  readonly language?: "json" | "yaml";
  /** How an absent value reads: "Not set (default: no limit)". */
  readonly defaultLabel?: string;
  /** "variable", "label", "volume": what one row is called. */
  readonly entryLabel?: string;
  /** Words for the branches of a union, in the schema's order. */
  readonly branches?: readonly { readonly label: string; readonly hint: string }[];
};

/** Texts, groups, examples and logo of a type: an overlay of the UI, by slug. What clients registered is never changed. */
export type CatalogEntry = {
  readonly slug: string;
  readonly name: string;
  readonly category: Category;
  /** One plain sentence or two. */
  readonly description: string;
  readonly capabilities: readonly string[];
  readonly isProtected: boolean;
  /** Present when the type should not be chosen for new work. */
  readonly deprecated?: {
    readonly successor?: { readonly name: string; readonly slug?: string };
    readonly note: string;
  };
  readonly logo: { readonly family: LogoFamily; readonly icon: GlyphName };
  /** A filled-in example as Python code, our own words. */
  readonly example: string;
  /** An extra remark of the type page with an optional snippet (e.g. flow code in the image). */
  readonly remark?: {
    readonly title: string;
    readonly text: string;
    readonly code?: string;
    readonly language?: "bash" | "json" | "yaml";
  };
  readonly documentationUrl: string | null;
  readonly schema: SeededSchema;
  /** Field -> slugs of the block types that it takes; checksums are computed. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  /** By property; by path ("aws_client_parameters.verify") inside plain models, whose descriptions are in `definitions`. */
  readonly fields: Readonly<Record<string, FieldOverlay>>;
  /** The Python class, when it can be imported: `from prefect.filesystems import S3`. */
  readonly pythonClass?: { readonly module: string; readonly name: string };
};

/** `Map`, where keys that are no property of the schema, and no path into one, have no possible value. */
type KnownKeys<Map, Properties> = Map & {
  readonly [Name in Exclude<keyof Map, keyof Properties | `${keyof Properties & string}.${string}`>]: never;
};

/** Identity with a check: the compiler holds every type file to the shape, and to the names of its own properties. */
export function defineBlockType<
  const Properties extends SeededSchema["properties"],
  const References extends CatalogEntry["references"],
  const Fields extends CatalogEntry["fields"],
>(
  entry: Omit<CatalogEntry, "schema" | "references" | "fields"> & {
    readonly schema: Omit<SeededSchema, "properties" | "required"> & {
      readonly properties: Properties;
      readonly required?: readonly NoInfer<keyof Properties & string>[];
    };
    readonly references: KnownKeys<References, Properties>;
    readonly fields: KnownKeys<Fields, Properties>;
  },
): CatalogEntry {
  return entry;
}
