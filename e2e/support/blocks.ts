import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import type { Api } from "./api.ts";

/** Many blocks of one type, ten requests at a time: their order of creation is open. */
export async function createBlocks(
  api: Api,
  slug: string,
  names: readonly string[],
  data: unknown,
): Promise<void> {
  const [first = "", ...rest] = names;
  const { block_type_id, block_schema_id } = await api.createBlock(slug, first, data);
  const create = async (name: string) => {
    const body = { name, data, block_type_id, block_schema_id };
    const { status } = await api.call("POST", "/block_documents/", body);
    if (status !== 201) throw new Error(`create ${slug}/${name}: ${status}`);
  };
  for (let start = 0; start < rest.length; start += 10) {
    await Promise.all(rest.slice(start, start + 10).map(create));
  }
}

/** The value of a field that refers to a block. */
export function referenceTo(block: { readonly id: string }): unknown {
  return { $ref: { block_document_id: block.id } };
}

export type OwnType = {
  readonly name: string;
  readonly slug: string;
  readonly description?: string;
  readonly logo_url?: string;
  readonly code_example?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly capabilities?: readonly string[];
};

/** Registers a block type with one schema, as a client does. Registering it again adds the schema only. Remove it at the end. */
export async function registerType(api: Api, { fields, capabilities = [], ...type }: OwnType): Promise<void> {
  const made = await api.call("POST", "/block_types/", type);
  const found = made.status === 201 ? made : await api.call("GET", `/block_types/slug/${type.slug}`);
  const block_type_id = (found.body as { id: string }).id;
  const schema = await api.call("POST", "/block_schemas/", { fields, capabilities, block_type_id });
  if (schema.status >= 300) throw new Error(`register ${type.slug}: ${JSON.stringify(schema)}`);
}

export async function removeType(api: Api, slug: string): Promise<void> {
  const { status, body } = await api.call("GET", `/block_types/slug/${slug}`);
  if (status === 200) await api.call("DELETE", `/block_types/${(body as { id: string }).id}`);
}

/** Destroys what a stopped server has stored for a block, as a broken disk would. */
export function corruptBlock(dataDir: string, name: string): void {
  const database = new BetterSqlite3(join(dataDir, "blockyard.db"));
  const { changes } = database
    .prepare("update block_documents set ciphertext = substr(ciphertext, 1, 8) where name = ?")
    .run(name);
  database.close();
  if (changes !== 1) throw new Error(`there is no block ${name} to corrupt`);
}
