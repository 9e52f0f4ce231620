import type { BlockType } from "@/lib/blocks/model";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** @throws DomainError not_found */
export async function readBlockType({ store }: Pick<Deps, "store">, id: BlockTypeId): Promise<BlockType> {
  return found(await store.blockTypes.byId(id));
}

/** @throws DomainError not_found */
export async function readBlockTypeBySlug({ store }: Pick<Deps, "store">, slug: string): Promise<BlockType> {
  return found(await store.blockTypes.bySlug(slug));
}

function found(type: BlockType | undefined): BlockType {
  if (!type) throw new DomainError("not_found", "Block type not found");
  return type;
}
