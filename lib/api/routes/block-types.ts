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
import { id } from "@/lib/wire/fields";
import { fromBlockTypeFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockTypeId>() });
const bySlug = z.object({ slug: z.string() });
const bySlugAndName = z.object({ slug: z.string(), name: z.string() });

export const blockTypeRoutes = [
  route(
    {
      method: "POST",
      path: "/block_types/",
      summary: "Register a block type",
      body: BlockTypeCreateBody,
      answers: { 201: BlockTypeWire },
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
      summary: "List block types by name",
      body: BlockTypeFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockTypeWire) },
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
      summary: "Register or restore the protected block types",
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
      summary: "Read a block type",
      params: byId,
      answers: { 200: BlockTypeWire },
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
      summary: "Change the texts of a block type",
      params: byId,
      body: BlockTypeUpdateBody,
      answers: { 204: null },
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
      summary: "Delete a block type with its schemas and documents",
      params: byId,
      answers: { 204: null },
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
      summary: "Read a block type by its slug",
      params: bySlug,
      answers: { 200: BlockTypeWire },
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
      summary: "List the named documents of a block type",
      params: bySlug,
      query: SecretsQuery,
      answers: { 200: z.array(BlockDocumentWire) },
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
      summary: "Read a document by the slug of its type and its name",
      params: bySlugAndName,
      query: SecretsQuery,
      answers: { 200: BlockDocumentWire },
    },
    async (context, { params, query }) => {
      const resolved = await readBlockDocumentByName(context, params.slug, params.name);
      const presentation = { includesSecrets: query.include_secrets, whenUnreadable: "refuse" } as const;
      return { status: 200, body: toBlockDocumentWire(resolved, presentation) };
    },
  ),
] as const;
