import type { BlockDocument } from "@/lib/blocks/model";
import { type ResolvedDocument, requireUnfoldable } from "@/lib/blocks/read-block-document";
import { integrityConflict, requireReferable, splitReferences } from "@/lib/blocks/references";
import { readSchemaReading } from "@/lib/blocks/schema-reading";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import type { Deps } from "@/lib/store";

export type NewBlockDocument = {
  /** Null only when anonymous: then it gets a name. */
  readonly name: string | null;
  readonly isAnonymous: boolean;
  readonly blockTypeId: BlockTypeId;
  readonly blockSchemaId: BlockSchemaId;
  /** As submitted, references among it. */
  readonly data: Secret<JsonObject>;
};

/**
 * Creates a block as Prefect does: data is not checked against the schema, and the schema may be of another type.
 * @throws DomainError conflict when the name is taken or the schema or a referenced block does not exist, not_found for
 * an unknown type, bad_request for references that cannot be.
 */
export async function createBlockDocument(deps: Deps, input: NewBlockDocument): Promise<ResolvedDocument> {
  const { data, references } = splitReferences(input.data.reveal("split off its references"));
  return deps.store.transaction(async (tx) => {
    const id = deps.newId<BlockDocumentId>();
    const name = input.name ?? `anonymous-${deps.newId()}`;
    const type = await tx.blockTypes.byId(input.blockTypeId);
    if (!type) throw new DomainError("not_found", "Block type not found");
    if (await tx.blockDocuments.bySlugAndName(type.slug, name)) {
      throw new DomainError("conflict", "Block already exists");
    }
    const schema = await tx.blockSchemas.byId(input.blockSchemaId);
    if (!schema) throw new DomainError("conflict", integrityConflict);
    await requireReferable(tx, id, [...references.values()]);

    const { secretPaths } = await readSchemaReading({ store: tx }, schema);
    const now = deps.now();
    const document: BlockDocument = {
      id,
      created: now,
      updated: now,
      name,
      isAnonymous: input.isAnonymous,
      blockTypeId: type.id,
      blockSchemaId: schema.id,
      data: new Secret(data),
      secretMarks: [],
      secretDates: updateSecretDates({}, undefined, data, secretPaths, now),
    };
    await tx.blockDocuments.insert(
      document,
      [...references].map(([field, childId]) => ({ parentId: id, childId, name: field })),
    );
    // Read in here, where what was just written is at hand.
    const found = { ...document, hasReferences: references.size > 0 };
    return requireUnfoldable({ store: tx }, found);
  });
}
