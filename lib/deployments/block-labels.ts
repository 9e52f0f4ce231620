import { type BlockLabel, toBlockLabel } from "@/lib/blocks/block-label";
import type { BlockDocumentId } from "@/lib/ids";
import type { Store } from "@/lib/store";

/** The blocks with these ids, as links. */
export async function readBlockLabels(
  store: Store,
  ids: readonly (BlockDocumentId | null)[],
): Promise<ReadonlyMap<BlockDocumentId, BlockLabel>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const documents = wanted.length === 0 ? [] : await store.blockDocuments.byIds(wanted);
  const types = await store.blockTypes.byIds([...new Set(documents.map((each) => each.blockTypeId))]);
  const typeOf = new Map(types.map((type) => [type.id, type]));
  const labels = documents.flatMap((document) => {
    const type = typeOf.get(document.blockTypeId);
    return type ? [[document.id, toBlockLabel(document, type)] as const] : [];
  });
  return new Map(labels);
}
