import { z } from "zod";
import { type NewBlockSchema, noVersion } from "@/lib/blocks/create-block-schema";
import type { BlockSchema, BlockType } from "@/lib/blocks/model";
import type { ResolvedSchema } from "@/lib/blocks/read-block-schema";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import { toWireTimestamp } from "@/lib/time";
import { BlockTypeWire, toBlockTypeWire } from "@/lib/wire/block-types";
import { exampleSchema } from "@/lib/wire/examples";
import { id, jsonObject, losslessMeta, pagedFilterBody, text, wireId, wireTime } from "@/lib/wire/fields";
import { blockSchemaFilter } from "@/lib/wire/filters";
import { printWire, toPrinted, type WireValue, type WithPrinted } from "@/lib/wire/print-wire";

const noFields: JsonObject = new Map();

/** Only described: the body is read as lossless JSON, and `createBlockSchema` looks at its references. */
const NestedBlock = z
  .object({ block_type_slug: z.string(), block_schema_checksum: z.string() })
  .catchall(z.unknown())
  .meta({ id: "NestedBlockSchema", description: "Names the schema of a nested block." });
const nestedBlocks = z.record(z.string(), z.union([NestedBlock, z.array(NestedBlock)])).meta({
  description:
    "By field: the schema of the block that the field takes, or a list where it takes several types.",
});
const fieldsMeta = {
  ...losslessMeta,
  description:
    "A JSON Schema of the data. Kept to the letter: order of keys, `1.0` beside `1`, integers of any length. `secret_fields` lists paths of secrets with dots, `definitions` has the schemas that `$ref` names.",
} as const;

export const BlockSchemaCreateBody = z
  .strictObject({
    fields: jsonObject()
      .default(noFields)
      .meta({
        ...fieldsMeta,
        describedBy: () => z.looseObject({ block_schema_references: nestedBlocks.nullish() }),
      }),
    // Required, but null is a type that does not exist.
    block_type_id: id<BlockTypeId>().nullable(),
    capabilities: z
      .array(text())
      .default([])
      .meta({ description: "What blocks made with the schema can do, such as `write-path`." }),
    version: text()
      .default(noVersion)
      .meta({ description: "The version of the package that has the block." }),
  })
  .meta({ id: "CreateBlockSchema", examples: [exampleSchema.sent] });

export const BlockSchemaQuery = z.object({
  version: text().optional().meta({ description: "Only the schema of this version." }),
});

export const BlockSchemaFilterBody = pagedFilterBody({ block_schemas: blockSchemaFilter }).meta({
  id: "FilterBlockSchemas",
  examples: [{ block_schemas: { block_type_id: { any_: [exampleSchema.sent.block_type_id] } }, limit: 1 }],
});

export const BlockSchemaWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    checksum: z
      .string()
      .meta({ pattern: "^sha256:[0-9a-f]{64}$", description: "Of `fields` as they were submitted." }),
    fields: jsonObject().meta({
      ...fieldsMeta,
      describedBy: () => z.looseObject({ block_schema_references: nestedBlocks }),
    }),
    block_type_id: wireId(),
    block_type: BlockTypeWire,
    capabilities: z.array(z.string()).readonly(),
    version: z.string(),
  })
  .meta({ id: "BlockSchema", examples: [exampleSchema.answered] });

/** A schema as it is read. All but its type is printed once per version. */
export function toBlockSchemaWire({ schema, type, fields }: ResolvedSchema): WireValue {
  const known = printed.get(schema);
  if (known?.type === type) return known.wire;
  const wire = toPrinted({ shared: printWire(printSchema(schema, type, fields)) });
  printed.set(schema, { type, wire });
  return wire;
}

const printed = new WeakMap<BlockSchema, { readonly type: BlockType; readonly wire: WireValue }>();

/** A new schema is answered as it was submitted; the rebuilt form comes with the next read. */
export function toSubmittedSchemaWire({ schema, type }: ResolvedSchema, submitted: JsonObject): WireValue {
  const references: Json = submitted.get("block_schema_references") ?? new Map();
  return printSchema(schema, type, new Map(submitted).set("block_schema_references", references));
}

function printSchema(
  schema: BlockSchema,
  type: BlockType,
  fields: JsonObject,
): WithPrinted<z.infer<typeof BlockSchemaWire>, "block_type"> {
  return {
    id: schema.id,
    created: toWireTimestamp(schema.created),
    updated: toWireTimestamp(schema.updated),
    checksum: schema.checksum,
    fields,
    block_type_id: schema.blockTypeId,
    block_type: toBlockTypeWire(type),
    capabilities: schema.capabilities,
    version: schema.version,
  };
}

/** @throws DomainError not_found for the type that nobody can have. */
export function fromBlockSchemaCreateBody(body: z.infer<typeof BlockSchemaCreateBody>): NewBlockSchema {
  const { fields, capabilities, version } = body;
  if (body.block_type_id === null) throw new DomainError("not_found", "Block type None not found.");
  return { fields, blockTypeId: body.block_type_id, capabilities, version };
}
