// The block schemas that real servers register.
import { readFileSync } from "node:fs";
import { isJsonArray, isJsonObject, type JsonObject, parseJson } from "@/lib/json";

export type RealSchema = { readonly slug: string; readonly name: string; readonly fields: JsonObject };

/** All 144 of them. Read as text, so that numbers keep their notation. */
export const realSchemas: readonly RealSchema[] = readAll().map((entry, index) => {
  const fields = entry.get("fields");
  const slug = String(entry.get("slug"));
  const name = `${slug} of ${String(entry.get("server"))}, number ${index + 1}`;
  return { slug, name, fields: isJsonObject(fields) ? fields : new Map() };
});

function readAll(): readonly JsonObject[] {
  const url = new URL("./fixtures/real-schemas.json", import.meta.url);
  const entries = parseJson(readFileSync(url, "utf8"));
  return isJsonArray(entries) ? entries.filter(isJsonObject) : [];
}
