import type { Placeholder, SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Tables } from "@/db/tables";

/** A drizzle handle. Stores use its common subset only: select, insert, update, delete, returning; always awaited. */
export type Database = BetterSQLite3Database;

type Column = AnySQLiteColumn;

/** Where database engines differ. Stores never ask which engine they run on: what differs becomes a method here. */
export type Dialect = {
  readonly tables: Tables;
  /** For reads outside a transaction; sees committed rows only and refuses writes. */
  readonly reader: Database;
  /**
   * The only way to write. One body runs at a time; its writes are durable when the promise resolves and gone when it
   * rejects. @throws DomainError unavailable when the database is locked, full or closed.
   */
  transaction<T>(body: (writer: Database) => Promise<T>): Promise<T>;

  /** The column equals one of the values; any number of them, bound as one parameter. */
  isAnyOf(column: Column, values: readonly string[] | Placeholder): SQL;
  /** What a placeholder of `isAnyOf` is bound to. */
  toListParameter(values: readonly string[]): unknown;
  /** Case-insensitive "contains"; `%` and `_` are wildcards. */
  isLike(column: Column, pattern: string): SQL;
  /** Case-insensitive "contains" without wildcards. */
  contains(column: Column, text: string): SQL;
  /** The JSON list of texts in the column holds all of these values. */
  hasAll(column: Column, values: readonly string[]): SQL;

  isUniqueViolation(error: unknown): boolean;
  isForeignKeyViolation(error: unknown): boolean;
  /** Waits for the transactions under way, refuses later ones, closes the files. */
  close(): Promise<void>;
};
