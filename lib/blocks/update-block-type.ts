import { unescapeHtml } from "@/lib/blocks/html-escape";
import type { BlockType } from "@/lib/blocks/model";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** Absent keys stay as they are, null clears. */
export type BlockTypeChanges = Partial<
  Pick<BlockType, "logoUrl" | "documentationUrl" | "description" | "codeExample" | "name" | "isProtected">
>;

/**
 * Changes the texts of a type; where nothing differs nothing is written, not even `updated`.
 * @throws DomainError not_found
 */
export async function updateBlockType(
  deps: Deps,
  id: BlockTypeId,
  changes: BlockTypeChanges,
): Promise<BlockType> {
  return deps.store.transaction(async (tx) => {
    const current = await tx.blockTypes.byId(id);
    if (!current) throw new DomainError("not_found", "Block type not found");
    const next: BlockType = { ...current, ...changes };
    if (isSameType(current, next)) return current;
    const updated = { ...next, updated: deps.now() };
    await tx.blockTypes.update(updated);
    return updated;
  });
}

/** Clients compare and send texts unescaped, while creation stored them escaped: that is no difference. */
function isSameType(a: BlockType, b: BlockType): boolean {
  return (
    a.logoUrl === b.logoUrl &&
    a.documentationUrl === b.documentationUrl &&
    a.name === b.name &&
    a.isProtected === b.isProtected &&
    isSameText(a.description, b.description) &&
    isSameText(a.codeExample, b.codeExample)
  );
}

function isSameText(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && unescapeHtml(a) === unescapeHtml(b));
}
