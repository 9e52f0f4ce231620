import { z } from "zod";
import type { NewBlockType } from "@/lib/blocks/create-block-type";
import { escapeHtml } from "@/lib/blocks/html-escape";
import type { BlockType } from "@/lib/blocks/model";
import { isBlockTypeName, isSlug, slugPattern } from "@/lib/blocks/names";
import type { BlockTypeChanges } from "@/lib/blocks/update-block-type";
import { toWireTimestamp } from "@/lib/time";
import { exampleType } from "@/lib/wire/examples";
import { pagedFilterBody, text, wireId, wireTime } from "@/lib/wire/fields";
import { blockSchemaFilter, blockTypeFilter } from "@/lib/wire/filters";
import { rememberPrinted } from "@/lib/wire/print-wire";
import { httpUrl } from "@/lib/wire/urls";

const slug = text()
  .refine(isSlug, {
    error: "Block type slug must only contain lowercase letters, numbers, and dashes.",
    params: { type: "value_error" },
  })
  .meta({ pattern: slugPattern.source, description: "The name in addresses and in `Block.load`; unique." });

const name = text()
  .refine(isBlockTypeName, {
    error: ({ input }) =>
      `Name '${String(input)}' contains an invalid character. Must not contain any of: ['/', '%', '&', '>', '<'].`,
    params: { type: "value_error.invalidname" },
  })
  .meta({
    pattern: "^[^/%&><]*$",
    description: "What people call it. A name that begins with `Prefect` is reserved.",
  });

const texts = {
  logo_url: httpUrl()
    .nullish()
    .meta({ description: "The http or https address of an image. Blockyard stores it and never loads it." }),
  documentation_url: httpUrl()
    .nullish()
    .meta({ description: "The http or https address of its documentation." }),
  description: text().nullish().meta({ description: "What blocks of this type are for, as Markdown." }),
  code_example: text().nullish().meta({ description: "Python code that uses a block, as Markdown." }),
};

export const BlockTypeCreateBody = z
  .strictObject({ name, slug, ...texts })
  .meta({ id: "CreateBlockType", examples: [exampleType.sent] });
export const BlockTypeUpdateBody = z
  .strictObject(texts)
  .meta({ id: "UpdateBlockType", examples: [{ description: "Reads and writes files in a bucket." }] });

export const BlockTypeFilterBody = pagedFilterBody({
  block_types: blockTypeFilter,
  block_schemas: blockSchemaFilter,
}).meta({
  id: "FilterBlockTypes",
  examples: [{ block_schemas: { block_capabilities: { all_: ["write-path"] } }, limit: 20 }],
});

export const BlockTypeWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    slug: z.string().meta({ pattern: slugPattern.source }),
    logo_url: z.string().nullable(),
    documentation_url: z.string().nullable(),
    description: z.string().nullable(),
    code_example: z.string().nullable(),
    is_protected: z
      .boolean()
      .meta({ description: "Whether the API refuses to delete the type and its schemas." }),
  })
  .meta({ id: "BlockType", examples: [exampleType.answered] });

/** Printed once per version of a type. */
export const toBlockTypeWire = rememberPrinted((type: BlockType): z.infer<typeof BlockTypeWire> => {
  return {
    id: type.id,
    created: toWireTimestamp(type.created),
    updated: toWireTimestamp(type.updated),
    name: type.name,
    slug: type.slug,
    logo_url: type.logoUrl,
    documentation_url: type.documentationUrl,
    description: type.description,
    code_example: type.codeExample,
    is_protected: type.isProtected,
  };
});

/** Prefect escapes the two texts when a type is created, and only then. */
export function fromBlockTypeCreateBody(body: z.infer<typeof BlockTypeCreateBody>): NewBlockType {
  return {
    name: body.name,
    slug: body.slug,
    logoUrl: body.logo_url ?? null,
    documentationUrl: body.documentation_url ?? null,
    description: escapeOptional(body.description),
    codeExample: escapeOptional(body.code_example),
    isProtected: false,
  };
}

function escapeOptional(value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : escapeHtml(value);
}

/** Only the keys that were sent. */
export function fromBlockTypeUpdateBody(body: z.infer<typeof BlockTypeUpdateBody>): BlockTypeChanges {
  return {
    ...(body.logo_url === undefined ? {} : { logoUrl: body.logo_url }),
    ...(body.documentation_url === undefined ? {} : { documentationUrl: body.documentation_url }),
    ...(body.description === undefined ? {} : { description: body.description }),
    ...(body.code_example === undefined ? {} : { codeExample: body.code_example }),
  };
}
