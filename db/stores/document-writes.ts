import "server-only";
import { type Column, eq, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toDocumentRow } from "@/db/stores/document-rows";
import type { BlockDocument, BlockDocumentReference } from "@/lib/blocks/model";
import type { BlockDocumentStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { Cipher } from "@/lib/secrets/cipher";

/** The writes behind `Block.save`. */
export function createDocumentWrites(
  db: Database,
  dialect: Dialect,
  cipher: Cipher,
): Pick<BlockDocumentStore, "insert" | "update"> {
  const { blockDocumentReferences } = dialect.tables;
  const statements = prepareWrites(db, dialect);

  const insertReferences = async (
    document: BlockDocument,
    references: readonly BlockDocumentReference[],
  ): Promise<void> => {
    for (const [position, reference] of references.entries()) {
      const insert = () => db.insert(blockDocumentReferences).values({ ...reference, position });
      await expectNoConflict(dialect, insert, {
        taken: `Field "${reference.name}" of block "${document.name}" refers to two blocks.`,
        missing: `Field "${reference.name}" of block "${document.name}" refers to a block that does not exist.`,
      });
    }
  };

  return {
    insert: async (document, references) => {
      const row = toDocumentRow(document, cipher);
      await expectNoConflict(dialect, () => statements.insert.execute(row), conflictsOf(document));
      await insertReferences(document, references);
    },

    update: async (document, references) => {
      const row = toDocumentRow(document, cipher);
      const update = () => statements.update.execute(row);
      const changed = await expectNoConflict(dialect, update, conflictsOf(document));
      if (changed.length === 0) throw new DomainError("not_found", "Block document not found");
      await statements.deleteReferences.execute({ id: document.id });
      await insertReferences(document, references);
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
