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

export type SeededSchema = {
  readonly title: string;
  readonly description: string;
  readonly type: "object";
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly secret_fields: readonly string[];
  /** Definitions of plain models and enumerations; other blocks are named by `references`. */
  readonly definitions?: Readonly<Record<string, PropertySchema>>;
};

/** What lies over a property in the UI, by property path ("env", "image_registry.username"). */
export type FieldOverlay = {
  /** Replaces the description as help text; plain text with `code`. */
  readonly help?: string;
  readonly example?: string;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly advanced?: boolean;
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
  /** `icon` is a simple-icons slug (bundled at build time) or the name of one of our pictograms (logos.ts). */
  readonly logo: { readonly family: LogoFamily; readonly icon: string };
  /** A filled-in example as Python code, our own words. */
  readonly example: string;
  /** An extra remark of the type page with an optional snippet (e.g. flow code in the image). */
  readonly remark?: {
    readonly title: string;
    readonly text: string;
    readonly code?: string;
    readonly language?: string;
  };
  readonly documentationUrl: string | null;
  readonly schema: SeededSchema;
  /** Field -> slugs of the block types that it takes; checksums are computed. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly fields: Readonly<Record<string, FieldOverlay>>;
  /** The Python class, when it can be imported: `from prefect.filesystems import S3`. */
  readonly pythonClass?: { readonly module: string; readonly name: string };
};

/** Identity with a check: the compiler holds every type file to the shape. */
export function defineBlockType<const Entry extends CatalogEntry>(entry: Entry): CatalogEntry {
  return entry;
}
