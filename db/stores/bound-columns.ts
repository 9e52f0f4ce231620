import "server-only";
import { type SQL, sql, type Table } from "drizzle-orm";

/** A placeholder per column of a table, named like its key: what a prepared insert or update writes. */
export function bindColumns<Columns extends Table["_"]["columns"]>(
  columns: Columns,
): { readonly [Key in keyof Columns]: SQL } {
  const bound = Object.entries(columns).map(([key, column]) => [
    key,
    sql`${sql.param(sql.placeholder(key), column)}`,
  ]);
  return Object.fromEntries(bound); // the keys of the columns, each with its placeholder
}
