import "server-only";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import { seedCatalog } from "@/lib/catalog/seed";
import type { Config } from "@/lib/config/schema";
import { DomainError } from "@/lib/errors";
import type { Logger } from "@/lib/log/logger";
import { type Cipher, createCipher } from "@/lib/secrets/cipher";
import type { Context } from "@/lib/server/context";
import { findEncryptionKeys, settleEncryptionKeys } from "@/lib/server/encryption-keys";
import type { Deps } from "@/lib/store";
import { createClock } from "@/lib/time";

/**
 * Everything between the settings and a server that may listen: data directory, key, database, migrations, catalogue.
 * @throws DomainError unavailable with a message for the operator; what was there before is then unchanged.
 */
export async function openContext(config: Config, log: Logger): Promise<Context> {
  const dataDir = resolve(config.dataDir);
  const file = join(dataDir, "blockyard.db");
  const keyFile = join(dataDir, "encryption.key");

  const found = findEncryptionKeys(config.encryptionKeys, keyFile, log);
  createDataDirectory(dataDir);
  let cipher: Cipher | undefined;
  const dialect = openSqlite({
    file,
    onLocked: (usedKeyIds) => {
      cipher = createCipher(settleEncryptionKeys(found, usedKeyIds, keyFile, log));
    },
  });
  if (!cipher) throw new Error("opening the database settles the keys");

  const deps: Deps = {
    store: openStore(dialect, cipher),
    now: createClock(),
    newId: <Id extends string>() => randomUUID() as string as Id, // ids are branded texts
  };
  try {
    // One transaction: of two processes that start at once, the second one finds the catalogue complete.
    await deps.store.transaction((tx) => seedCatalog({ ...deps, store: tx }));
  } catch (error) {
    await dialect.close();
    throw error;
  }
  log.info("database opened", { file });
  return { ...deps, config, log, close: () => dialect.close() };
}

function createDataDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError(
      "unavailable",
      `The data directory ${dataDir} cannot be made: ${reason}. Make its parent writable for this user, or set BLOCKYARD_DATA_DIR to another directory.`,
      { cause },
    );
  }
}
