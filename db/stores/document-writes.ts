import "server-only";
import { type Column, eq, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toDocumentRow } from "@/db/stores/document-rows";
import type { BlockDocument, BlockDocumentReference, LostReference } from "@/lib/blocks/model";
import type { BlockDocumentStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import type { Cipher } from "@/lib/secrets/cipher";

/** The writes behind `Block.save`. */
export function createDocumentWrites(
  db: Database,
  dialect: Dialect,
  cipher: Cipher,
): Pick<BlockDocumentStore, "insert" | "update"> {
  const { blockDocuments, blockDocumentReferences, blockTypes } = dialect.tables;
  const statements = prepareWrites(db, dialect);

  const ofChild = (childId: BlockDocumentId) => eq(blockDocuments.id, childId);
  const nameOf = (childId: BlockDocumentId) =>
    sql<string>`coalesce((select ${blockDocuments.name} from ${blockDocuments} where ${ofChild(childId)}), '')`;
  const slugOf = (childId: BlockDocumentId) => {
    const joined = sql`${blockDocuments} join ${blockTypes} on ${blockTypes.id} = ${blockDocuments.blockTypeId}`;
    return sql<string>`coalesce((select ${blockTypes.slug} from ${joined} where ${ofChild(childId)}), '')`;
  };
  const insertReferences = async (
    document: BlockDocument,
    references: readonly BlockDocumentReference[],
    lost: readonly LostReference[],
  ): Promise<void> => {
    for (const [position, { parentId, name, path = "", childId }] of references.entries()) {
      // The label never changes, and is all that is left of a child that is deleted.
      const label = { childName: nameOf(childId), childTypeSlug: slugOf(childId) };
      const row = { parentId, name, path, childId, ...label, position };
      await expectNoConflict(dialect, () => db.insert(blockDocumentReferences).values(row), {
        taken: `Field "${name}" of block "${document.name}" refers to two blocks.`,
        missing: `Field "${name}" of block "${document.name}" refers to a block that does not exist.`,
      });
    }
    for (const [index, { parentId, name, path = "", lost: child }] of lost.entries()) {
      const label = { childName: child.name, childTypeSlug: child.typeSlug };
      const position = references.length + index;
      await db.insert(blockDocumentReferences).values({ parentId, name, path, ...label, position });
    }
  };

  return {
    insert: async (document, references) => {
      const row = toDocumentRow(document, cipher);
      await expectNoConflict(dialect, () => statements.insert.execute(row), conflictsOf(document));
      await insertReferences(document, references, []);
    },

    update: async (document, references, lost = []) => {
      const row = toDocumentRow(document, cipher);
      const update = () => statements.update.execute(row);
      const changed = await expectNoConflict(dialect, update, conflictsOf(document));
      if (changed.length === 0) throw new DomainError("not_found", "Block document not found");
      await statements.deleteReferences.execute({ id: document.id });
      await insertReferences(document, references, lost);
    },
  };
}

function prepareWrites(db: Database, dialect: Dialect) {
  const { blockDocuments: documents, blockDocumentReferences: references } = dialect.tables;
  const bound = (key: string, column: Column) => sql`${sql.param(sql.placeholder(key), column)}`;
  const values = {
    created: bound("created", documents.created),
    updated: bound("updated", documents.updated),
    name: bound("name", documents.name),
    isAnonymous: bound("isAnonymous", documents.isAnonymous),
    blockTypeId: bound("blockTypeId", documents.blockTypeId),
    blockSchemaId: bound("blockSchemaId", documents.blockSchemaId),
    keyId: bound("keyId", documents.keyId),
    ciphertext: bound("ciphertext", documents.ciphertext),
    secretMarks: bound("secretMarks", documents.secretMarks),
    secretDates: bound("secretDates", documents.secretDates),
  };
  const id = sql.placeholder("id");
  return {
    insert: db
      .insert(documents)
      .values({ id, ...values })
      .prepare(),
    update: db
      .update(documents)
      .set(values)
      .where(eq(documents.id, id))
      .returning({ id: documents.id })
      .prepare(),
    deleteReferences: db.delete(references).where(eq(references.parentId, id)).prepare(),
  };
}

function conflictsOf(document: BlockDocument): { taken: string; missing: string } {
  return {
    taken: `A block of this type with the name "${document.name}" exists already.`,
    missing: `The type or the schema of block "${document.name}" does not exist.`,
  };
}
