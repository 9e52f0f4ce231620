import { expect, it } from "vitest";
import {
  createCipher,
  type EncryptionKey,
  generateEncryptionKeyText,
  parseEncryptionKey,
} from "@/lib/secrets/cipher";

const keyOf = (text: string): EncryptionKey => {
  const key = parseEncryptionKey(text);
  if (!key) throw new Error(`not a key: ${text}`);
  return key;
};
const [a, b] = [keyOf("a".repeat(64)), keyOf("b".repeat(64))];
const plain = '{"secret":"canary-7d2e ö 📦 \\u0000"}';

it("gives back what was encrypted, the empty text included", () => {
  const cipher = createCipher([a]);
  for (const text of [plain, "", "x".repeat(100_000)]) {
    const { keyId, ciphertext } = cipher.encrypt(text, "row-1");
    expect(cipher.decrypt(keyId, ciphertext, "row-1")).toBe(text);
  }
});

it("shows nothing of the text and never encrypts it twice alike", () => {
  const cipher = createCipher([a]);
  const [one, two] = [cipher.encrypt(plain, "row-1"), cipher.encrypt(plain, "row-1")];
  expect(one.ciphertext).not.toBe(two.ciphertext);
  expect(Buffer.from(one.ciphertext, "base64").includes("canary-7d2e")).toBe(false);
});

it("refuses a value that was moved to another row", () => {
  const cipher = createCipher([a]);
  const { keyId, ciphertext } = cipher.encrypt(plain, "row-1");
  expect(() => cipher.decrypt(keyId, ciphertext, "row-2")).toThrow();
  expect(() => cipher.decrypt(keyId, ciphertext, "")).toThrow();
});

it("refuses a value with any byte altered, cut off or empty", () => {
  const cipher = createCipher([a]);
  const { keyId, ciphertext } = cipher.encrypt("short", "row-1");
  const bytes = Buffer.from(ciphertext, "base64");
  for (const index of bytes.keys()) {
    const altered = Buffer.from(bytes);
    altered[index] = (bytes[index] ?? 0) ^ 1;
    expect(() => cipher.decrypt(keyId, altered.toString("base64"), "row-1")).toThrow();
  }
  for (const length of [0, 5, 12, 20, bytes.length - 1]) {
    const cut = bytes.subarray(0, length).toString("base64");
    expect(() => cipher.decrypt(keyId, cut, "row-1")).toThrow();
  }
});

it("encrypts with the first key and reads with all of them", () => {
  const old = createCipher([a]).encrypt(plain, "row-1");
  const rotated = createCipher([b, a]);
  expect(rotated.activeKeyId).toBe(b.id);
  expect(rotated.decrypt(old.keyId, old.ciphertext, "row-1")).toBe(plain);
  const fresh = rotated.encrypt(plain, "row-1");
  expect(fresh.keyId).toBe(b.id);
  expect(createCipher([b]).decrypt(fresh.keyId, fresh.ciphertext, "row-1")).toBe(plain);
  expect(() => createCipher([b]).decrypt(old.keyId, old.ciphertext, "row-1")).toThrow("no encryption key");
  expect(() => createCipher([b]).decrypt(b.id, old.ciphertext, "row-1")).toThrow();
});

it("knows its keys by an id that does not give the key away", () => {
  const cipher = createCipher([a]);
  expect([cipher.knowsKey(a.id), cipher.knowsKey(b.id)]).toEqual([true, false]);
  expect(a.id).toMatch(/^[0-9a-f]{16}$/);
  expect("a".repeat(64)).not.toContain(a.id);
  expect(`${a.key}`).toBe("********");
});

it("reads keys as hexadecimal or base64 and nothing else", () => {
  const text = generateEncryptionKeyText();
  const bytes = Buffer.from(text, "hex");
  expect(bytes).toHaveLength(32);
  for (const form of [
    text,
    text.toUpperCase(),
    ` ${text}\n`,
    bytes.toString("base64"),
    bytes.toString("base64url"),
  ]) {
    expect(keyOf(form).id).toBe(keyOf(text).id);
  }
  for (const bad of ["", "a".repeat(63), "g".repeat(64), bytes.subarray(1).toString("base64"), "password"]) {
    expect(parseEncryptionKey(bad)).toBeUndefined();
  }
});
