/** What a person looks for in the catalogue: the state of the page, all of it in the URL. Empty texts are no condition. */
export type CatalogQuery = { readonly text: string; readonly capability: string };

/** Longer texts are cut: every type is compared with it. */
const maxTextLength = 300;

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function parseCatalogQuery(params: SearchParams): CatalogQuery {
  const read = (name: string) => {
    const value = params[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).trim().slice(0, maxTextLength);
  };
  return { text: read("q"), capability: read("capability") };
}

/** The path of the catalogue in this state; empty conditions are left out. */
export function toCatalogPath({ text = "", capability = "" }: Partial<CatalogQuery>): string {
  const params = new URLSearchParams();
  if (capability !== "") params.set("capability", capability);
  if (text !== "") params.set("q", text);
  const query = params.toString();
  return query === "" ? "/blocks/catalog" : `/blocks/catalog?${query}`;
}
