// A server process without HTTP, run by db/durability.test.ts: opens the data directory, then creates blocks and prints
// the id of each one as soon as it is acknowledged. Arguments: data directory, name prefix, number of blocks.
import { writeSync } from "node:fs";
import { parseConfig } from "@/lib/config/schema";
import type { BlockDocumentId } from "@/lib/ids";
import { toJson } from "@/lib/json";
import { createLogger } from "@/lib/log/logger";
import { Secret } from "@/lib/secrets/secret";
import { openContext } from "@/lib/server/start";

const [dataDir = "", prefix = "", count = "0"] = process.argv.slice(2);
const config = parseConfig({ BLOCKYARD_DATA_DIR: dataDir });
const context = await openContext(config, createLogger("silent"));
writeSync(1, "open\n");

const type = await context.store.blockTypes.bySlug("json");
const [schema] = await context.store.blockSchemas.latestOfTypes(type ? [type.id] : []);
if (!type || !schema) throw new Error("the seeded type json is missing");

let previous: BlockDocumentId | undefined;
for (let index = 0; index < Number(count); index += 1) {
  const id = context.newId<BlockDocumentId>();
  const at = context.now();
  const document = {
    id,
    created: at,
    updated: at,
    name: `${prefix}-${index}`,
    isAnonymous: false,
    blockTypeId: type.id,
    blockSchemaId: schema.id,
    data: new Secret(new Map([["value", toJson(id)]])),
    secretMarks: [],
    secretDates: {},
  };
  const references = previous ? [{ parentId: id, childId: previous, name: "previous" }] : [];
  await context.store.transaction((tx) => tx.blockDocuments.insert(document, references));
  writeSync(1, `${id}\n`);
  previous = id;
}
await context.close();
