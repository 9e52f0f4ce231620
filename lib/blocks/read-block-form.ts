import type { SchemaChange } from "@/lib/blocks/compare-schemas";
import {
  type FormBasis,
  type NewBlock,
  readNewBasis,
  readStoredBasis,
  type StoredBlock,
} from "@/lib/blocks/form-basis";
import { listReferenceCandidates, type ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { BlockDocumentReference } from "@/lib/blocks/model";
import { readSchemaChanges, readSchemaDrift, type SchemaDrift } from "@/lib/blocks/schema-drift";
import { findCatalogEntry } from "@/lib/catalog";
import { catalogTexts } from "@/lib/catalog/overlay";
import { maxBlockNameLength } from "@/lib/forms/block-name";
import type { FormDraft } from "@/lib/forms/draft";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { nodesBelow } from "@/lib/forms/recursion";
import { type UnknownKey, unknownKeys } from "@/lib/forms/unknown-keys";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import { type PasteHelp, pasteHelp } from "@/lib/paste/fill-rules";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What both forms show: plain JSON without any secret, fit for a client component. */
type BlockFormView = {
  readonly blockType: { readonly slug: string; readonly name: string };
  readonly schemaId: BlockSchemaId;
  readonly tree: FormTree;
  readonly draft: FormDraft;
  /** What the document holds beside its schema: shown, and kept by every save. */
  readonly unknownKeys: readonly UnknownKey[];
  /** Blocks that the pickers offer, newest first, and those referred to already. */
  readonly candidates: readonly ReferenceCandidate[];
  /** The types of which a picker can make a new block. */
  readonly referenceTypes: readonly { readonly slug: string; readonly name: string }[];
  /** Absent where no pasted text could fill a field. */
  readonly paste?: PasteHelp;
};

export type NewBlockFormView = BlockFormView & {
  /** A duplicate: the block whose secrets the server copies. */
  readonly duplicateOf?: { readonly id: BlockDocumentId; readonly title: string; readonly updated: Micros };
};

export type EditBlockFormView = BlockFormView & {
  readonly documentId: BlockDocumentId;
  readonly name: string;
  /** Sent back on save: another value there means that somebody else has saved meanwhile. */
  readonly updated: Micros;
  /** The type has a newer schema that differs in more than prose; the form is of the block's own one. */
  readonly newer?: SchemaDrift;
  /** The form is of another schema: saving moves the block to it. */
  readonly upgrade?: Upgrade;
};

export type Upgrade = {
  readonly changes: readonly SchemaChange[];
  /** Top-level keys that the other schema does not have any more, and that hold something. */
  readonly dropped: readonly { readonly key: string; readonly label: string; readonly text: string }[];
};

export type EditForm = Omit<StoredBlock, "schemaId"> & {
  /** "newest" opens the form of the newest schema, where that differs in more than prose. */
  readonly schema?: "newest" | BlockSchemaId;
};

/**
 * The form of a new block; with `duplicateOf` filled in like that block, under a free name.
 * @throws DomainError not_found for an unknown type or source, unreadable when the source cannot be read.
 */
export async function readNewBlockForm(
  deps: Pick<Deps, "store">,
  input: Omit<NewBlock, "schemaId">,
): Promise<NewBlockFormView> {
  const basis = await readNewBasis(deps, input);
  if (!basis.stored) return toView(deps, basis, "");
  const { id, name, updated } = basis.stored.document;
  return {
    ...(await toView(deps, basis, await freeName(deps, basis.type.slug, name))),
    duplicateOf: { id, title: `${basis.type.slug}/${name}`, updated },
  };
}

/**
 * The form of an existing block. Undefined when there is none.
 * @throws DomainError unreadable when its data cannot be read, not_found for a schema that is none of its type.
 */
export async function readEditBlockForm(
  deps: Pick<Deps, "store">,
  id: BlockDocumentId,
  { schema: wanted, ...options }: EditForm = {},
): Promise<EditBlockFormView | undefined> {
  const own = await readStoredBasis(deps, id, options);
  if (!own?.stored) return undefined;
  const newer = await readSchemaDrift(deps, own.schema, own.type.id);
  const { name, updated } = own.stored.document;
  const identity = { documentId: id, name, updated };
  const schemaId = wanted === "newest" ? newer?.schemaId : wanted;
  const moved =
    schemaId === undefined || schemaId === own.schema.id
      ? undefined
      : await readStoredBasis(deps, id, { ...options, schemaId });
  if (!moved) return { ...(await toView(deps, own, name)), ...identity, ...(newer && { newer }) };
  const view = await toView(deps, moved, name);
  const changes = await readSchemaChanges(deps, own.schema, moved.schema);
  return { ...view, ...identity, upgrade: { changes, dropped: droppedValues(view, changes) } };
}

/** What a person may drop with the move: values of fields that are gone. Everything else that is unknown stays. */
function droppedValues({ unknownKeys: found }: BlockFormView, changes: readonly SchemaChange[]) {
  return changes.flatMap(({ kind, path: [key, ...rest], label }) => {
    const value = found.find(({ path }) => path.length === 1 && path[0] === key);
    const isGone = kind === "removed" && rest.length === 0 && key !== undefined;
    return isGone && value ? [{ key, label, text: value.text }] : [];
  });
}

async function toView(deps: Pick<Deps, "store">, basis: FormBasis, name: string): Promise<BlockFormView> {
  const { type, schema, tree, masked, stored } = basis;
  const slugs = [
    ...new Set([...tree.fields, ...Object.values(tree.definitions ?? {})].flatMap(referenceSlugs)),
  ];
  const types = slugs.length === 0 ? [] : await deps.store.blockTypes.list({ slugs });
  const bySlug = new Map(
    types.map((each) => [each.slug, { slug: each.slug, name: catalogTexts(each).name }]),
  );
  const references = stored?.rows.references ?? [];
  const candidates = await listReferenceCandidates(
    deps,
    slugs,
    references.map(({ childId }) => childId),
  );
  const paste = pasteHelp(tree, type.slug, findCatalogEntry(type.slug) !== undefined);
  return {
    ...(paste && { paste }),
    blockType: { slug: type.slug, name: catalogTexts(type).name },
    schemaId: schema.id,
    tree,
    draft: { name, f: basis.draft },
    unknownKeys: [...unknownKeys(tree, masked), ...unknownReferences(tree, references, candidates)],
    candidates,
    referenceTypes: slugs.flatMap((slug) => bySlug.get(slug) ?? []),
  };
}

/** Blocks to which a key refers that the schema does not know. */
function unknownReferences(
  tree: FormTree,
  references: readonly BlockDocumentReference[],
  candidates: readonly ReferenceCandidate[],
): readonly UnknownKey[] {
  const known = new Set(tree.fields.filter(takesBlocks).map((field) => field.key));
  return references.flatMap(({ name, path, childId }) => {
    const block = candidates.find((candidate) => candidate.id === childId);
    if (path !== undefined || known.has(name) || !block) return [];
    return [{ path: [name], text: JSON.stringify(`${block.typeSlug}/${block.name}`) }];
  });
}

function takesBlocks(node: FieldNode): boolean {
  if (node.kind === "union") return node.branches.some((branch) => takesBlocks(branch.node));
  return node.kind === "reference";
}

function referenceSlugs(node: FieldNode): readonly string[] {
  return node.kind === "reference" ? node.blockTypeSlugs : nodesBelow(node).flatMap(referenceSlugs);
}

/** "log-test-copy", "log-test-copy-2", ... */
async function freeName({ store }: Pick<Deps, "store">, slug: string, name: string): Promise<string> {
  for (let count = 1; count < 20; count++) {
    const ending = count === 1 ? "-copy" : `-copy-${count}`;
    const candidate = `${name.slice(0, maxBlockNameLength - ending.length)}${ending}`;
    if (!(await store.blockDocuments.bySlugAndName(slug, candidate))) return candidate;
  }
  return "";
}
