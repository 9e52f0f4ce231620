import type { BlockDocumentSort, BlockSearch } from "@/lib/blocks/store";
import { type ListAddress, readPage, readParam, type SearchParams, toPath } from "@/lib/lists/list-address";

/** What the list of blocks shows: the state of the page, all of it in the URL. */
export type ListQuery = {
  readonly text: string;
  /** Slug of a block type; "" for any. */
  readonly type: string;
  /** "" for any. */
  readonly capability: string;
  readonly sort: ListSort;
  /** From 1. */
  readonly page: number;
};

/** Orders as the URL spells them; the first is the default. */
export const listSorts = [
  { value: "updated", label: "Last updated", sort: "updated_desc" },
  { value: "oldest", label: "Longest unchanged", sort: "updated_asc" },
  { value: "name", label: "Name, A to Z", sort: "name_asc" },
  { value: "name-desc", label: "Name, Z to A", sort: "name_desc" },
  { value: "type", label: "Type", sort: "type_and_name_asc" },
] as const satisfies readonly { value: string; label: string; sort: BlockDocumentSort }[];
export type ListSort = (typeof listSorts)[number]["value"];

/** Reads the URL; whatever makes no sense counts as absent, so a mistyped link still shows blocks. */
export function parseListQuery(params: SearchParams): ListQuery {
  const wanted = readParam(params, "sort");
  return {
    text: readParam(params, "q"),
    type: readParam(params, "type"),
    capability: readParam(params, "capability"),
    sort: listSorts.find(({ value }) => value === wanted)?.value ?? listSorts[0].value,
    page: readPage(params),
  };
}

/** The path of the list in this state; what is at its default is left out. */
export function toListPath({ text, type, capability, sort, page }: Partial<ListQuery>): string {
  const order = sort === listSorts[0].value ? undefined : sort;
  return toPath("/blocks", { q: text, type, capability, sort: order, page });
}

/** The list of blocks in the URL. */
export const blockListAddress: ListAddress<ListQuery> = { parse: parseListQuery, toPath: toListPath };

/** True when the list shows less than all blocks. */
export function isFiltered(query: ListQuery): boolean {
  return query.text !== "" || query.type !== "" || query.capability !== "";
}

/** The same in the words of the store. */
export function toBlockSearch(query: ListQuery): BlockSearch {
  return {
    ...(query.text !== "" && { text: query.text }),
    ...(query.type !== "" && { typeSlugs: [query.type] }),
    ...(query.capability !== "" && { capability: query.capability }),
  };
}

export function toDocumentSort(sort: ListSort): BlockDocumentSort {
  return (listSorts.find(({ value }) => value === sort) ?? listSorts[0]).sort;
}
