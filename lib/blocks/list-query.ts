import type { BlockDocumentSort, BlockSearch } from "@/lib/blocks/store";

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

/** Longer texts are cut: nothing has such a name, and every row is compared with it. */
const maxTextLength = 300;
const maxPage = 1_000_000;

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the URL; whatever makes no sense counts as absent, so a mistyped link still shows blocks. */
export function parseListQuery(params: SearchParams): ListQuery {
  const read = (name: string) => {
    const value = params[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).trim().slice(0, maxTextLength);
  };
  const sort = listSorts.find(({ value }) => value === read("sort"))?.value ?? listSorts[0].value;
  const page = /^\d{1,7}$/.test(read("page")) ? Number(read("page")) : 1;
  return {
    text: read("q"),
    type: read("type"),
    capability: read("capability"),
    sort,
    page: Math.min(Math.max(page, 1), maxPage),
  };
}

/** The path of the list in this state; what is at its default is left out. */
export function toListPath(query: Partial<ListQuery>): string {
  const params = new URLSearchParams();
  if (query.text) params.set("q", query.text);
  if (query.type) params.set("type", query.type);
  if (query.capability) params.set("capability", query.capability);
  if (query.sort && query.sort !== listSorts[0].value) params.set("sort", query.sort);
  if (query.page && query.page > 1) params.set("page", String(query.page));
  const text = params.toString();
  return text === "" ? "/blocks" : `/blocks?${text}`;
}

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
