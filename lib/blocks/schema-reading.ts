import type { BlockSchema } from "@/lib/blocks/model";
import { readFullFields } from "@/lib/blocks/schema-fields";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import type { BlockSchemaId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import type { SecretPath } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";

/** What documents of a schema need to know of it. */
export type SchemaReading = {
  readonly schema: BlockSchema;
  /** With references and definitions put back. */
  readonly fields: JsonObject;
  /** Where its documents hold secrets, by what the schema says and by what the catalogue knows of the type. */
  readonly secretPaths: readonly SecretPath[];
};

// The store answers the same object as long as nothing in a schema has changed.
const known = new WeakMap<BlockSchema, SchemaReading>();

/** In batches; each version of a schema is unfolded once. */
export async function readSchemaReadings(
  deps: Pick<Deps, "store">,
  schemas: readonly BlockSchema[],
): Promise<ReadonlyMap<BlockSchemaId, SchemaReading>> {
  const unknown = schemas.filter((schema) => !known.has(schema));
  if (unknown.length > 0) {
    const fullFields = await readFullFields(deps, unknown);
    const types = await deps.store.blockTypes.byIds([...new Set(unknown.map((each) => each.blockTypeId))]);
    const slugs = new Map(types.map(({ id, slug }) => [id, slug]));
    for (const schema of unknown) {
      const fields = fullFields.get(schema.id) ?? schema.fields;
      known.set(schema, { schema, fields, secretPaths: pathsOf(fields, slugs.get(schema.blockTypeId)) });
    }
  }
  return new Map(
    schemas.flatMap((schema) => {
      const reading = known.get(schema);
      return reading ? [[schema.id, reading] as const] : [];
    }),
  );
}

export async function readSchemaReading(
  deps: Pick<Deps, "store">,
  schema: BlockSchema,
): Promise<SchemaReading> {
  const reading = (await readSchemaReadings(deps, [schema])).get(schema.id);
  return reading ?? { schema, fields: schema.fields, secretPaths: pathsOf(schema.fields, undefined) };
}

/** A schema need not say itself of which type it is. */
function pathsOf(fields: JsonObject, slug: string | undefined): readonly SecretPath[] {
  const named = slug === undefined ? fields : new Map(fields).set("block_type_slug", slug);
  return secretPathsOf(named, extraSecretPaths);
}
