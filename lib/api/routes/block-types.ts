import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createBlockType } from "@/lib/blocks/create-block-type";
import { deleteBlockType } from "@/lib/blocks/delete-block-type";
import { installSystemBlockTypes } from "@/lib/blocks/install-system-block-types";
import { readBlockDocumentByName, readBlockDocuments } from "@/lib/blocks/read-block-document";
import { readBlockType, readBlockTypeBySlug } from "@/lib/blocks/read-block-type";
import { updateBlockType } from "@/lib/blocks/update-block-type";
import type { BlockTypeId } from "@/lib/ids";
import { BlockDocumentWire, SecretsQuery, toBlockDocumentWire } from "@/lib/wire/block-documents";
import {
  BlockTypeCreateBody,
  BlockTypeFilterBody,
  BlockTypeUpdateBody,
  BlockTypeWire,
  fromBlockTypeCreateBody,
  fromBlockTypeUpdateBody,
  toBlockTypeWire,
} from "@/lib/wire/block-types";
import { exampleDocument, exampleType } from "@/lib/wire/examples";
import { id, pathSlug } from "@/lib/wire/fields";
import { fromBlockTypeFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockTypeId>().meta({ examples: [exampleType.answered.id] }) });
const slug = pathSlug(exampleType.sent.slug);
const bySlug = z.object({ slug });
const bySlugAndName = z.object({ slug, name: pathSlug(exampleDocument.sent.name) });

export const blockTypeRoutes = [
  route(
    {
      method: "POST",
      path: "/block_types/",
      operationId: "create_block_type",
      tag: "Block types",
      summary: "Register a block type",
      description: [
        "Slugs are unique, names may repeat. As clients expect, `description` and `code_example` are stored with `&`, `<` and `>` escaped.",
      ],
      body: BlockTypeCreateBody,
      answers: { 201: BlockTypeWire },
      refusals: {
        403: "The name begins with `Prefect`, in upper or lower case.",
        409: "Another block type has this slug.",
      },
    },
    async (context, { body }) => {
      const type = await createBlockType(context, fromBlockTypeCreateBody(body));
      return { status: 201, body: toBlockTypeWire(type) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_types/filter",
      operationId: "filter_block_types",
      tag: "Block types",
      summary: "List block types by name",
      description: [
        "Types that match every filter, sorted by name, upper case before lower case. With `block_schemas` a type needs at least one schema that matches. Without a body all types are listed.",
      ],
      body: BlockTypeFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockTypeWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async ({ store }, { body }) => {
      const filter = fromBlockTypeFilter(body.block_types, body.block_schemas);
      const types = await store.blockTypes.list(filter, toPage(body));
      return { status: 200, body: types.map(toBlockTypeWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_types/install_system_block_types",
      operationId: "install_system_block_types",
      tag: "Block types",
      summary: "Register or restore the protected block types",
      description: [
        "Registers those that are missing and gives those that were changed their own texts back. Calling it again changes nothing. It takes no body.",
      ],
      answers: { 200: z.null() },
    },
    async (context) => {
      await installSystemBlockTypes(context);
      return { status: 200, body: null };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_types/:id",
      operationId: "read_block_type",
      tag: "Block types",
      summary: "Read a block type",
      params: byId,
      answers: { 200: BlockTypeWire },
      refusals: { 404: "No block type has this id." },
    },
    async (context, { params }) => ({
      status: 200,
      body: toBlockTypeWire(await readBlockType(context, params.id)),
    }),
  ),
  route(
    {
      method: "PATCH",
      path: "/block_types/:id",
      operationId: "update_block_type",
      tag: "Block types",
      summary: "Change the texts of a block type",
      description: [
        "Only the keys that are sent are written; `null` clears one. Name and slug never change. Where nothing differs, `updated` stays as it is. Protected types can be changed too.",
      ],
      params: byId,
      body: BlockTypeUpdateBody,
      answers: { 204: null },
      refusals: { 404: "No block type has this id." },
    },
    async (context, { params, body }) => {
      await updateBlockType(context, params.id, fromBlockTypeUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/block_types/:id",
      operationId: "delete_block_type",
      tag: "Block types",
      summary: "Delete a block type with its schemas and documents",
      description: [
        "Everything made with the type goes with it, and blocks that refer to one of its documents lose that field. It cannot be undone.",
      ],
      params: byId,
      answers: { 204: null },
      refusals: {
        403: "The block type is protected.",
        404: "No block type has this id.",
        409: "A document of another block keeps data of this one and cannot be decrypted, so nobody can say what of it must stay hidden.",
      },
    },
    async (context, { params }) => {
      await deleteBlockType(context, params.id);
      return { status: 204 };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_types/slug/:slug",
      operationId: "read_block_type_by_slug",
      tag: "Block types",
      summary: "Read a block type by its slug",
      params: bySlug,
      answers: { 200: BlockTypeWire },
      refusals: { 404: "No block type has this slug." },
    },
    async (context, { params }) => ({
      status: 200,
      body: toBlockTypeWire(await readBlockTypeBySlug(context, params.slug)),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/block_types/slug/:slug/block_documents",
      operationId: "list_block_documents_of_type",
      tag: "Block documents",
      summary: "List the named documents of a block type",
      description: [
        "Sorted by name, without pages and without anonymous documents. A document whose stored data cannot be decrypted comes with empty `data`.",
      ],
      params: bySlug,
      query: SecretsQuery,
      answers: { 200: z.array(BlockDocumentWire) },
      refusals: { 404: "No block type has this slug." },
    },
    async (context, { params, query }) => {
      const type = await readBlockTypeBySlug(context, params.slug);
      const filter = { blockTypeIds: [type.id], isAnonymous: false };
      const documents = await context.store.blockDocuments.list(filter, "name_asc");
      const presentation = { includesSecrets: query.include_secrets, whenUnreadable: "omit data" } as const;
      const resolved = await readBlockDocuments(context, documents);
      return { status: 200, body: resolved.map((item) => toBlockDocumentWire(item, presentation)) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/block_types/slug/:slug/block_documents/name/:name",
      operationId: "read_block_document_by_name",
      tag: "Block documents",
      summary: "Read a document by the slug of its type and its name",
      description: [
        'What `Block.load("slug/name")` asks for. Anonymous documents are found too. The answer has everything that a client needs to build the block, the data of the blocks it refers to included.',
      ],
      params: bySlugAndName,
      query: SecretsQuery,
      answers: { 200: BlockDocumentWire },
      refusals: {
        404: "No block type has this slug, or no document of it has this name.",
        409: "The stored data cannot be decrypted, or the blocks it refers to unfold beyond 50 levels or 1000 blocks.",
      },
    },
    async (context, { params, query }) => {
      const resolved = await readBlockDocumentByName(context, params.slug, params.name);
      const presentation = { includesSecrets: query.include_secrets, whenUnreadable: "refuse" } as const;
      return { status: 200, body: toBlockDocumentWire(resolved, presentation) };
    },
  ),
] as const;
