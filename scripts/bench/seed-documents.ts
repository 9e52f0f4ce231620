// Fills a data directory with documents before a server opens it. Arguments: data directory, number of documents.
// The verb is the one behind `POST /block_documents/`, so the rows are the same; only the transactions are larger.
import { createBlockDocument } from "@/lib/blocks/create-block-document";
import { parseConfig } from "@/lib/config/schema";
import { isJsonObject, toJson } from "@/lib/json";
import { createLogger } from "@/lib/log/logger";
import { Secret } from "@/lib/secrets/secret";
import { openContext } from "@/lib/server/start";
import { dataOf, nameOf, slugOf } from "./sample-documents.mjs";

const documentsPerTransaction = 1000;

const [dataDir = "", count = "0"] = process.argv.slice(2);
const context = await openContext(parseConfig({ BLOCKYARD_DATA_DIR: dataDir }), createLogger("silent"));
const targets = new Map<string, Awaited<ReturnType<typeof findTarget>>>();
for (let first = 0; first < Number(count); first += documentsPerTransaction) {
  const last = Math.min(first + documentsPerTransaction, Number(count));
  await context.store.transaction(async (store) => {
    for (let index = first; index < last; index += 1) {
      const data = toJson(dataOf(index));
      if (!isJsonObject(data)) throw new Error("the data of a block is an object");
      await createBlockDocument(
        { ...context, store },
        { name: nameOf(index), isAnonymous: false, ...(await targetOf(index)), data: new Secret(data) },
      );
    }
  });
}
await context.close();

async function targetOf(index: number) {
  const slug = slugOf(index) ?? "";
  const target = targets.get(slug) ?? (await findTarget(slug));
  targets.set(slug, target);
  return target;
}

async function findTarget(slug: string) {
  const type = await context.store.blockTypes.bySlug(slug);
  const [schema] = await context.store.blockSchemas.latestOfTypes(type ? [type.id] : []);
  if (!type || !schema) throw new Error(`the type ${slug} of the catalogue is missing`);
  return { blockTypeId: type.id, blockSchemaId: schema.id };
}
