// usage: check-vectors.ts FILE ...: computes the checksum of each schema in the files and compares it with the one there.
import { readFileSync } from "node:fs";
import { computeChecksum } from "@/lib/blocks/checksum";
import { isJsonArray, isJsonObject, type Json, parseJson } from "@/lib/json";

const results = process.argv.slice(2).flatMap((file) => {
  const vectors = parseJson(readFileSync(file, "utf8"));
  if (!isJsonArray(vectors)) throw new Error(`${file} holds no list`);
  return vectors.map((vector) => agrees(file, vector));
});
const passed = results.filter(Boolean).length;
console.log(`${passed} checksums agree, ${results.length - passed} do not`);
process.exit(passed === results.length ? 0 : 1);

function agrees(file: string, vector: Json): boolean {
  if (!isJsonObject(vector)) throw new Error(`${file} holds a vector that is no object`);
  // Servers answer some schemas otherwise than they were submitted; the checksum is over what was submitted.
  const fields = vector.get("submitted_fields") ?? vector.get("fields");
  const expected = vector.get("checksum");
  const isSame = isJsonObject(fields) && computeChecksum(fields) === expected;
  if (!isSame) console.log(`${vector.get("slug")} ${vector.get("schema_version")}: not ${expected}`);
  return isSame;
}
