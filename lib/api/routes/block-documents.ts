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
import { exampleDocument } from "@/lib/wire/examples";
import { id } from "@/lib/wire/fields";
import { fromBlockDocumentFilter } from "@/lib/wire/filters";

const byId = z.object({ id: id<BlockDocumentId>().meta({ examples: [exampleDocument.answered.id] }) });

export const blockDocumentRoutes = [
  route(
    {
      method: "POST",
      path: "/block_documents/",
      operationId: "create_block_document",
      tag: "Block documents",
      summary: "Create a block document",
      description: [
        "Stores `data` encrypted. It is not checked against the schema: keys may be missing or unknown.",
        'A top-level value `{"$ref": {"block_document_id": "…"}}` refers to another document, whose data is put in its place on reading. Deeper down such a value is plain data.',
        "The answer shows secrets as `********`. An anonymous document without a name gets one that begins with `anonymous-`.",
      ],
      body: BlockDocumentCreateBody,
      answers: { 201: BlockDocumentWire },
      refusals: {
        400: "A reference has no usable `block_document_id`, would close a circle, or nests deeper than 50 levels.",
        404: "No block type has this id.",
        409: "A document of this type has this name, or the schema or a referenced document does not exist.",
      },
    },
    async (context, { body }) => {
      const created = await createBlockDocument(context, fromBlockDocumentCreateBody(body));
      const presentation = { includesSecrets: false, whenUnreadable: "omit data" } as const;
      return { status: 201, body: toBlockDocumentWire(created, presentation) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/block_documents/filter",
      operationId: "filter_block_documents",
      tag: "Block documents",
      summary: "List block documents",
      description: [
        "Documents that match every filter, sorted by name unless `sort` says otherwise. Anonymous ones are left out unless `block_documents.is_anonymous` speaks of them: `null` lists both kinds. Referenced documents are shown inside those that refer to them and do not count towards `limit`. A document whose stored data cannot be decrypted comes with empty `data`.",
      ],
      body: BlockDocumentFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(BlockDocumentWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
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
      operationId: "count_block_documents",
      tag: "Block documents",
      summary: "Count block documents",
      description: ["The number of documents that the same filters would list, without pages."],
      body: BlockDocumentCountBody,
      isBodyOptional: true,
      answers: {
        200: z
          .int()
          .min(0)
          .meta({ examples: [3] }),
      },
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
      operationId: "read_block_document",
      tag: "Block documents",
      summary: "Read a block document",
      description: [
        "Secrets are shown as `********` unless `include_secrets` is true. The data of the blocks it refers to stands under their fields, each masked by its own schema.",
      ],
      params: byId,
      isUnknownWhenMalformed: true,
      query: SecretsQuery,
      answers: { 200: BlockDocumentWire },
      refusals: {
        404: "No block document has this id; an id that is no UUID is none.",
        409: "The stored data cannot be decrypted, or the blocks it refers to unfold beyond 50 levels or 1000 blocks.",
      },
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
      operationId: "update_block_document",
      tag: "Block documents",
      summary: "Change the data or the schema of a block document",
      description: [
        "By default top-level keys are merged: keys that are not sent stay, and what lies below a key that is sent is replaced as a whole. With `merge_existing_data` false, `data` replaces everything, and without `data` the document becomes empty.",
        "A secret sent back as `********` keeps its stored value, so a masked reading can be changed and sent back. Under a new key of a map of secrets it is refused, for nothing is stored that it could keep. References are written as in creation; merging keeps those that are not repeated.",
        "`block_schema_id` moves the document to another schema of the same type. Name and type never change.",
      ],
      params: byId,
      isUnknownWhenMalformed: true,
      body: BlockDocumentUpdateBody,
      answers: { 204: null },
      refusals: {
        400: "A reference has no usable `block_document_id`, would close a circle, or nests deeper than 50 levels; or the schema belongs to another type.",
        404: "No block document or no schema has this id; an id that is no UUID is none.",
        409: "A referenced document does not exist, or the stored data cannot be decrypted.",
      },
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
      operationId: "delete_block_document",
      tag: "Block documents",
      summary: "Delete a block document",
      description: ["Documents that refer to it lose the field. It cannot be undone."],
      params: byId,
      isUnknownWhenMalformed: true,
      answers: { 204: null },
      refusals: { 404: "No block document has this id; an id that is no UUID is none." },
    },
    async (context, { params }) => {
      await deleteBlockDocument(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
