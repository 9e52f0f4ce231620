import type { SecretDates } from "@/lib/blocks/model";
import { isJsonArray, isJsonObject, isSameJson, type Json, type JsonObject } from "@/lib/json";
import { isMasked, type Masked, maskData, type SecretPath } from "@/lib/secrets/tree";
import type { Micros } from "@/lib/time";

/**
 * The dates beside a document whose data changes: `now` where a secret is new or differs, the old date where it stayed,
 * none where there is no secret any more or its date was never known. `paths` are those of the next data.
 */
export function updateSecretDates(
  previousDates: SecretDates,
  previousData: JsonObject | undefined,
  nextData: JsonObject,
  paths: readonly SecretPath[],
  now: Micros,
): SecretDates {
  const dates = secretsIn(maskData(nextData, paths), nextData, previousData, "").flatMap((secret) => {
    const date = isSameJson(secret.next, secret.previous) ? previousDates[secret.pointer] : now;
    return date === undefined ? [] : [[secret.pointer, date] as const];
  });
  return Object.fromEntries(dates);
}

type StoredSecret = {
  readonly pointer: string;
  readonly next: Json;
  readonly previous: Json | undefined;
};

/** Every secret that is set, with what stood there before. */
function secretsIn(
  masked: Masked | undefined,
  next: Json | undefined,
  previous: Json | undefined,
  pointer: string,
): readonly StoredSecret[] {
  if (isMasked(masked)) return isSet(next) ? [{ pointer, next, previous }] : [];
  if (isJsonArray(next) && Array.isArray(masked)) {
    const items: readonly Masked[] = masked;
    const before = isJsonArray(previous) ? previous : [];
    return next.flatMap((item, index) => secretsIn(items[index], item, before[index], `${pointer}/${index}`));
  }
  if (!isJsonObject(next) || !(masked instanceof Map)) return [];
  const before: JsonObject = isJsonObject(previous) ? previous : new Map();
  return [...next].flatMap(([key, item]) =>
    secretsIn(masked.get(key), item, before.get(key), `${pointer}/${escapePointer(key)}`),
  );
}

/** An empty dict of secrets is hidden, but holds none. */
function isSet(value: Json | undefined): value is Json {
  return value !== null && value !== undefined && !(isJsonObject(value) && value.size === 0);
}

/** RFC 6901. */
function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
