import { catalogTexts } from "@/lib/catalog/overlay";
import type { Deps } from "@/lib/store";

/** Something that the jump box can open. */
export type JumpTarget = {
  readonly kind: "block" | "type" | "page";
  readonly href: string;
  readonly label: string;
  /** Tells equal labels apart: the type of a block, the slug of a type. */
  readonly detail: string;
};

const blocksShown = 6;
const typesShown = 5;
const maxTextLength = 300;

/** Blocks and types whose name or slug contains the text; the last updated blocks when there is no text. */
export async function findJumpTargets(
  { store }: Pick<Deps, "store">,
  text: string,
): Promise<readonly JumpTarget[]> {
  const wanted = text.trim().slice(0, maxTextLength);
  const types = await store.blockTypes.list({});
  const nameOf = new Map(types.map((type) => [type.id, catalogTexts(type).name]));
  const blocks = await store.blockDocuments.search(wanted === "" ? {} : { text: wanted }, "updated_desc", {
    limit: blocksShown,
    offset: 0,
  });
  const term = wanted.toLowerCase();
  const found = types
    .filter((type) => term !== "" && `${nameOf.get(type.id)}\n${type.slug}`.toLowerCase().includes(term))
    .slice(0, typesShown);
  return [
    ...blocks.map((block) => ({
      kind: "block" as const,
      href: `/blocks/block/${block.id}`,
      label: block.name,
      detail: nameOf.get(block.blockTypeId) ?? "",
    })),
    ...found.map((type) => ({
      kind: "type" as const,
      href: `/blocks/catalog/${type.slug}`,
      label: nameOf.get(type.id) ?? type.name,
      detail: type.slug,
    })),
  ];
}
