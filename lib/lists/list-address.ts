// The state of a list (search, filters, order, page) stands in its URL. Each list says how to read and write its own.

/** The query of a URL, as Next gives it. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export type ListAddress<Query> = {
  /** Whatever makes no sense counts as absent, so that a mistyped link still shows the list. */
  readonly parse: (params: SearchParams) => Query;
  /** Path and query; what is at its default is left out. */
  readonly toPath: (query: Query) => string;
};

/** Longer texts are cut: nothing has such a name, and every row is compared with it. */
const maxTextLength = 300;
const maxPage = 1_000_000;

/** The first value of a parameter, "" when there is none. */
export function readParam(params: SearchParams, name: string): string {
  const value = params[name];
  return (typeof value === "string" ? value : (value?.[0] ?? "")).trim().slice(0, maxTextLength);
}

/** The page asked for, from 1. */
export function readPage(params: SearchParams): number {
  const text = readParam(params, "page");
  return Math.min(Math.max(/^\d{1,7}$/.test(text) ? Number(text) : 1, 1), maxPage);
}

/** `path` with these parameters; empty ones are left out, and so is the first page. */
export function toPath(path: string, params: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value && !(name === "page" && value === 1)) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** One page of a list of `found` rows: the last one when a later one is asked for. */
export function pageOf(
  found: number,
  perPage: number,
  wanted: number,
): { page: number; pageCount: number; slice: { limit: number; offset: number } } {
  const pageCount = Math.max(1, Math.ceil(found / perPage));
  const page = Math.min(wanted, pageCount);
  return { page, pageCount, slice: { limit: perPage, offset: (page - 1) * perPage } };
}
