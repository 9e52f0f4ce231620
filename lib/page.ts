/** `limit` rows after the first `offset`. */
export type Page = { readonly limit: number; readonly offset: number };
