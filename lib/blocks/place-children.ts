// Puts the data of other blocks into a document, each at its place.
import type { ResolvedDocument } from "@/lib/blocks/read-block-document";
import type { JsonNumber } from "@/lib/json";
import { replaceAt, type Tree } from "@/lib/json-places";
import type { MaskedLeaf } from "@/lib/secrets/tree";

type Places = Pick<ResolvedDocument, "references" | "lost">;
type Plain = null | boolean | string | JsonNumber;

/** Whether anything of the document is not in its own data. */
export function hasPlaces({ references, lost }: Places): boolean {
  return references.length > 0 || lost.length > 0;
}

/**
 * The document's data as clients read it (`Leaf` is never for data in clear). A block in a field of its own is plain data
 * at the end. Deeper ones read as clients write saved blocks out themselves, with type and id: nothing else tells them
 * which class it is. A block that is deleted leaves nothing.
 */
export function placeChildren<Leaf extends MaskedLeaf>(
  own: ReadonlyMap<string, Tree<Leaf | Plain>>,
  { references, lost }: Places,
  dataOf: (child: ResolvedDocument) => ReadonlyMap<string, Tree<Leaf | Plain>>,
): ReadonlyMap<string, Tree<Leaf | Plain>> {
  const data = new Map(own);
  const nested = new Map<string, Map<string, Tree<Leaf | Plain> | undefined>>();
  const below = (name: string) => {
    const places = nested.get(name) ?? new Map();
    nested.set(name, places);
    return places;
  };
  for (const { name, path } of lost) if (path !== undefined) below(name).set(path, undefined);
  for (const { name, path, child } of references) {
    if (path === undefined) data.set(name, dataOf(child));
    else below(name).set(path, writtenOut(child, dataOf(child)));
  }
  for (const [name, places] of nested) {
    const value = data.get(name);
    if (value !== undefined) data.set(name, replaceAt(value, places));
  }
  return data;
}

/** The keys that the clients of both versions add. */
function writtenOut<Leaf>(
  { document, type }: ResolvedDocument,
  data: ReadonlyMap<string, Tree<Leaf | Plain>>,
): ReadonlyMap<string, Tree<Leaf | Plain>> {
  return new Map<string, Tree<Leaf | Plain>>([
    ...data,
    ["_is_anonymous", document.isAnonymous],
    ["_block_document_id", document.id],
    ["_block_document_name", document.name],
    ["block_type_slug", type.slug],
  ]);
}
