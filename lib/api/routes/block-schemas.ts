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
  BlockSchemaCreateBody,
  BlockSchemaFilterBody,
  BlockSchemaQuery,
  BlockSchemaWire,
  fromBlockSchemaCreateBody,
  toBlockSchemaWire,
  toSubmittedSchemaWire,
} from "@/lib/wire/block-schemas";
import { exampleSchema } from "@/lib/wire/examples";
import { id } from "@/lib/wire/fields";
import { fromBlockSchemaFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockSchemaId>().meta({ examples: [exampleSchema.answered.id] }) });
/** Another text is no fault: nothing has it. */
const byChecksum = z.object({
  checksum: z
    .string()
    .meta({ pattern: "^sha256:[0-9a-f]{64}$", examples: [exampleSchema.answered.checksum] }),
});

export const blockSchemaRoutes = [
  route(
    {
      method: "POST",
      path: "/block_schemas/",
      operationId: "create_block_schema",
      tag: "Block schemas",
      summary: "Register a block schema",
      description: [
        "The checksum is computed from `fields`. Where checksum and version are known, the stored schema is answered unchanged with 200, even if it belongs to another type; so clients may register on every start.",
        "Nested blocks stand in `block_schema_references`. Those that are not registered yet are taken from `definitions` and registered with the version `non-versioned`.",
        "201 answers `fields` as submitted. Later readings have references and definitions rebuilt from what is registered.",
      ],
      body: BlockSchemaCreateBody,
      answers: { 200: BlockSchemaWire, 201: BlockSchemaWire },
      refusals: {
        404: "No block type has this id; `null` names none.",
        409: "A nested block is of a type that is not registered.",
      },
    },
    async (context, { body }) => {
      const { schema, isNew } = await createBlockSchema(context, fromBlockSchemaCreateBody(body));
      const resolved = await readBlockSchema(context, schema.id);
      return isNew
        ? { status: 201, body: toSubmittedSchemaWire(resolved, body.fields) }
        : { status: 200, body: toBlockSchemaWire(resolved) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_schemas/filter",
      operationId: "filter_block_schemas",
      tag: "Block schemas",
      summary: "List block schemas, newest first",
      description: ["With `limit` 1 the answer is the latest schema. Without a body all schemas are listed."],
      body: BlockSchemaFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockSchemaWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
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
      operationId: "read_block_schema_by_checksum",
      tag: "Block schemas",
      summary: "Read a block schema by its checksum",
      description: [
        "Of several versions with the same checksum the newest is answered, unless `version` names one. Clients ask this before they register a schema.",
      ],
      params: byChecksum,
      query: BlockSchemaQuery,
      answers: { 200: BlockSchemaWire },
      refusals: { 404: "No block schema has this checksum and version." },
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
      operationId: "read_block_schema",
      tag: "Block schemas",
      summary: "Read a block schema",
      params: byId,
      answers: { 200: BlockSchemaWire },
      refusals: { 404: "No block schema has this id." },
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
      operationId: "delete_block_schema",
      tag: "Block schemas",
      summary: "Delete a block schema with its documents",
      description: ["Every document made with the schema goes with it. It cannot be undone."],
      params: byId,
      answers: { 204: null },
      refusals: {
        403: "The schema belongs to a protected block type.",
        404: "No block schema has this id.",
        409: "A document of another block keeps data of this one and cannot be decrypted, so nobody can say what of it must stay hidden.",
      },
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
      operationId: "list_block_capabilities",
      tag: "Block schemas",
      summary: "List what blocks can do",
      description: ["Every capability that a registered schema names, each once, in no particular order."],
      answers: { 200: z.array(z.string().meta({ examples: ["write-path"] })) },
    },
    async ({ store }) => ({ status: 200, body: await store.blockSchemas.capabilities() }),
  ),
] as const;
