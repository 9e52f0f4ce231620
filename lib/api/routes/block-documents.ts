import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createBlockDocument } from "@/lib/blocks/create-block-document";
import { deleteBlockDocument } from "@/lib/blocks/delete-block-document";
import { readBlockDocument, readBlockDocuments } from "@/lib/blocks/read-block-document";
import { updateBlockDocument } from "@/lib/blocks/update-block-document";
import type { BlockDocumentId } from "@/lib/ids";
import {
  BlockDocumentCountBody,
  BlockDocumentCreateBody,
  BlockDocumentFilterBody,
  BlockDocumentUpdateBody,
  BlockDocumentWire,
  fromBlockDocumentCreateBody,
  fromBlockDocumentUpdateBody,
  fromSortWire,
  SecretsQuery,
  toBlockDocumentWire,
} from "@/lib/wire/block-documents";
import { id } from "@/lib/wire/fields";
import { fromBlockDocumentFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockDocumentId>() });

export const blockDocumentRoutes = [
  route(
    {
      method: "POST",
      path: "/block_documents/",
      summary: "Create a block document",
      body: BlockDocumentCreateBody,
      answers: { 201: BlockDocumentWire },
    },
    async (context, { body }) => {
      const { id: created } = await createBlockDocument(context, fromBlockDocumentCreateBody(body));
      const resolved = await readBlockDocument(context, created);
      const presentation = { includesSecrets: false, whenUnreadable: "refuse" } as const;
      return { status: 201, body: toBlockDocumentWire(resolved, presentation) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_documents/filter",
      summary: "List block documents",
      body: BlockDocumentFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockDocumentWire) },
    },
    async (context, { body }) => {
      const filter = fromBlockDocumentFilter(body);
      const documents = await context.store.blockDocuments.list(
        filter,
        fromSortWire(body.sort),
        toPage(body),
      );
      const presentation = { includesSecrets: body.include_secrets, whenUnreadable: "omit data" } as const;
      const resolved = await readBlockDocuments(context, documents);
      return { status: 200, body: resolved.map((item) => toBlockDocumentWire(item, presentation)) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_documents/count",
      summary: "Count block documents",
      body: BlockDocumentCountBody,
      isBodyOptional: true,
      answers: { 200: z.int() },
    },
    async ({ store }, { body }) => ({
      status: 200,
      body: await store.blockDocuments.count(fromBlockDocumentFilter(body)),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/block_documents/:id",
      summary: "Read a block document",
      params: byId,
      isUnknownWhenMalformed: true,
      query: SecretsQuery,
      answers: { 200: BlockDocumentWire },
    },
    async (context, { params, query }) => {
      const resolved = await readBlockDocument(context, params.id);
      const presentation = { includesSecrets: query.include_secrets, whenUnreadable: "refuse" } as const;
      return { status: 200, body: toBlockDocumentWire(resolved, presentation) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/block_documents/:id",
      summary: "Change the data or the schema of a block document",
      params: byId,
      isUnknownWhenMalformed: true,
      body: BlockDocumentUpdateBody,
      answers: { 204: null },
    },
    async (context, { params, body }) => {
      await updateBlockDocument(context, params.id, fromBlockDocumentUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/block_documents/:id",
      summary: "Delete a block document",
      params: byId,
      isUnknownWhenMalformed: true,
      answers: { 204: null },
    },
    async (context, { params }) => {
      await deleteBlockDocument(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
