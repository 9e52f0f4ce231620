import { isJsonArray, isJsonObject, type Json } from "@/lib/json";
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";
import type { Masked } from "@/lib/secrets/tree";

const masked = { masked: true } as const;

/**
 * Parameters and overrides are no secrets for the API, but people write credentials into them: on a page every value
 * whose key reads like one is masked, and so is an address that carries a password.
 */
export function maskGiven(value: Json, key = ""): Masked {
  if (value !== null && value !== "" && isCredentialName(key)) return masked;
  if (typeof value === "string") return isCredentialText(value) ? masked : value;
  if (isJsonArray(value)) return value.map((item) => maskGiven(item));
  if (isJsonObject(value)) return new Map([...value].map(([name, item]) => [name, maskGiven(item, name)]));
  return value;
}
