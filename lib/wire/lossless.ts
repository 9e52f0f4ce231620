import { isJsonArray, isJsonNumber, isJsonObject, type Json } from "@/lib/json";

/** Ordinary values of an object that was read without loss, but for the one key that must lose nothing. */
export function toPlainBut(value: unknown, keptKey: string): unknown {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(
    [...value].map(([key, item]) => [key, key === keptKey ? item : toPlainValue(item)]),
  );
}

function toPlainValue(json: Json): unknown {
  if (isJsonNumber(json)) return Number(json.number);
  if (isJsonArray(json)) return json.map(toPlainValue);
  if (isJsonObject(json)) {
    return Object.fromEntries([...json].map(([key, item]) => [key, toPlainValue(item)]));
  }
  return json;
}
