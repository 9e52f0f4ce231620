import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";
import type { Dialect } from "@/db/dialect";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import { type Cipher, createCipher, parseEncryptionKey } from "@/lib/secrets/cipher";
import type { Deps, Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { createClock } from "@/lib/time";

export type TestStore = {
  readonly store: Store;
  /** The store with a clock that starts on 1 February 2026 and ids that count up. */
  readonly deps: Deps;
  readonly dialect: Dialect;
  readonly cipher: Cipher;
  readonly file: string;
};

const root = mkdtempSync(join(tmpdir(), "blockyard-test-"));
const template = join(root, "template.db");
const openStores: { readonly dialect: Dialect; readonly isOfOneTest: boolean }[] = [];
let isInTest = false;
let copies = 0;

/**
 * A store of its own on a real, migrated and empty SQLite file. It is closed by itself: after the test that opened it
 * (or whose beforeEach did), or after the file when beforeAll opened it.
 */
export async function openTestStore(): Promise<TestStore> {
  if (copies === 0) await openSqlite({ file: template }).close();
  copies += 1;
  const folder = join(root, String(copies));
  mkdirSync(folder);
  const file = join(folder, "blockyard.db");
  copyFileSync(template, file);
  const dialect = openSqlite({ file });
  openStores.push({ dialect, isOfOneTest: isInTest });
  const cipher = testCipher();
  const store = openStore(dialect, cipher);
  const now = createClock(() => Date.UTC(2026, 1, 1));
  return { store, deps: { store, now, newId: anId }, dialect, cipher, file };
}

/** A cipher with one fixed key per digit: `testCipher("ab")` encrypts with key a and reads key b too. */
export function testCipher(digits = "a"): Cipher {
  const [first, ...others] = [...digits].flatMap((digit) => parseEncryptionKey(digit.repeat(64)) ?? []);
  if (!first) throw new Error(`"${digits}" is no list of hexadecimal digits`);
  return createCipher([first, ...others]);
}

async function closeStores(which: (entry: { isOfOneTest: boolean }) => boolean): Promise<void> {
  const closing = openStores.filter(which);
  openStores.splice(0, openStores.length, ...openStores.filter((entry) => !which(entry)));
  for (const { dialect } of closing) await dialect.close();
}

beforeEach(() => {
  isInTest = true;
});
afterEach(async () => {
  isInTest = false;
  await closeStores((entry) => entry.isOfOneTest);
});
afterAll(async () => {
  await closeStores(() => true);
  rmSync(root, { recursive: true, force: true });
});
