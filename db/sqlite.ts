import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteColumns } from "@/db/columns/sqlite";
import type { Database, Dialect } from "@/db/dialect";
import { applyMigrations, readMigrations } from "@/db/migrate-sqlite";
import { brokenDatabase, codeOf, explainOpening, shuttingDown } from "@/db/sqlite-errors";
import { sqliteExpressions } from "@/db/sqlite-expressions";
import { createSelect } from "@/db/sqlite-select";
import { createTransactions } from "@/db/sqlite-transactions";
import { defineTables } from "@/db/tables";

export type SqliteOptions = {
  readonly file: string;
  /** Default: those of the working directory, which is the project's root in development, tests and production. */
  readonly migrationsFolder?: string;
  /**
   * Called under the lock, after the migrations and before they are committed, with the ids of the keys that encrypted
   * any row. What it throws leaves the database as it was.
   */
  readonly onLocked?: (keyIds: readonly string[]) => void;
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMs?: number;
};

const defaultBusyTimeoutMs = 5_000;

/**
 * Opens the database file, makes it when missing, and migrates it.
 * @throws DomainError unavailable, written for the operator, when the file is broken, locked, newer or cannot be written.
 */
export function openSqlite(options: SqliteOptions): Dialect {
  const opened: BetterSqlite3.Database[] = [];
  const timeout = options.busyTimeoutMs ?? defaultBusyTimeoutMs;
  const connect = (settings: BetterSqlite3.Options): BetterSqlite3.Database => {
    const connection = new BetterSqlite3(options.file, { ...settings, timeout });
    opened.push(connection);
    // The built-in one knows ASCII only; PostgreSQL's knows all letters.
    connection.function("lower", { deterministic: true }, (text) =>
      typeof text === "string" ? text.toLowerCase() : text,
    );
    return connection;
  };
  try {
    // SQLite gives the files beside the database the mode of the database.
    closeSync(openSync(options.file, "a", 0o600));
    const writer = connect({});
    prepareWriter(writer, options);
    return createDialect(writer, connect({ readonly: true }));
  } catch (error) {
    for (const connection of opened) connection.close();
    throw explainOpening(error, options.file);
  }
}

function prepareWriter(writer: BetterSqlite3.Database, options: SqliteOptions): void {
  const [found] = writer.prepare("pragma quick_check(1)").pluck().all();
  if (found !== "ok") throw brokenDatabase(options.file, new Error(String(found)));
  retryWhileBusy(options.busyTimeoutMs ?? defaultBusyTimeoutMs, () => writer.pragma("journal_mode = WAL"));
  writer.pragma("synchronous = FULL");
  // Off, so that a migration may rebuild a table that others refer to; applyMigrations checks afterwards.
  writer.pragma("foreign_keys = OFF");
  const migrations = readMigrations(options.migrationsFolder ?? resolve("db/migrations/sqlite"));
  const migrate = writer.transaction(() => {
    applyMigrations(writer, migrations);
    const keyIds = writer.prepare("select distinct key_id from block_documents").pluck().all();
    options.onLocked?.(keyIds.map(String));
  });
  migrate.immediate();
  writer.pragma("foreign_keys = ON");
}

/** Changing the journal mode answers "busy" at once, whatever the timeout, when two processes make the same file. */
function retryWhileBusy(timeoutMs: number, action: () => void): void {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      action();
      return;
    } catch (error) {
      if (!codeOf(error).startsWith("SQLITE_BUSY") || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function createDialect(writer: BetterSqlite3.Database, reader: BetterSqlite3.Database): Dialect {
  const writing = drizzle(writer);
  const reading = drizzle(reader);
  const selectFrom = new Map<Database, ReturnType<typeof createSelect>>([
    [writing, createSelect(writer)],
    [reading, createSelect(reader)],
  ]);
  const dataVersion = reader.prepare("pragma data_version").pluck();
  const transactions = createTransactions(writer);
  let isClosed = false;
  // What the driver says of a closed file is for programmers, and it passes with the restart.
  const whileOpen = <T>(read: () => T): T => {
    if (isClosed) throw shuttingDown();
    return read();
  };

  return {
    ...sqliteExpressions,
    tables: defineTables(sqliteColumns),
    reader: reading,
    transaction: (body) => transactions.transaction(() => body(writing)),
    prepare: (db, selection, query) => {
      const select = selectFrom.get(db);
      if (!select) throw new Error("this handle belongs to another database");
      const run = whileOpen(() => select(selection, query));
      return async (values) => whileOpen(() => run(values));
    },
    // It counts what other connections committed, and the reader commits nothing itself.
    changeToken: async (db) => (db === reading ? whileOpen(() => Number(dataVersion.get())) : undefined),
    isUniqueViolation: (error) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error)),
    isForeignKeyViolation: (error) => codeOf(error) === "SQLITE_CONSTRAINT_FOREIGNKEY",
    close: async () => {
      await transactions.finish();
      isClosed = true;
      reader.close();
      // The last connection moves the write-ahead log into the database file.
      writer.close();
    },
  };
}
