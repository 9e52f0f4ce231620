import "server-only";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { DomainError } from "@/lib/errors";
import type { Logger } from "@/lib/log/logger";
import { type EncryptionKey, generateEncryptionKeyText, parseEncryptionKey } from "@/lib/secrets/cipher";

type Keys = readonly [EncryptionKey, ...EncryptionKey[]];

/** Keys and the place they came from, in words for the operator. */
export type FoundKeys = { readonly keys: Keys; readonly place: string };

/** The keys of the environment, else the one of the key file; undefined when there is neither. Creates nothing. */
export function findEncryptionKeys(
  configured: readonly EncryptionKey[],
  keyFile: string,
  log: Logger,
): FoundKeys | undefined {
  const [first, ...others] = configured;
  if (first) return { keys: [first, ...others], place: "BLOCKYARD_ENCRYPTION_KEYS" };
  return readKeyFile(keyFile, log);
}

/**
 * Settles the keys for a database whose rows were encrypted with the keys of these ids. Called under the lock of the
 * database: of two processes that start at once, one makes the key file and the other one reads it.
 * @throws DomainError unavailable when a key is missing; then nothing was created.
 */
export function settleEncryptionKeys(
  found: FoundKeys | undefined,
  usedKeyIds: readonly string[],
  keyFile: string,
  log: Logger,
): Keys {
  const settled = found ?? readKeyFile(keyFile, log);
  if (!settled && usedKeyIds.length > 0) {
    throw refusal(
      `The database holds encrypted blocks, but the key file ${keyFile} is missing. ` +
        "Put it back from your backup, or give its content in BLOCKYARD_ENCRYPTION_KEYS. Nothing was changed.",
    );
  }
  if (!settled) return createKeyFile(keyFile, log);
  const isLacking = usedKeyIds.some((id) => !settled.keys.some((key) => key.id === id));
  if (!isLacking) return settled.keys;
  throw refusal(
    `The database holds blocks that were encrypted with another key than ${settled.place} gives. ` +
      `Put the key that belongs to this database back into ${keyFile}, or add it to BLOCKYARD_ENCRYPTION_KEYS. Nothing was changed.`,
  );
}

function readKeyFile(keyFile: string, log: Logger): FoundKeys | undefined {
  let text: string;
  try {
    text = readFileSync(keyFile, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
      return undefined;
    throw unreadableKeyFile(keyFile, cause);
  }
  const key = parseEncryptionKey(text);
  if (!key) {
    throw refusal(
      `The key file ${keyFile} holds no key: 64 hexadecimal digits are expected. Put it back from your backup.`,
    );
  }
  if ((statSync(keyFile).mode & 0o077) !== 0) {
    log.warn("encryption key file is readable for other users; run chmod 600 on it", { file: keyFile });
  }
  return { keys: [key], place: `the key file ${keyFile}` };
}

/** Whoever may not enter the directory cannot even see whether there is a key file. */
function unreadableKeyFile(keyFile: string, cause: unknown): DomainError {
  try {
    statSync(keyFile);
  } catch {
    return refusal(
      `The data directory ${dirname(keyFile)} cannot be entered. Give it to this user, or set BLOCKYARD_DATA_DIR to another directory.`,
      cause,
    );
  }
  return refusal(`The key file ${keyFile} cannot be read. Make it readable for this user.`, cause);
}

/** Complete and on disk before its name appears: a key that was used must survive a power cut. */
function createKeyFile(keyFile: string, log: Logger): Keys {
  const text = generateEncryptionKeyText();
  const key = parseEncryptionKey(text);
  if (!key) throw new Error("a generated key must be readable");
  const unfinished = `${keyFile}.new`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, `${text}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, keyFile);
    syncDirectory(dirname(keyFile));
  } catch (cause) {
    throw refusal(`The key file ${keyFile} cannot be written. Make its directory writable.`, cause);
  }
  log.info("encryption key file created; without it no secret can be read again", { file: keyFile });
  return [key];
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refusal(message: string, cause?: unknown): DomainError {
  return new DomainError("unavailable", message, cause === undefined ? {} : { cause });
}
