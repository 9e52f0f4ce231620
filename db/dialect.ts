import type { Column, GetColumnData, Placeholder, SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Tables } from "@/db/tables";

/** A drizzle handle. Stores use its common subset only: select, insert, update, delete, returning; always awaited. */
export type Database = BetterSQLite3Database;

type OwnColumn = AnySQLiteColumn;

/** What a query selects: columns of tables, or expressions that need no decoding. */
export type Selection = Readonly<Record<string, Column | SQL.Aliased<unknown>>>;
export type SelectedRow<S extends Selection> = {
  readonly [Key in keyof S]: S[Key] extends Column
    ? GetColumnData<S[Key]>
    : S[Key] extends SQL.Aliased<infer Value>
      ? Value
      : never;
};
/** A query of drizzle's before it runs. */
export type Selectable = { toSQL(): { readonly sql: string; readonly params: readonly unknown[] } };

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

  /**
   * Prepares a query that selects exactly `selection`, in its order; its placeholders are bound with each call. This is
   * how stores read: the reads behind `Block.load` and lists are the hottest code of the server.
   */
  prepare<S extends Selection>(
    db: Database,
    selection: S,
    query: Selectable,
  ): (values: Readonly<Record<string, unknown>>) => Promise<readonly SelectedRow<S>[]>;

  /**
   * Differs from an earlier answer if anything was committed since; undefined when this handle cannot tell. Cheaper than
   * any query.
   */
  changeToken(db: Database): Promise<number | undefined>;

  /** The column equals one of the values; any number of them, bound as one parameter. */
  isAnyOf(column: OwnColumn, values: readonly string[] | Placeholder): SQL;
  /** The column begins with one of the values, in upper or lower case. */
  beginsWithAnyOf(column: OwnColumn, values: readonly string[] | Placeholder): SQL;
  /** What a placeholder for any number of values is bound to. */
  toListParameter(values: readonly string[]): unknown;
  /** The column, for a condition that is true of most rows: reading along its index would pass by all of them. */
  unindexed(column: OwnColumn): SQL;
  /** Case-insensitive; `%` and `_` are wildcards. The pattern is one that `toPattern` made, or a placeholder for it. */
  isLike(text: OwnColumn | SQL, pattern: string | Placeholder): SQL;
  /** The pattern of "contains". @throws DomainError bad_request when the text is too long. */
  toPattern(text: string): string;
  /** Case-insensitive "contains" without wildcards. */
  contains(column: OwnColumn, text: string): SQL;
  /** The JSON list of texts in the column holds all of these values. */
  hasAll(column: OwnColumn, values: readonly string[] | Placeholder): SQL;

  isUniqueViolation(error: unknown): boolean;
  isForeignKeyViolation(error: unknown): boolean;
  /** Waits for the transactions under way, refuses later ones, closes the files. */
  close(): Promise<void>;
};
