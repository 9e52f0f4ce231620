import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteColumns } from "@/db/columns/sqlite";
import * as drizzleKit from "@/db/drizzle-kit/sqlite";
import { readMigrations } from "@/db/migrate-sqlite";
import { openSqlite } from "@/db/sqlite";
import { defineTables } from "@/db/tables";
import { openTestStore } from "@/lib/testing/template-db";

const committed = "db/migrations/sqlite";
let root: string;
let file: string;
let migrationsFolder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "blockyard-sqlite-"));
  file = join(root, "test.db");
  migrationsFolder = join(root, "migrations");
  cpSync(committed, migrationsFolder, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As drizzle-kit would add it. */
function addMigration(name: string, ...statements: readonly string[]): void {
  const journalFile = join(migrationsFolder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  journal.entries.push({ idx: journal.entries.length, version: "6", when: 1, tag: name, breakpoints: true });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(migrationsFolder, `${name}.sql`), statements.join("\n--> statement-breakpoint\n"));
}

function query(statement: string): unknown[] {
  const connection = new BetterSqlite3(file, { readonly: true });
  const rows = connection.prepare(statement).all();
  connection.close();
  return rows;
}

describe("the embedded database", () => {
  it("writes ahead, waits for the disk at each commit and checks foreign keys", async () => {
    const { dialect } = await openTestStore();
    const pragmas = await dialect.transaction(async (writer) => ({
      journal: writer.get(sql`pragma journal_mode`),
      synchronous: writer.get(sql`pragma synchronous`),
      foreignKeys: writer.get(sql`pragma foreign_keys`),
      busyTimeout: writer.get(sql`pragma busy_timeout`),
    }));
    const full = 2;
    expect(pragmas).toEqual({
      journal: { journal_mode: "wal" },
      synchronous: { synchronous: full },
      foreignKeys: { foreign_keys: 1 },
      busyTimeout: { timeout: 5000 },
    });
  });

  it("reads what it looks for by index", async () => {
    const { dialect } = await openTestStore();
    const plan = (statement: string) =>
      JSON.stringify(dialect.reader.all(sql.raw(`explain query plan ${statement}`)));
    const ids = `(select value from json_each('["a"]'))`;
    for (const table of ["block_types", "block_schemas", "block_documents"]) {
      expect(plan(`select * from ${table} where id in ${ids}`)).toContain("USING INDEX");
    }
    for (const table of ["block_schema_references", "block_document_references"]) {
      for (const column of ["parent_id", "child_id"]) {
        expect(plan(`select * from ${table} where ${column} in ${ids}`)).toContain("USING INDEX");
      }
    }
    const list = "select * from block_documents where is_anonymous = 0 order by";
    for (const order of ["updated desc, id desc", "updated, id", "name, id", "name desc, id desc"]) {
      expect(plan(`${list} ${order} limit 50`)).toContain("USING INDEX");
      expect(plan(`${list} ${order} limit 50`)).not.toContain("TEMP B-TREE");
    }
  });

  it("refuses a file that another program keeps locked, and names it", () => {
    const other = new BetterSqlite3(file);
    other.exec("begin exclusive");
    try {
      expect(() => openSqlite({ file, busyTimeoutMs: 20 })).toThrow(
        `The database ${file} is locked by another program`,
      );
    } finally {
      other.close();
    }
  });

  it("answers unavailable while another process writes for too long", async () => {
    const dialect = openSqlite({ file, busyTimeoutMs: 20 });
    const other = new BetterSqlite3(file);
    other.exec("begin immediate");
    await expect(dialect.transaction(async () => 1)).rejects.toMatchObject({ code: "unavailable" });
    other.exec("rollback");
    other.close();
    expect(await dialect.transaction(async () => 1)).toBe(1);
    await dialect.close();
  });
});

describe("migrations", () => {
  it("that are committed make exactly the tables that db/tables.ts defines", async () => {
    const names = readMigrations(committed).map((migration) => migration.name);
    const last = `${committed}/meta/${names.at(-1)?.slice(0, 4)}_snapshot.json`;
    const now = await generateSQLiteDrizzleJson(defineTables(sqliteColumns));
    expect(await generateSQLiteMigration(JSON.parse(readFileSync(last, "utf8")), now)).toEqual([]);
  });

  it("are generated from every table", () => {
    const { default: _config, ...tables } = drizzleKit;
    expect(Object.keys(tables).sort()).toEqual(Object.keys(defineTables(sqliteColumns)).sort());
  });

  it("are applied once, in order, to a database that has some of them", async () => {
    await openSqlite({ file, migrationsFolder }).close();
    addMigration("9001_one", "create table one (id text)", "insert into one values ('a')");
    addMigration("9002_two", "insert into one values ('b')");
    await openSqlite({ file, migrationsFolder }).close();
    await openSqlite({ file, migrationsFolder }).close();
    expect(query("select id from one")).toEqual([{ id: "a" }, { id: "b" }]);
    const names = readMigrations(migrationsFolder).map(({ name }) => ({ name }));
    expect(query("select name from blockyard_migrations order by name")).toEqual(names);
  });

  it("keep the references of before, with the labels of their children", async () => {
    const names = readMigrations(migrationsFolder).map(({ name }) => name);
    const journalFile = join(migrationsFolder, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(journalFile, "utf8"));
    const before = names.indexOf("0002_nested_references");
    writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, before) }));
    await openSqlite({ file, migrationsFolder }).close();
    const connection = new BetterSqlite3(file);
    connection.exec(
      "insert into block_types values ('t', 1, 1, 'Child', 'child', null, null, null, null, 0)",
    );
    connection.exec("insert into block_schemas values ('x', 1, 1, 'c', 'v', 't', '[]', '{}')");
    for (const id of ["p", "c"]) {
      connection.exec(
        `insert into block_documents values ('${id}', 1, 1, 'name-${id}', 0, 't', 'x', 'k', '', '[]', '{}')`,
      );
    }
    connection.exec("insert into block_document_references values ('p', 'field', 'c', 4)");
    connection.close();

    await openSqlite({ file }).close();
    expect(query("select * from block_document_references")).toEqual([
      {
        parent_id: "p",
        name: "field",
        path: "",
        child_id: "c",
        child_name: "name-c",
        child_type_slug: "child",
        position: 4,
      },
    ]);
  });

  it("leave the database as it was when one of them fails", async () => {
    await openSqlite({ file, migrationsFolder }).close();
    addMigration("0001_one", "create table one (id text)");
    addMigration("0002_broken", "create table two (id text)", "this is no SQL");
    expect(() => openSqlite({ file, migrationsFolder })).toThrow(/syntax error/);
    expect(query("select name from sqlite_master where name in ('one', 'two')")).toEqual([]);
    await openSqlite({ file }).close();
  });

  it("may rebuild a table without losing the rows that refer to it", async () => {
    await openSqlite({ file, migrationsFolder }).close();
    const connection = new BetterSqlite3(file);
    connection.exec("insert into block_types values ('t', 1, 1, 'n', 's', null, null, null, null, 0)");
    connection.exec("insert into block_schemas values ('x', 1, 1, 'c', 'v', 't', '[]', '{}')");
    connection.close();
    addMigration(
      "0001_rebuild",
      "create table fresh as select * from block_types",
      "drop table block_types",
      "create table block_types (id text primary key not null, created integer, updated integer, name text, slug text, logo_url text, documentation_url text, description text, code_example text, is_protected integer)",
      "insert into block_types select * from fresh",
      "drop table fresh",
    );
    await openSqlite({ file, migrationsFolder }).close();
    expect(query("select id from block_schemas")).toEqual([{ id: "x" }]);

    addMigration("0002_orphans", "delete from block_types");
    expect(() => openSqlite({ file, migrationsFolder })).toThrow("1 rows without what they refer to");
    expect(query("select id from block_types")).toEqual([{ id: "t" }]);
  });
});
