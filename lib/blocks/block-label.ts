import type { BlockDocument, BlockType } from "@/lib/blocks/model";
import { catalogTexts } from "@/lib/catalog/overlay";
import type { BlockDocumentId } from "@/lib/ids";

/** A block as a link. */
export type BlockLabel = {
  readonly id: BlockDocumentId;
  readonly name: string;
  readonly isAnonymous: boolean;
  readonly isReadable: boolean;
  readonly type: { readonly slug: string; readonly name: string };
};

export function toBlockLabel({ id, name, isAnonymous, data }: BlockDocument, type: BlockType): BlockLabel {
  const isReadable = data !== null;
  return { id, name, isAnonymous, isReadable, type: { slug: type.slug, name: catalogTexts(type).name } };
}
