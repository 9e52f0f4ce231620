import type { Json } from "@/lib/json";
import { findCommandCredentials, isCredentialCommand } from "@/lib/secrets/command-credentials";
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";
import { credentialKeys, isMasked, type Masked, type MaskedLeaf, maskData } from "@/lib/secrets/tree";

const masked: MaskedLeaf = { masked: true };

/**
 * Takes out what reads like a credential, by its key or by itself (an address with a password, an argument of a
 * command, a variable that is written as a name and a value): for parameters and job variables, which no schema tells
 * apart.
 */
export function maskCredentials(value: Json): Masked {
  return maskTexts(maskData(value, [[credentialKeys]]));
}

function maskTexts(value: Masked): Masked {
  if (typeof value === "string") {
    return isCredentialText(value) || isCredentialCommand(value) ? masked : value;
  }
  if (typeof value !== "object" || value === null || isMasked(value) || "number" in value) return value;
  if (value instanceof Map) return maskEntries(value);
  const items = value as readonly Masked[]; // what is left of the union: Array.isArray does not narrow it
  const found = findCommandCredentials(items.map((item) => (typeof item === "string" ? item : null)));
  return items.map((item, index) => (found[index] ? masked : maskTexts(item)));
}

/** `{"name": "TOKEN", "value": "x"}` is how manifests write variables. */
function maskEntries(entries: ReadonlyMap<string, Masked>): Masked {
  const name = entries.get("name");
  const isCredential = typeof name === "string" && isCredentialName(name);
  const maskOne = (key: string, item: Masked) =>
    isCredential && key === "value" && item !== null ? masked : maskTexts(item);
  return new Map([...entries].map(([key, item]) => [key, maskOne(key, item)]));
}
