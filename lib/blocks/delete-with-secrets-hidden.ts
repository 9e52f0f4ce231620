import { readSchemaReadings } from "@/lib/blocks/schema-reading";
import type { BlockSchemaId } from "@/lib/ids";
import { nextSecretMarks } from "@/lib/secrets/marks";
import type { SecretPath } from "@/lib/secrets/tree";
import type { Store } from "@/lib/store";

type PathsBySchema = ReadonlyMap<BlockSchemaId, readonly SecretPath[]>;

/**
 * Deletes schemas without showing what they hid: a block may hold another block's data written out inside its own, and
 * then the nested schema says which of it is secret. Blocks that stay get marks for it.
 * @throws DomainError unreadable when such a block cannot be read, for then nobody can say what must stay hidden.
 */
export async function deleteWithSecretsHidden(
  tx: Store,
  deleteSchemas: () => Promise<unknown>,
): Promise<void> {
  const before = await readAllSecretPaths(tx);
  await deleteSchemas();
  const after = await readAllSecretPaths(tx);
  const weakened = [...after.keys()].filter(
    (id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
  );
  if (weakened.length === 0) return;
  const documents = await tx.blockDocuments.list({ schema: { ids: weakened } }, "name_asc");
  for (const document of documents) {
    const data = document.data?.reveal("see which of its secrets lose their schema") ?? new Map();
    const secretMarks = nextSecretMarks({
      marks: document.secretMarks,
      previousPaths: before.get(document.blockSchemaId) ?? [],
      previousData: data,
      nextData: data,
      schemaPaths: after.get(document.blockSchemaId) ?? [],
    });
    const references = await tx.blockDocuments.referencesFrom([document.id]);
    const lost = await tx.blockDocuments.lostReferencesFrom([document.id]);
    await tx.blockDocuments.update({ ...document, secretMarks }, references, lost);
  }
}

async function readAllSecretPaths(tx: Store): Promise<PathsBySchema> {
  const readings = await readSchemaReadings({ store: tx }, await tx.blockSchemas.list({}));
  return new Map([...readings].map(([id, { secretPaths }]) => [id, secretPaths]));
}
