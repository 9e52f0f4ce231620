import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createBlockSchema } from "@/lib/blocks/create-block-schema";
import { deleteBlockSchema } from "@/lib/blocks/delete-block-schema";
import {
  filterBlockSchemas,
  readBlockSchema,
  readBlockSchemaByChecksum,
} from "@/lib/blocks/read-block-schema";
import type { BlockSchemaId } from "@/lib/ids";
import {
  asSubmitted,
  BlockSchemaCreateBody,
  BlockSchemaFilterBody,
  BlockSchemaQuery,
  BlockSchemaWire,
  fromBlockSchemaCreateBody,
  toBlockSchemaWire,
} from "@/lib/wire/block-schemas";
import { id } from "@/lib/wire/fields";
import { fromBlockSchemaFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockSchemaId>() });

export const blockSchemaRoutes = [
  route(
    {
      method: "POST",
      path: "/block_schemas/",
      summary: "Register a block schema; 200 when checksum and version are known",
      body: BlockSchemaCreateBody,
      answers: { 200: BlockSchemaWire, 201: BlockSchemaWire },
    },
    async (context, { body }) => {
      const { schema, isNew } = await createBlockSchema(context, fromBlockSchemaCreateBody(body));
      const resolved = await readBlockSchema(context, schema.id);
      const fields = isNew ? asSubmitted(body.fields) : resolved.fields;
      return { status: isNew ? 201 : 200, body: toBlockSchemaWire({ ...resolved, fields }) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_schemas/filter",
      summary: "List block schemas, newest first",
      body: BlockSchemaFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockSchemaWire) },
    },
    async (context, { body }) => {
      const filter = fromBlockSchemaFilter(body.block_schemas);
      const schemas = await filterBlockSchemas(context, filter, toPage(body));
      return { status: 200, body: schemas.map(toBlockSchemaWire) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_schemas/checksum/:checksum",
      summary: "Read a block schema by its checksum, the newest unless a version is given",
      params: z.object({ checksum: z.string() }),
      query: BlockSchemaQuery,
      answers: { 200: BlockSchemaWire },
    },
    async (context, { params, query }) => {
      const schema = await readBlockSchemaByChecksum(context, params.checksum, query.version);
      return { status: 200, body: toBlockSchemaWire(schema) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_schemas/:id",
      summary: "Read a block schema",
      params: byId,
      answers: { 200: BlockSchemaWire },
    },
    async (context, { params }) => ({
      status: 200,
      body: toBlockSchemaWire(await readBlockSchema(context, params.id)),
    }),
  ),
  route(
    {
      method: "DELETE",
      path: "/block_schemas/:id",
      summary: "Delete a block schema with its documents",
      params: byId,
      answers: { 204: null },
    },
    async (context, { params }) => {
      await deleteBlockSchema(context, params.id);
      return { status: 204 };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_capabilities/",
      summary: "List what blocks can do",
      answers: { 200: z.array(z.string()) },
    },
    async ({ store }) => ({ status: 200, body: await store.blockSchemas.capabilities() }),
  ),
] as const;
