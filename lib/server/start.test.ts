import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseConfig } from "@/lib/config/schema";
import { DomainError } from "@/lib/errors";
import { createLogger } from "@/lib/log/logger";
import type { Context } from "@/lib/server/context";
import { openContext } from "@/lib/server/start";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";

const otherKey = "b".repeat(64);
let root: string;
let dataDir: string;
let opened: Context[];
let lines: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "blockyard-start-"));
  dataDir = join(root, "data");
  opened = [];
  lines = [];
});

afterEach(async () => {
  for (const context of opened) await context.close();
  rmSync(root, { recursive: true, force: true });
});

async function open(env: Record<string, string> = {}): Promise<Context> {
  const config = parseConfig({ BLOCKYARD_DATA_DIR: dataDir, ...env });
  const context = await openContext(config, createLogger("info", { write: (line) => lines.push(line) }));
  opened.push(context);
  return context;
}

/** The message with which the start is refused; the directory must look as before. */
async function refusalOf(env: Record<string, string> = {}): Promise<string> {
  const before = listing();
  const error = await open(env).catch((reason: unknown) => reason);
  if (!DomainError.is(error)) throw new Error("expected the start to be refused", { cause: error });
  expect(error.code).toBe("unavailable");
  expect(listing()).toEqual(before);
  return error.message;
}

function listing(): string[] {
  return existsSync(dataDir) && statSync(dataDir).isDirectory() ? readdirSync(dataDir).sort() : [];
}

async function storeOneBlock(context: Context): Promise<void> {
  const type = aBlockType({ slug: "kept" });
  const schema = aBlockSchema({ blockTypeId: type.id });
  const document = aBlockDocument({
    blockTypeId: type.id,
    blockSchemaId: schema.id,
    name: "kept",
    data: { a: 1 },
  });
  await context.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
    await tx.blockDocuments.insert(document, []);
  });
}

async function makeDatabaseWithBlock(env: Record<string, string> = {}): Promise<void> {
  const context = await open(env);
  await storeOneBlock(context);
  await context.close();
}

const databaseFile = () => join(dataDir, "blockyard.db");
const keyFile = () => join(dataDir, "encryption.key");

