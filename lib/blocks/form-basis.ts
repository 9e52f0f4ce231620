// What a block's form is made of on the server: the compiled tree, and the stored document behind it. Reading a form and
// saving it start from the same basis, so what a person saw is what a change is judged by.
import {
  type BlockDocument,
  type BlockSchema,
  type BlockType,
  type ReferencePlace,
  revealData,
} from "@/lib/blocks/model";
import { type PlacedRows, placeBlocks, removeLost, splitPlaced } from "@/lib/blocks/placed-data";
import { readBlockDocuments } from "@/lib/blocks/read-block-document";
import { readSchemaReading } from "@/lib/blocks/schema-reading";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { DomainError } from "@/lib/errors";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { type DraftOptions, initialDraft } from "@/lib/forms/draft-from-data";
import type { FormTree } from "@/lib/forms/field-node";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";
import { maskForForm } from "@/lib/secrets/mask-for-form";
import type { Masked, SecretPath } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import { formatDate } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

export type FormBasis = {
  readonly type: BlockType;
  readonly schema: BlockSchema;
  readonly tree: FormTree;
  /** Of the schema of the document that the form writes. */
  readonly schemaPaths: readonly SecretPath[];
  /** The document that is edited, or the source of a duplicate; absent for an empty form. */
  readonly stored?: StoredDocument;
  readonly masked: Masked | undefined;
  readonly draft: readonly Draft[];
};

type StoredDocument = {
  readonly document: BlockDocument;
  /** In clear: it never leaves the server. */
  readonly data: JsonObject;
  readonly rows: PlacedRows;
  readonly secretPaths: readonly SecretPath[];
};

type ReadDeps = Pick<Deps, "store">;

export type StoredBlock = {
  /** Another schema of the block's type, to which it is to be moved; absent: the one that it has. */
  readonly schemaId?: BlockSchemaId;
  /** Marks the secrets that were set after this moment. */
  readonly since?: Micros;
};

/**
 * The form of an existing block. Undefined when there is no such block.
 * @throws DomainError not_found for a schema that is none of its type.
 */
export async function readStoredBasis(
  deps: ReadDeps,
  id: BlockDocumentId,
  { schemaId, since }: StoredBlock = {},
): Promise<FormBasis | undefined> {
  const found = await readStored(deps, id);
  if (!found) return undefined;
  const { stored, type } = found;
  const isMoved = schemaId !== undefined && schemaId !== found.schema.id;
  const schema = isMoved ? await findSchema(deps, type, schemaId) : found.schema;
  const { fields, secretPaths: schemaPaths } = await readSchemaReading(deps, schema);
  const tree = compileForm(fields, fieldOverlays(type.slug), extraSecretPaths(type.slug));
  // Hidden is what either schema hides.
  const paths = isMoved ? [...schemaPaths, ...stored.secretPaths] : stored.secretPaths;
  const options = since === undefined ? {} : { formatDate: formatDateSince(since) };
  return { type, schema, tree, schemaPaths, stored, ...shown(tree, stored, paths, options) };
}

function formatDateSince(since: Micros): (at: Micros) => string {
  return (at) => (at > since ? `${formatDate(at)}, after you opened this form` : formatDate(at));
}

export type NewBlock = {
  readonly slug: string;
  /** The schema that the form was made from; absent: the newest one. */
  readonly schemaId?: BlockSchemaId;
  readonly duplicateOf?: BlockDocumentId;
};

/**
 * The form of a new block, empty or filled in like another one.
 * @throws DomainError not_found for an unknown type, schema or source.
 */
export async function readNewBasis(deps: ReadDeps, input: NewBlock): Promise<FormBasis> {
  const type = await deps.store.blockTypes.bySlug(input.slug);
  if (!type) throw new DomainError("not_found", `There is no block type ${input.slug}.`);
  const schema = await findSchema(deps, type, input.schemaId);
  const { fields, secretPaths: schemaPaths } = await readSchemaReading(deps, schema);
  const tree = compileForm(fields, fieldOverlays(type.slug), extraSecretPaths(type.slug));
  if (input.duplicateOf === undefined) {
    return { type, schema, tree, schemaPaths, masked: undefined, draft: initialDraft(tree, undefined) };
  }
  const found = (await readStored(deps, input.duplicateOf))?.stored;
  if (found?.document.blockTypeId !== type.id) {
    throw new DomainError("not_found", "The block to duplicate does not exist any more.");
  }
  const { data, ...rows } = splitPlaced(found.document.id, removeLost(placeBlocks(found.data, found.rows)));
  const source: StoredDocument = { ...found, data, rows };
  // Hidden is what either schema hides: the source may have been made with another one.
  const paths = [...schemaPaths, ...source.secretPaths];
  const copiedFrom = `${type.slug}/${source.document.name}`;
  return {
    type,
    schema,
    tree,
    schemaPaths,
    stored: source,
    ...shown(tree, source, paths, { copiedFrom }),
  };
}

async function findSchema(
  { store }: ReadDeps,
  type: BlockType,
  id: BlockSchemaId | undefined,
): Promise<BlockSchema> {
  const schema =
    id === undefined
      ? (await store.blockSchemas.latestOfTypes([type.id]))[0]
      : await store.blockSchemas.byId(id);
  if (schema?.blockTypeId === type.id) return schema;
  throw new DomainError(
    "not_found",
    `The schema of ${type.name} that the form needs does not exist. Reload the page.`,
  );
}

async function readStored(deps: ReadDeps, id: BlockDocumentId) {
  const document = await deps.store.blockDocuments.byId(id);
  const [resolved] = document ? await readBlockDocuments(deps, [document]) : [];
  if (!document || !resolved) return undefined;
  const { type, schema, fields, secretPaths } = resolved;
  const { blockDocuments } = deps.store;
  const references = document.hasReferences ? await blockDocuments.referencesFrom([id]) : [];
  const lost = document.hasReferences ? await blockDocuments.lostReferencesFrom([id]) : [];
  const stored: StoredDocument = {
    document,
    data: revealData(document, "mask it for its form, or change it"),
    rows: { references, lost },
    secretPaths,
  };
  return { stored, type, schema, fields };
}

function shown(
  tree: FormTree,
  { document, data, rows }: StoredDocument,
  secretPaths: readonly SecretPath[],
  options: DraftOptions,
): Pick<FormBasis, "masked" | "draft"> {
  const masked = maskForForm(data, secretPaths);
  const { secretDates, secretMarks: marks } = document;
  const shared = { secretDates, marks, blocks: blocksOf(rows) };
  return { masked, draft: initialDraft(tree, masked, { formatDate, ...options, ...shared }) };
}

function blocksOf({ references, lost }: PlacedRows): NonNullable<DraftOptions["blocks"]> {
  const at = ({ name, path = "" }: ReferencePlace) => pointerTo("", name) + path;
  return new Map<string, { documentId: string } | { lost: string }>([
    ...references.map((row) => [at(row), { documentId: row.childId }] as const),
    ...lost.map((row) => [at(row), { lost: `${row.lost.typeSlug}/${row.lost.name}` }] as const),
  ]);
}
