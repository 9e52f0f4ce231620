import { z } from "zod";
import type { NewBlockDocument } from "@/lib/blocks/create-block-document";
import type { BlockSchema, BlockType } from "@/lib/blocks/model";
import { isSlug, slugPattern } from "@/lib/blocks/names";
import {
  type ResolvedDocument,
  requireMaskedData,
  revealResolvedData,
} from "@/lib/blocks/read-block-document";
import type { BlockDocumentSort } from "@/lib/blocks/store";
import type { BlockDocumentChanges } from "@/lib/blocks/update-block-document";
import type { BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { type JsonObject, printJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import { printMasked } from "@/lib/secrets/tree";
import { toWireTimestamp } from "@/lib/time";
import { BlockSchemaWire, toBlockSchemaWire } from "@/lib/wire/block-schemas";
import { BlockTypeWire, toBlockTypeWire } from "@/lib/wire/block-types";
import { exampleDocument } from "@/lib/wire/examples";
import {
  filterBody,
  flag,
  id,
  jsonObject,
  losslessMeta,
  pagedFilterBody,
  secretMeta,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { blockDocumentFilter, blockSchemaFilter, blockTypeFilter } from "@/lib/wire/filters";
import {
  printWire,
  type SharedText,
  toPrinted,
  toWireObject,
  type WireValue,
  type WithPrinted,
} from "@/lib/wire/print-wire";

const noData: JsonObject = new Map();

const name = text()
  .refine(isSlug, {
    error: "Block document name must only contain lowercase letters, numbers, and dashes.",
    params: { type: "value_error" },
  })
  .nullish()
  .meta({
    pattern: slugPattern.source,
    description: "Unique among the documents of the type. Only an anonymous document may go without.",
  });

export const BlockDocumentCreateBody = z
  .strictObject({
    name,
    data: jsonObject()
      .default(noData)
      .meta({ ...secretMeta, description: "What the block holds. It is stored encrypted." }),
    block_schema_id: id<BlockSchemaId>(),
    block_type_id: id<BlockTypeId>(),
    is_anonymous: flag()
      .default(false)
      .meta({ description: "Whether it belongs to something else, and is left out of lists." }),
  })
  .superRefine((body, context) => {
    // As in Prefect a name that was refused counts as missing too.
    if (body.is_anonymous || (body.name && isSlug(body.name))) return;
    const message = "Names must be provided for block documents.";
    context.addIssue({ code: "custom", path: ["__root__"], message, params: { type: "value_error" } });
  })
  .meta({
    id: "CreateBlockDocument",
    examples: [exampleDocument.sent],
    anyOf: [
      { properties: { name: { type: "string", minLength: 1 } }, required: ["name"] },
      { properties: { is_anonymous: { const: true } }, required: ["is_anonymous"] },
    ],
  });

export const BlockDocumentUpdateBody = z
  .strictObject({
    data: jsonObject()
      .optional()
      .meta({ ...secretMeta, description: "The keys to write. `********` keeps what is stored." }),
    block_schema_id: id<BlockSchemaId>()
      .nullish()
      .meta({ description: "Another schema of the same type; `null` means the one it has." }),
    merge_existing_data: flag()
      .default(true)
      .meta({ description: "Whether top-level keys that are not sent stay." }),
  })
  .meta({ id: "UpdateBlockDocument", examples: [exampleDocument.changed] });

const filters = {
  block_documents: blockDocumentFilter,
  block_types: blockTypeFilter,
  block_schemas: blockSchemaFilter,
};

const includeSecrets = flag()
  .default(false)
  .meta({ description: "Whether secrets are shown in clear instead of as `********`." });

export const BlockDocumentCountBody = filterBody(filters).meta({
  id: "CountBlockDocuments",
  examples: [{ block_types: { slug: { any_: ["s3"] } } }],
});
export const BlockDocumentFilterBody = pagedFilterBody({
  ...filters,
  include_secrets: includeSecrets,
  sort: z
    .enum(["NAME_ASC", "NAME_DESC", "BLOCK_TYPE_AND_NAME_ASC"])
    .default("NAME_ASC")
    .meta({ description: "`BLOCK_TYPE_AND_NAME_ASC` sorts by the name of the type first." }),
}).meta({
  id: "FilterBlockDocuments",
  examples: [{ block_types: { slug: { any_: ["s3"] } }, sort: "NAME_ASC", limit: 50 }],
});

export const SecretsQuery = z.object({ include_secrets: includeSecrets });

/** Only described: `toReferencesWire` writes it. */
const BlockDocumentReference = z
  .object({
    block_document: z.object({
      id: wireId(),
      name: z.string(),
      block_type: BlockTypeWire,
      is_anonymous: z.boolean(),
      get block_document_references() {
        return references;
      },
    }),
  })
  .meta({ id: "BlockDocumentReference", description: "The document whose data stands under a field." });
const references: z.ZodType = z
  .record(z.string(), BlockDocumentReference)
  .meta({ id: "BlockDocumentReferences", description: "By field: the document that it refers to." });

export const BlockDocumentWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    data: jsonObject().meta({
      ...secretMeta,
      description:
        "What the block holds, with the data of referenced documents in their fields. Numbers and order of keys are as they were sent.",
    }),
    block_schema_id: wireId(),
    block_schema: BlockSchemaWire,
    block_type_id: wireId(),
    block_type_name: z.string(),
    block_type: BlockTypeWire,
    block_document_references: jsonObject().meta({
      ...losslessMeta,
      describedBy: () => references,
    }),
    is_anonymous: z.boolean(),
  })
  .meta({ id: "BlockDocument", examples: [exampleDocument.answered] });

/** `whenUnreadable`: a list shows the block without data, a single read says what is wrong. */
export type Presentation = {
  readonly includesSecrets: boolean;
  readonly whenUnreadable: "refuse" | "omit data";
};

/**
 * Put together from ready texts: a list of documents repeats the same few types and schemas, which are most of its bytes.
 * The shape is that of `BlockDocumentWire`, which a test checks.
 */
export function toBlockDocumentWire(resolved: ResolvedDocument, presentation: Presentation): WireValue {
  const { id, created, updated, name, isAnonymous } = resolved.document;
  const createdText = toWireTimestamp(created);
  const updatedText = updated === created ? createdText : toWireTimestamp(updated);
  const references = resolved.references.length === 0 ? "{}" : printWire(toReferencesWire(resolved));
  return toPrinted(
    `{"id":"${id}","created":"${createdText}","updated":"${updatedText}","name":${JSON.stringify(name)},` +
      `"data":${printData(resolved, presentation)},`,
    sharedMembers(resolved),
    `,"block_document_references":${references},"is_anonymous":${isAnonymous}}`,
  );
}

type Shared = SharedText & { readonly type: BlockType; readonly schemaType: BlockType };
const sharedBySchema = new WeakMap<BlockSchema, Shared>();

/** What all documents of one type and schema say in common. A schema serves one type, but for rare mixtures. */
function sharedMembers({ type, schema, schemaType, fields }: ResolvedDocument): SharedText {
  const known = sharedBySchema.get(schema);
  if (known?.type === type && known.schemaType === schemaType) return known;
  const members: Pick<
    WithPrinted<z.infer<typeof BlockDocumentWire>, "block_type" | "block_schema">,
    "block_schema_id" | "block_schema" | "block_type_id" | "block_type_name" | "block_type"
  > = {
    block_schema_id: schema.id,
    block_schema: toBlockSchemaWire({ schema, type: schemaType, fields }),
    block_type_id: type.id,
    block_type_name: type.name,
    block_type: toBlockTypeWire(type),
  };
  const fresh = { type, schemaType, shared: printWire(members).slice(1, -1) };
  sharedBySchema.set(schema, fresh);
  return fresh;
}

function printData(resolved: ResolvedDocument, presentation: Presentation): string {
  if (resolved.maskedData === null && presentation.whenUnreadable === "omit data") return "{}";
  return presentation.includesSecrets
    ? printJson(revealResolvedData(resolved, "the client asked with include_secrets"))
    : printMasked(requireMaskedData(resolved));
}

function toReferencesWire(resolved: ResolvedDocument): WireValue {
  return toWireObject(
    resolved.references.flatMap(({ name, path, child }) => {
      // Clients know references of the top level only.
      if (path !== undefined) return [];
      const described = {
        id: child.document.id,
        name: child.document.name,
        block_type: toBlockTypeWire(child.type),
        is_anonymous: child.document.isAnonymous,
        block_document_references: toReferencesWire(child),
      };
      return [[name, { block_document: described }] as const];
    }),
  );
}

export function fromBlockDocumentCreateBody(body: z.infer<typeof BlockDocumentCreateBody>): NewBlockDocument {
  return {
    name: body.name || null,
    isAnonymous: body.is_anonymous,
    blockTypeId: body.block_type_id,
    blockSchemaId: body.block_schema_id,
    data: new Secret(body.data),
  };
}

export function fromBlockDocumentUpdateBody(
  body: z.infer<typeof BlockDocumentUpdateBody>,
): BlockDocumentChanges {
  return {
    data: body.data && new Secret(body.data),
    blockSchemaId: body.block_schema_id ?? undefined,
    isMerge: body.merge_existing_data,
  };
}

const sorts = {
  NAME_ASC: "name_asc",
  NAME_DESC: "name_desc",
  BLOCK_TYPE_AND_NAME_ASC: "type_and_name_asc",
} as const satisfies Record<string, BlockDocumentSort>;

export function fromSortWire(sort: keyof typeof sorts): BlockDocumentSort {
  return sorts[sort];
}
