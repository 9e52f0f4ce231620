import type { Json } from "@/lib/json";
import { isCredentialText } from "@/lib/secrets/credential-name";
import { credentialKeys, isMasked, type Masked, maskData } from "@/lib/secrets/tree";

/**
 * Takes out what reads like a credential, by its key or by itself (an address with a password): for parameters and job
 * variables, which no schema tells apart.
 */
export function maskCredentials(value: Json): Masked {
  return maskTexts(maskData(value, [[credentialKeys]]));
}

function maskTexts(value: Masked): Masked {
  if (typeof value === "string") return isCredentialText(value) ? { masked: true } : value;
  if (typeof value !== "object" || value === null || isMasked(value) || "number" in value) return value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, maskTexts(item)]));
  return (value as readonly Masked[]).map(maskTexts); // what is left of the union: Array.isArray does not narrow it
}
