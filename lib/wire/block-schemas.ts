import { z } from "zod";
import { type NewBlockSchema, noVersion } from "@/lib/blocks/create-block-schema";
import type { ResolvedSchema } from "@/lib/blocks/read-block-schema";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import { toWireTimestamp } from "@/lib/time";
import { BlockTypeWire, toBlockTypeWire } from "@/lib/wire/block-types";
import { id, jsonObject, losslessMeta, pagedFilterBody, text } from "@/lib/wire/fields";
import { blockSchemaFilter } from "@/lib/wire/filters";

const noFields: JsonObject = new Map();

export const BlockSchemaCreateBody = z.strictObject({
  fields: jsonObject().default(noFields).meta(losslessMeta),
  // Required, but null is a type that does not exist.
  block_type_id: id<BlockTypeId>().nullable(),
  capabilities: z.array(text()).default([]),
  version: text().default(noVersion),
});

export const BlockSchemaQuery = z.object({ version: text().optional() });

export const BlockSchemaFilterBody = pagedFilterBody({ block_schemas: blockSchemaFilter });

export const BlockSchemaWire = z.object({
  id: z.string(),
  created: z.string(),
  updated: z.string(),
  checksum: z.string(),
  fields: jsonObject().meta(losslessMeta),
  block_type_id: z.string(),
  block_type: BlockTypeWire,
  capabilities: z.array(z.string()).readonly(),
  version: z.string(),
});

export function toBlockSchemaWire({ schema, type, fields }: ResolvedSchema): z.infer<typeof BlockSchemaWire> {
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

/** A new schema is answered as it was submitted; the rebuilt form comes with the next read. */
export function asSubmitted(fields: JsonObject): JsonObject {
  const references: Json = fields.get("block_schema_references") ?? new Map();
  return new Map(fields).set("block_schema_references", references);
}
