import { readDeploymentUsers } from "@/lib/blocks/deployment-users";
import { isFiltered, type ListQuery, toBlockSearch, toDocumentSort } from "@/lib/blocks/list-query";
import type { BlockType, FoundDocument } from "@/lib/blocks/model";
import { shownCapabilities } from "@/lib/blocks/shown-capabilities";
import { catalogTexts } from "@/lib/catalog/overlay";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";

export const blocksPerPage = 50;

/** One block as the list shows it; nothing of its data. */
export type BlockRow = {
  readonly id: string;
  readonly name: string;
  readonly typeSlug: string;
  readonly typeName: string;
  readonly isDeprecated: boolean;
  readonly capabilities: readonly string[];
  /** How many blocks and deployments use it, and the names of the first few. */
  readonly usedBy: {
    readonly blocks: number;
    readonly deployments: number;
    readonly names: readonly string[];
  };
  readonly updated: { readonly iso: string; readonly age: string; readonly exact: string };
  /** False when the stored bytes cannot be decrypted or parsed: then the block can only be deleted. */
  readonly isReadable: boolean;
  /** Deleted blocks to which it referred, "s3/log-test", as long as nothing else was put in their places. */
  readonly lostBlocks: readonly string[];
};

export type BlockListView = {
  readonly query: ListQuery;
  /** All named blocks, and those that the query finds. */
  readonly total: number;
  readonly found: number;
  /** The page shown: the last one when the query asks for a later one. */
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly BlockRow[];
  /** What can be filtered by: types that have blocks, and every capability. */
  readonly types: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly capabilities: readonly string[];
};

const namesShown = 5;

/** One page of the configured blocks. The number of reads does not depend on the number of rows. */
export async function listBlocks(
  deps: Pick<Deps, "store" | "now">,
  query: ListQuery,
): Promise<BlockListView> {
  const { store } = deps;
  const search = toBlockSearch(query);
  const types = await typesWithBlocks(store, query.type);
  const total = types.reduce((sum, type) => sum + type.count, 0);
  const found = isFiltered(query) ? await store.blockDocuments.countSearch(search) : total;
  const pageCount = Math.max(1, Math.ceil(found / blocksPerPage));
  const page = Math.min(query.page, pageCount);
  const slice = { limit: blocksPerPage, offset: (page - 1) * blocksPerPage };
  const documents = await store.blockDocuments.search(search, toDocumentSort(query.sort), slice);
  return {
    query,
    total,
    found,
    page,
    pageCount,
    rows: await toRows(deps, documents),
    types,
    capabilities: await store.blockSchemas.capabilities(),
  };
}

/** By name; with the chosen one, though it may have no blocks (any more). */
async function typesWithBlocks(store: Store, chosenSlug: string): Promise<BlockListView["types"]> {
  const counts = await store.blockDocuments.countByType();
  const types = [...(await store.blockTypes.byIds([...counts.keys()]))];
  if (chosenSlug !== "" && !types.some((type) => type.slug === chosenSlug)) {
    const chosen = await store.blockTypes.bySlug(chosenSlug);
    if (chosen) types.push(chosen);
  }
  return types
    .map((type) => ({
      slug: type.slug,
      name: catalogTexts(type).name,
      count: counts.get(type.id) ?? 0,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.slug < b.slug ? -1 : 1));
}

async function toRows(
  { store, now }: Pick<Deps, "store" | "now">,
  documents: readonly FoundDocument[],
): Promise<readonly BlockRow[]> {
  const types = await store.blockTypes.byIds([...new Set(documents.map((document) => document.blockTypeId))]);
  const schemaIds = [...new Set(documents.map((document) => document.blockSchemaId))];
  const schemas = await store.blockSchemas.byIds(schemaIds);
  const ids = documents.map(({ id }) => id);
  const users = await usersOf(store, ids);
  const deployments = Map.groupBy(await readDeploymentUsers(store, ids), ({ blockId }) => blockId);
  const typeOf = new Map(types.map((type) => [type.id, type]));
  const capabilitiesOf = new Map(schemas.map((schema) => [schema.id, schema.capabilities]));
  const lost = await lostBlocksOf(store, documents);
  const at = now();
  return documents.flatMap((document) => {
    const type = typeOf.get(document.blockTypeId);
    // Deleted between the two reads, with its blocks.
    if (!type) return [];
    const blocks = users.get(document.id) ?? [];
    const titles = (deployments.get(document.id) ?? []).map(({ title }) => title);
    return [
      {
        id: document.id,
        name: document.name,
        ...typeWords(type),
        capabilities: shownCapabilities(capabilitiesOf.get(document.blockSchemaId)),
        usedBy: {
          blocks: blocks.length,
          deployments: titles.length,
          names: [...titles, ...blocks].slice(0, namesShown),
        },
        updated: {
          iso: toIsoTime(document.updated),
          age: formatAge(document.updated, at),
          exact: formatExactTime(document.updated),
        },
        isReadable: document.data !== null,
        lostBlocks: lost.get(document.id) ?? [],
      },
    ];
  });
}

function typeWords(type: BlockType): Pick<BlockRow, "typeSlug" | "typeName" | "isDeprecated"> {
  const { name, deprecated } = catalogTexts(type);
  return { typeSlug: type.slug, typeName: name, isDeprecated: deprecated !== undefined };
}

async function lostBlocksOf(
  store: Store,
  documents: readonly FoundDocument[],
): Promise<ReadonlyMap<BlockDocumentId, readonly string[]>> {
  const ids = documents.filter(({ hasReferences }) => hasReferences).map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await store.blockDocuments.lostReferencesFrom(ids);
  const byParent = Map.groupBy(rows, ({ parentId }) => parentId);
  return new Map(
    [...byParent].map(([id, own]) => [
      id,
      [...new Set(own.map(({ lost }) => `${lost.typeSlug}/${lost.name}`))],
    ]),
  );
}

/** Names of the blocks that refer to each of these, each block once. */
async function usersOf(
  store: Store,
  ids: readonly BlockDocumentId[],
): Promise<ReadonlyMap<BlockDocumentId, readonly string[]>> {
  const references = await store.blockDocuments.referencesTo(ids);
  const parentIds = [...new Set(references.map((reference) => reference.parentId))];
  const parents = await store.blockDocuments.byIds(parentIds);
  const nameOf = new Map(parents.map((parent) => [parent.id, parent.name]));
  const users = new Map<BlockDocumentId, Set<BlockDocumentId>>();
  for (const { childId, parentId } of references) {
    users.set(childId, (users.get(childId) ?? new Set()).add(parentId));
  }
  return new Map(
    [...users].map(([childId, own]) => [childId, [...own].map((id) => nameOf.get(id) ?? "").sort()]),
  );
}
