import type { BlockType } from "@/lib/blocks/model";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

export type NewBlockType = Pick<
  BlockType,
  "name" | "slug" | "logoUrl" | "documentationUrl" | "description" | "codeExample" | "isProtected"
>;

/**
 * Registers a block type. Names may repeat, slugs may not.
 * @throws DomainError forbidden for a reserved name, conflict when the slug is taken.
 */
export async function createBlockType(deps: Deps, input: NewBlockType): Promise<BlockType> {
  if (input.name.toLowerCase().startsWith("prefect")) {
    throw new DomainError("forbidden", "Block type names beginning with 'Prefect' are reserved.");
  }
  return deps.store.transaction(async (tx) => {
    if (await tx.blockTypes.bySlug(input.slug)) {
      throw new DomainError("conflict", `Block type with name "${input.name}" already exists`);
    }
    const created = deps.now();
    const type = { ...input, id: deps.newId<BlockTypeId>(), created, updated: created };
    await tx.blockTypes.insert(type);
    return type;
  });
}
