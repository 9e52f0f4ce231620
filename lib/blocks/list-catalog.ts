import type { CatalogQuery } from "@/lib/blocks/catalog-query";
import type { BlockSchema, BlockType } from "@/lib/blocks/model";
import { shownCapabilities } from "@/lib/blocks/shown-capabilities";
import { categories } from "@/lib/catalog/define-block-type";
import { type CatalogTexts, catalogTexts } from "@/lib/catalog/overlay";
import { isJsonObject } from "@/lib/json";
import type { Deps } from "@/lib/store";

export type CatalogCard = Pick<CatalogTexts, "name" | "description" | "deprecated"> & {
  readonly slug: string;
  readonly capabilities: readonly string[];
  readonly blockCount: number;
  /** A type without a schema cannot have blocks yet. */
  readonly hasSchema: boolean;
  /** The field by which alone the search found the type. */
  readonly matchedField?: string;
};

export type CatalogView = {
  readonly total: number;
  readonly shown: number;
  /** Every capability that a type has, most frequent first, whatever the query. */
  readonly capabilities: readonly { readonly name: string; readonly count: number }[];
  /** By category; one group without a heading while a text is searched, best match first. */
  readonly groups: readonly { readonly heading: string | null; readonly cards: readonly CatalogCard[] }[];
  /** By name; these come last. */
  readonly deprecated: readonly CatalogCard[];
};

/** All block types that match, as the catalogue shows them: built-in ones and those that clients registered. */
export async function listCatalog({ store }: Pick<Deps, "store">, query: CatalogQuery): Promise<CatalogView> {
  const types = await store.blockTypes.list({});
  const schemas = await store.blockSchemas.latestOfTypes(types.map((type) => type.id));
  const counts = await store.blockDocuments.countByType();
  const schemaOf = new Map(schemas.map((schema) => [schema.blockTypeId, schema]));
  const entries = types.map((type) => toEntry(type, schemaOf.get(type.id), counts.get(type.id) ?? 0));

  const terms = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries
    .filter(({ card }) => query.capability === "" || card.capabilities.includes(query.capability))
    .flatMap((entry) => match(entry, terms) ?? [])
    .sort((a, b) => a.rank - b.rank || compareNames(a.card, b.card));
  const current = found.filter(({ card }) => !card.deprecated);

  return {
    total: entries.length,
    shown: found.length,
    capabilities: countCapabilities(entries),
    groups: terms.length > 0 ? asOneGroup(current) : byCategory(current),
    deprecated: found.filter(({ card }) => card.deprecated).map(({ card }) => card),
  };
}

type Entry = {
  readonly card: CatalogCard;
  readonly category: CatalogTexts["category"];
  readonly fields: readonly Field[];
};
type Field = { readonly key: string; readonly title: string };

function toEntry(type: BlockType, schema: BlockSchema | undefined, blockCount: number): Entry {
  const capabilities = shownCapabilities(schema?.capabilities);
  const { name, description, deprecated, category } = catalogTexts(type, capabilities);
  const card: CatalogCard = {
    slug: type.slug,
    name,
    description,
    capabilities,
    blockCount,
    hasSchema: schema !== undefined,
    ...(deprecated && { deprecated }),
  };
  return { card, category, fields: schema ? fieldsOf(schema) : [] };
}

function fieldsOf(schema: BlockSchema): readonly Field[] {
  const properties = schema.fields.get("properties");
  if (!isJsonObject(properties)) return [];
  return [...properties].map(([key, property]) => {
    const title = isJsonObject(property) ? property.get("title") : undefined;
    return { key, title: typeof title === "string" ? title : "" };
  });
}

type Match = { readonly rank: number; readonly field?: Field };

/** Every term must be found somewhere; the worst term decides the rank. */
function match(entry: Entry, terms: readonly string[]): (Entry & { readonly rank: number }) | undefined {
  const matches = terms.map((term) => matchTerm(entry, term));
  if (!matches.every((each) => each !== undefined)) return undefined;
  const rank = Math.max(0, ...matches.map((each) => each.rank));
  const field = matches.find((each) => each.field)?.field;
  return {
    ...entry,
    card: field ? { ...entry.card, matchedField: field.title || field.key } : entry.card,
    rank,
  };
}

/** Beginning of the name, name, slug, description, field: in this order. */
function matchTerm({ card, fields }: Entry, term: string): Match | undefined {
  if (card.name.toLowerCase().startsWith(term) || card.slug === term) return { rank: 0 };
  if (contains(card.name, term)) return { rank: 1 };
  if (contains(card.slug, term)) return { rank: 2 };
  if (contains(card.description, term)) return { rank: 3 };
  const field = fields.find(({ key, title }) => contains(key, term) || contains(title, term));
  return field && { rank: 4, field };
}

function contains(text: string, term: string): boolean {
  return text.toLowerCase().includes(term);
}

function compareNames(a: CatalogCard, b: CatalogCard): number {
  return a.name.localeCompare(b.name, "en") || (a.slug < b.slug ? -1 : 1);
}

function countCapabilities(entries: readonly Entry[]): CatalogView["capabilities"] {
  const counts = new Map<string, number>();
  for (const { card } of entries) {
    for (const name of card.capabilities) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function asOneGroup(found: readonly Entry[]): CatalogView["groups"] {
  return found.length === 0 ? [] : [{ heading: null, cards: found.map(({ card }) => card) }];
}

function byCategory(found: readonly Entry[]): CatalogView["groups"] {
  return categories.flatMap((category) => {
    const cards = found.filter((entry) => entry.category === category).map(({ card }) => card);
    return cards.length === 0 ? [] : [{ heading: category, cards }];
  });
}
