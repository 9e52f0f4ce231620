import { compareSchemas, type SchemaChange } from "@/lib/blocks/compare-schemas";
import type { BlockSchema } from "@/lib/blocks/model";
import { readSchemaReadings } from "@/lib/blocks/schema-reading";
import { compileForm } from "@/lib/forms/compile";
import type { BlockSchemaId, BlockTypeId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** A newer version of a block's type, and what is different in it. */
export type SchemaDrift = {
  readonly schemaId: BlockSchemaId;
  readonly checksum: string;
  readonly changes: readonly SchemaChange[];
};

// The store answers the same object as long as nothing in a schema has changed, so each pair is compared once.
const compared = new WeakMap<BlockSchema, WeakMap<BlockSchema, readonly SchemaChange[]>>();

/**
 * Undefined when the schema is the newest of the type, or differs from that in prose alone: clients register a schema of
 * their own with every other wording.
 */
export async function readSchemaDrift(
  deps: Pick<Deps, "store">,
  schema: BlockSchema,
  blockTypeId: BlockTypeId,
): Promise<SchemaDrift | undefined> {
  const [newest] = await deps.store.blockSchemas.latestOfTypes([blockTypeId]);
  if (!newest || newest.id === schema.id || schema.blockTypeId !== blockTypeId) return undefined;
  const changes = await readSchemaChanges(deps, schema, newest);
  return changes.length === 0 ? undefined : { schemaId: newest.id, checksum: newest.checksum, changes };
}

/** What is different in another schema of the same type. */
export async function readSchemaChanges(
  deps: Pick<Deps, "store">,
  from: BlockSchema,
  to: BlockSchema,
): Promise<readonly SchemaChange[]> {
  const known = compared.get(from)?.get(to);
  if (known) return known;
  const readings = await readSchemaReadings(deps, [from, to]);
  // Our own texts lie over both alike: without them nothing hides a difference.
  const [before, after] = [from, to].map(({ id, fields }) =>
    compileForm(readings.get(id)?.fields ?? fields, {}),
  );
  const changes = before && after ? compareSchemas(before, after) : [];
  const ofSchema = compared.get(from) ?? new WeakMap<BlockSchema, readonly SchemaChange[]>();
  compared.set(from, ofSchema.set(to, changes));
  return changes;
}
