// The three filters of `/filter` and `/count` bodies. Null and absent mean the same: no condition.
import { z } from "zod";
import type { BlockDocumentFilter, BlockSchemaFilter, BlockTypeFilter } from "@/lib/blocks/store";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { anyMeta, anyOf, flag, id, likeMeta, likeText, operator, text } from "@/lib/wire/fields";

export const blockTypeFilter = z
  .strictObject({ name: likeText, slug: anyOf(text()) })
  .meta({ id: "BlockTypeFilter" })
  .nullish();

export const blockSchemaFilter = z
  .strictObject({
    operator,
    block_type_id: anyOf(id<BlockTypeId>()),
    block_capabilities: z
      .strictObject({
        all_: z
          .array(text())
          .nullish()
          .meta({ description: "All of these. An empty list sets no condition." }),
      })
      .nullish(),
    id: anyOf(id<BlockSchemaId>()),
    version: anyOf(text()),
  })
  .meta({ id: "BlockSchemaFilter" })
  .nullish();

export const blockDocumentFilter = z
  .strictObject({
    operator,
    id: anyOf(id<BlockDocumentId>()),
    is_anonymous: z.strictObject({ eq_: flag().nullish() }).nullish().meta({
      description: "Absent: only documents that are not anonymous. `null`, here or in `eq_`: both kinds.",
    }),
    block_type_id: anyOf(id<BlockTypeId>()),
    name: z
      .strictObject({ any_: z.array(text()).nullish().meta(anyMeta), like_: text().nullish().meta(likeMeta) })
      .nullish(),
  })
  .meta({ id: "BlockDocumentFilter" })
  .nullish();

export function fromBlockTypeFilter(
  types: z.infer<typeof blockTypeFilter>,
  schemas?: z.infer<typeof blockSchemaFilter>,
): BlockTypeFilter {
  return {
    ...present("nameLike", types?.name?.like_),
    ...present("slugs", types?.slug?.any_),
    ...(schemas ? { schema: fromBlockSchemaFilter(schemas) } : {}),
  };
}

export function fromBlockSchemaFilter(filter: z.infer<typeof blockSchemaFilter>): BlockSchemaFilter {
  if (!filter) return {};
  return {
    operator: filter.operator,
    ...present("blockTypeIds", filter.block_type_id?.any_),
    ...present("capabilities", filter.block_capabilities?.all_),
    ...present("ids", filter.id?.any_),
    ...present("versions", filter.version?.any_),
  };
}

/** Anonymous documents are left out unless the filter speaks of them; that default takes part in `or_` too. */
export function fromBlockDocumentFilter(body: {
  readonly block_documents?: z.infer<typeof blockDocumentFilter>;
  readonly block_types?: z.infer<typeof blockTypeFilter>;
  readonly block_schemas?: z.infer<typeof blockSchemaFilter>;
}): BlockDocumentFilter {
  const documents = body.block_documents;
  const isAnonymous = documents?.is_anonymous === undefined ? false : documents.is_anonymous?.eq_;
  return {
    ...present("operator", documents?.operator),
    ...present("isAnonymous", isAnonymous),
    ...present("ids", documents?.id?.any_),
    ...present("blockTypeIds", documents?.block_type_id?.any_),
    ...present("names", documents?.name?.any_),
    ...present("nameLike", documents?.name?.like_),
    ...(body.block_types ? { type: fromBlockTypeFilter(body.block_types) } : {}),
    ...(body.block_schemas ? { schema: fromBlockSchemaFilter(body.block_schemas) } : {}),
  };
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): { readonly [K in Key]?: Value } | Record<never, never> {
  return value === null || value === undefined ? {} : { [key]: value };
}
