import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from "node:crypto";
import { Secret } from "@/lib/secrets/secret";

/** One 256-bit key. `id` is a fingerprint of the key: safe to store and to log, and a wrong key has another one. */
export type EncryptionKey = { readonly id: string; readonly key: Secret<Buffer> };

/** Encrypts and decrypts texts. `context` (the row's id) is authenticated, so a value cannot be moved to another row. */
export type Cipher = {
  readonly activeKeyId: string;
  readonly knowsKey: (keyId: string) => boolean;
  readonly encrypt: (
    plain: string,
    context: string,
  ) => { readonly keyId: string; readonly ciphertext: string };
  /** @throws Error when the key is unknown, or the value or the context was altered. */
  readonly decrypt: (keyId: string, ciphertext: string, context: string) => string;
};

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** The key from 64 hexadecimal digits or 44 characters of base64 (32 bytes); undefined when it is neither. */
export function parseEncryptionKey(text: string): EncryptionKey | undefined {
  const trimmed = text.trim();
  const isHex = /^[0-9a-f]{64}$/i.test(trimmed);
  if (!isHex && !/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return undefined;
  const key = Buffer.from(trimmed, isHex ? "hex" : "base64");
  const id = createHash("sha256").update("blockyard-key-id").update(key).digest("hex").slice(0, 16);
  return { id, key: new Secret(key) };
}

/** 64 hexadecimal digits of fresh randomness, the content of a new key file. */
export function generateEncryptionKeyText(): string {
  return randomBytes(32).toString("hex");
}

/** AES-256-GCM. The first key encrypts, all of them decrypt. Layout: base64(nonce ‖ tag ‖ ciphertext). */
export function createCipher(keys: readonly [EncryptionKey, ...EncryptionKey[]]): Cipher {
  // Key objects are prepared once; they print and serialise as nothing, like a Secret.
  const toKeyObject = ({ key }: EncryptionKey) => createSecretKey(key.reveal("encrypt and decrypt"));
  const byId = new Map(keys.map((key) => [key.id, toKeyObject(key)]));
  const active = keys[0];
  const activeKey = toKeyObject(active);
  return {
    activeKeyId: active.id,
    knowsKey: (keyId) => byId.has(keyId),
    encrypt: (plain, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, activeKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return {
        keyId: active.id,
        ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64"),
      };
    },
    decrypt: (keyId, ciphertext, context) => {
      const key = byId.get(keyId);
      if (!key) throw new Error(`no encryption key with id ${keyId}`);
      const bytes = Buffer.from(ciphertext, "base64");
      // Without the length, Node would accept a tag that was cut short.
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const plain = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      // GCM holds nothing back: this only checks the tag, and throws when it does not fit.
      decipher.final();
      return plain.toString("utf8");
    },
  };
}
