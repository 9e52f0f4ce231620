import type { BlockSchema, BlockType } from "@/lib/blocks/model";
import { readSchemaReadings } from "@/lib/blocks/schema-reading";
import type { BlockSchemaFilter } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { BlockSchemaId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import type { Page } from "@/lib/page";
import type { Deps } from "@/lib/store";

/** A schema with its type; `fields` have references and definitions put back. */
export type ResolvedSchema = {
  readonly schema: BlockSchema;
  readonly type: BlockType;
  readonly fields: JsonObject;
};

type Reading = Pick<Deps, "store">;

/** In batches. A schema whose type vanished meanwhile is left out. */
export async function readBlockSchemas(
  deps: Reading,
  schemas: readonly BlockSchema[],
): Promise<readonly ResolvedSchema[]> {
  if (schemas.length === 0) return [];
  const types = await deps.store.blockTypes.byIds([...new Set(schemas.map((item) => item.blockTypeId))]);
  const byId = new Map(types.map((type) => [type.id, type]));
  const readings = await readSchemaReadings(deps, schemas);
  return schemas.flatMap((schema) => {
    const type = byId.get(schema.blockTypeId);
    return type ? [{ schema, type, fields: readings.get(schema.id)?.fields ?? schema.fields }] : [];
  });
}

/** @throws DomainError not_found */
export async function readBlockSchema(deps: Reading, id: BlockSchemaId): Promise<ResolvedSchema> {
  return readOne(deps, await deps.store.blockSchemas.byId(id));
}

/** Without a version: the newest. @throws DomainError not_found */
export async function readBlockSchemaByChecksum(
  deps: Reading,
  checksum: string,
  version?: string,
): Promise<ResolvedSchema> {
  return readOne(deps, await deps.store.blockSchemas.byChecksum(checksum, version));
}

/** Newest first. */
export async function filterBlockSchemas(
  deps: Reading,
  filter: BlockSchemaFilter,
  page: Page,
): Promise<readonly ResolvedSchema[]> {
  return readBlockSchemas(deps, await deps.store.blockSchemas.list(filter, page));
}

async function readOne(deps: Reading, schema: BlockSchema | undefined): Promise<ResolvedSchema> {
  const [resolved] = schema ? await readBlockSchemas(deps, [schema]) : [];
  if (!resolved) throw new DomainError("not_found", "Block schema not found");
  return resolved;
}