it("makes directory, database and key for their owner only, and says where the key is", async () => {
  await open();
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  expect(statSync(databaseFile()).mode & 0o777).toBe(0o600);
  expect(readFileSync(keyFile(), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  expect(lines.join("")).toContain(keyFile());
  expect(lines.join("")).not.toContain(readFileSync(keyFile(), "utf8").trim());
});

it("keeps key and blocks over a restart", async () => {
  await makeDatabaseWithBlock();
  const key = readFileSync(keyFile(), "utf8");
  const context = await open();
  const document = await context.store.blockDocuments.bySlugAndName("kept", "kept");
  expect(document?.data?.reveal("test").get("a")).toEqual({ number: "1" });
  expect(readFileSync(keyFile(), "utf8")).toBe(key);
});

it("seeds the catalogue once: a restart adds and changes nothing", async () => {
  const first = await open();
  const types = await first.store.blockTypes.list({});
  const schemas = await first.store.blockSchemas.list({});
  await first.close();
  expect(types.length).toBeGreaterThan(0);
  const second = await open();
  expect(await second.store.blockTypes.list({})).toEqual(types);
  expect(await second.store.blockSchemas.list({})).toEqual(schemas);
});

it("leaves only database and key behind when it closes", async () => {
  await makeDatabaseWithBlock();
  expect(listing()).toEqual(["blockyard.db", "encryption.key"]);
});

it("refuses later writes and reads after close", async () => {
  const context = await open();
  await context.close();
  await expect(storeOneBlock(context)).rejects.toMatchObject({ code: "unavailable" });
  await expect(context.store.blockTypes.list({})).rejects.toThrow();
  await context.close();
});

it("uses the keys of the environment and then makes no key file", async () => {
  await makeDatabaseWithBlock({ BLOCKYARD_ENCRYPTION_KEYS: otherKey });
  expect(listing()).toEqual(["blockyard.db"]);
});

it("reads blocks of the old key file when the environment lists a new key before it", async () => {
  await makeDatabaseWithBlock();
  const oldKey = readFileSync(keyFile(), "utf8").trim();
  const context = await open({ BLOCKYARD_ENCRYPTION_KEYS: `${otherKey},${oldKey}` });
  const document = await context.store.blockDocuments.bySlugAndName("kept", "kept");
  expect(document?.data).not.toBeNull();
});

it("refuses to start without the key of existing blocks, names the file and creates nothing", async () => {
  await makeDatabaseWithBlock();
  rmSync(keyFile());
  const message = await refusalOf();
  expect(message).toContain(`the key file ${keyFile()} is missing`);
  expect(message).toContain("BLOCKYARD_ENCRYPTION_KEYS");
  expect(listing()).toEqual(["blockyard.db"]);
});

it("refuses to start with another key file and names it", async () => {
  await makeDatabaseWithBlock();
  writeFileSync(keyFile(), otherKey);
  expect(await refusalOf()).toContain(`another key than the key file ${keyFile()} gives`);
  expect(readFileSync(keyFile(), "utf8")).toBe(otherKey);
});

it("refuses to start with other keys in the environment", async () => {
  await makeDatabaseWithBlock();
  const message = await refusalOf({ BLOCKYARD_ENCRYPTION_KEYS: otherKey });
  expect(message).toContain("another key than BLOCKYARD_ENCRYPTION_KEYS gives");
  expect(message).not.toContain(otherKey);
});

it("refuses a damaged key file before it creates anything", async () => {
  mkdirSync(dataDir);
  writeFileSync(keyFile(), "0123-not-a-key");
  const message = await refusalOf();
  expect(message).toContain(`The key file ${keyFile()} holds no key`);
  expect(message).not.toContain("0123-not");
});

it("makes a new key when the database holds no block", async () => {
  const context = await open();
  await context.close();
  rmSync(keyFile());
  await open();
  expect(existsSync(keyFile())).toBe(true);
});

it("warns when other users can read the key file", async () => {
  await makeDatabaseWithBlock();
  chmodSync(keyFile(), 0o644);
  lines.length = 0;
  await open();
  expect(lines.filter((line) => line.includes('"level":"warn"')).join("")).toContain(keyFile());
});

it("refuses a database that a newer version has migrated, and leaves it usable for that version", async () => {
  await makeDatabaseWithBlock();
  const database = new BetterSqlite3(databaseFile());
  database.exec("insert into blockyard_migrations (name, applied) values ('9999_from_the_future', 1)");
  database.close();
  const message = await refusalOf();
  expect(message).toContain("newer Blockyard");
  expect(message).toContain("9999_from_the_future");
  expect(message).toContain(databaseFile());
});

it("refuses a file that is no database, says how to restore and does not touch it", async () => {
  mkdirSync(dataDir);
  const garbage = Buffer.alloc(8192, "this is no database ");
  writeFileSync(databaseFile(), garbage);
  const message = await refusalOf();
  expect(message).toContain(`The database ${databaseFile()} is broken`);
  expect(message).toContain("restore a backup");
  expect(readFileSync(databaseFile()).equals(garbage)).toBe(true);
});

it("refuses a truncated database", async () => {
  await makeDatabaseWithBlock();
  truncateSync(databaseFile(), 12_288);
  expect(await refusalOf()).toContain(`The database ${databaseFile()} is broken`);
});

it("refuses a database with a damaged page", async () => {
  await makeDatabaseWithBlock();
  const bytes = readFileSync(databaseFile());
  bytes.fill(0xff, 8192, 12_288);
  writeFileSync(databaseFile(), bytes);
  expect(await refusalOf()).toContain(`The database ${databaseFile()} is broken`);
});

it("says when the data directory cannot be made", async () => {
  writeFileSync(join(root, "file"), "");
  dataDir = join(root, "file", "data");
  const message = await refusalOf();
  expect(message).toContain(`The data directory ${dataDir} cannot be made`);
  expect(message).toContain("BLOCKYARD_DATA_DIR");
});

it("says when the data directory is a file", async () => {
  writeFileSync(dataDir, "");
  expect(await refusalOf()).toContain(`The data directory ${dataDir} cannot be made`);
});

it("says when the key file cannot be read", async () => {
  mkdirSync(keyFile(), { recursive: true });
  expect(await refusalOf()).toContain(`The key file ${keyFile()} cannot be read`);
});

// Root may enter every directory: in its place another user tries.
it.skipIf(process.platform === "win32")("names the data directory when it cannot be entered", async () => {
  await makeDatabaseWithBlock();
  chmodSync(dataDir, 0o000);
  chmodSync(root, 0o755);
  const message = await asOrdinaryUser(async () => {
    const error = await open().catch((reason: unknown) => reason);
    return DomainError.is(error) ? error.message : String(error);
  });
  chmodSync(dataDir, 0o700);
  expect(message).toContain(`The data directory ${dataDir} cannot be entered`);
  expect(message).toContain("BLOCKYARD_DATA_DIR");
  expect(message).not.toContain("encryption.key");
});

async function asOrdinaryUser<T>(action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

// Nobody can create files there, not even root, whom file modes do not stop.
it.skipIf(!existsSync("/proc/self"))("says when the data directory cannot be written", async () => {
  const error = await open({ BLOCKYARD_DATA_DIR: "/proc" }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("/proc/blockyard.db"),
  });
});
