import { readFileSync } from "node:fs";
import { join } from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import { z } from "zod";
import { DomainError } from "@/lib/errors";

type Migration = { readonly name: string; readonly statements: readonly string[] };

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** The migrations of this program, oldest first, as drizzle-kit wrote them. */
export function readMigrations(folder: string): readonly Migration[] {
  const journal: unknown = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));
  return journalSchema.parse(journal).entries.map(({ tag }) => ({
    name: tag,
    statements: readFileSync(join(folder, `${tag}.sql`), "utf8").split("--> statement-breakpoint"),
  }));
}

/**
 * Brings the database up to date. Call it inside a write transaction with foreign keys off: the lock keeps a second
 * process out, and a migration that fails leaves nothing behind.
 * @throws DomainError unavailable when the database knows a migration that this program does not.
 */
export function applyMigrations(connection: BetterSqlite3.Database, migrations: readonly Migration[]): void {
  connection.exec(
    "create table if not exists blockyard_migrations (name text primary key, applied integer not null) without rowid",
  );
  const applied = new Set(connection.prepare("select name from blockyard_migrations").pluck().all());
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw newerDatabase(connection.name, unknown);

  const remember = connection.prepare("insert into blockyard_migrations (name, applied) values (?, ?)");
  for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
    for (const statement of migration.statements) connection.exec(statement);
    remember.run(migration.name, Date.now() * 1000);
  }
  const broken = connection.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`the migrations would leave ${broken.length} rows without what they refer to`);
  }
}

function newerDatabase(file: string, unknown: readonly unknown[]): DomainError {
  return new DomainError(
    "unavailable",
    `The database ${file} was last used by a newer Blockyard (it has ${unknown.join(", ")}). ` +
      "Start that version or a later one, or restore a backup made before the upgrade. Nothing was changed.",
  );
}
