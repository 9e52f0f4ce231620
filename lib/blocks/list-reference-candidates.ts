import type { BlockDocument, BlockType } from "@/lib/blocks/model";
import { catalogTexts } from "@/lib/catalog/overlay";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { formatDate } from "@/lib/text/format-date";

/** A saved block that a picker offers. */
export type ReferenceCandidate = {
  readonly id: string;
  readonly name: string;
  readonly typeSlug: string;
  readonly typeName: string;
  /** "3 May 2026". */
  readonly updated: string;
};

/**
 * The named blocks of these types, newest first. `current` are added whatever they are: blocks that the form refers to
 * already, anonymous ones and those of other types among them.
 */
export async function listReferenceCandidates(
  { store }: Pick<Deps, "store">,
  slugs: readonly string[],
  current: readonly BlockDocumentId[] = [],
): Promise<readonly ReferenceCandidate[]> {
  const named =
    slugs.length === 0
      ? []
      : await store.blockDocuments.list({ isAnonymous: false, type: { slugs } }, "updated_desc");
  const known = new Set(named.map((document) => document.id));
  const missing = [...new Set(current)].filter((id) => !known.has(id));
  const others = missing.length === 0 ? [] : await store.blockDocuments.byIds(missing);
  const documents = [...named, ...others];
  const typeIds = [...new Set(documents.map((document) => document.blockTypeId))];
  const types = new Map((await store.blockTypes.byIds(typeIds)).map((type) => [type.id, type]));
  return documents.flatMap((document) => {
    const type = types.get(document.blockTypeId);
    return type ? [toReferenceCandidate(document, type)] : [];
  });
}

export function toReferenceCandidate(document: BlockDocument, type: BlockType): ReferenceCandidate {
  return {
    id: document.id,
    name: document.name,
    typeSlug: type.slug,
    typeName: catalogTexts(type).name,
    updated: formatDate(document.updated),
  };
}
