import type { FormBasis } from "@/lib/blocks/form-basis";
import { DomainError, type Issue } from "@/lib/errors";
import type { Draft } from "@/lib/forms/draft";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { type Spot, spotsBelow, topSpots } from "@/lib/forms/draft-children";
import { referenceDraft } from "@/lib/forms/draft-shape";
import type { Edit, PatchEdit } from "@/lib/forms/edit";
import type { FormTree } from "@/lib/forms/field-node";
import { withArticle } from "@/lib/forms/labels";
import { isList } from "@/lib/forms/masked-shape";
import { validateDraft } from "@/lib/forms/validate";
import { parseYamlText } from "@/lib/forms/yaml-text";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { MASK } from "@/lib/secrets/secret";
import { isMasked, type Masked } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";

/**
 * Refuses an edit whose result would not match the schema, as far as it changes something, which would store a mask as
 * a value, or which refers to a block that the field does not take.
 * @throws DomainError invalid with an issue at each field; paths begin with "data".
 */
export async function judgeEdit(
  deps: Pick<Deps, "store">,
  basis: Pick<FormBasis, "tree" | "draft" | "masked">,
  edit: PatchEdit,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const parsers = { yaml: parseYamlText };
  const draft = draftAfterEdit(basis.tree, basis.draft, edit, parsers);
  const faults = validateDraft(basis.tree, draft, { initial: basis.draft, isNew, parsers });
  const found = faults.map(({ path, message }) => ({ path: ["data", ...path], message }));
  const told = new Set(found.map(({ path }) => JSON.stringify(path)));
  const issues = [
    ...found,
    ...misplacedMasks(edit, basis.masked, ["data"]).filter(({ path }) => !told.has(JSON.stringify(path))),
    ...(await referenceIssues(deps, basis.tree, draft, basis.draft)),
  ];
  if (issues.length === 0) return;
  const count = issues.length === 1 ? "1 field needs" : `${issues.length} fields need`;
  throw new DomainError("invalid", `Nothing was saved: ${count} attention.`, { issues });
}

const maskMessage = "Eight asterisks only stand for a hidden value. Enter the whole value without them.";

/** A mask in what is set, where the stored value hides something: somebody sent back what was shown. */
function misplacedMasks(edit: Edit, masked: Masked | undefined, path: Issue["path"]): readonly Issue[] {
  switch (edit.do) {
    case "set":
      return edit.json.includes(MASK) && hidesSomething(masked) ? [{ path, message: maskMessage }] : [];
    case "patch":
      return edit.entries.flatMap((entry) =>
        misplacedMasks(entry.edit, childOf(masked, entry.from ?? entry.key), [...path, entry.key]),
      );
    case "rows":
      return edit.rows.flatMap((row) =>
        misplacedMasks(row.edit, childOf(masked, row.from), [...path, row.key]),
      );
    case "items":
      return edit.items.flatMap((item, index) =>
        misplacedMasks(item.edit, childOf(masked, item.from), [...path, index]),
      );
    default:
      return [];
  }
}

function childOf(masked: Masked | undefined, key: string | number | null): Masked | undefined {
  if (typeof key === "string") return masked instanceof Map ? masked.get(key) : undefined;
  return key !== null && isList(masked) ? masked[key] : undefined;
}

function hidesSomething(masked: Masked | undefined): boolean {
  if (isMasked(masked)) return true;
  if (isList(masked)) return masked.some(hidesSomething);
  return masked instanceof Map && [...masked.values()].some(hidesSomething);
}

/** Blocks that were chosen: they exist, and the field takes their type. */
async function referenceIssues(
  { store }: Pick<Deps, "store">,
  tree: FormTree,
  draft: readonly Draft[],
  initial: readonly Draft[],
): Promise<readonly Issue[]> {
  const chosen = topSpots(tree, draft, initial).flatMap(chosenReferences);
  if (chosen.length === 0) return [];
  const ids = chosen.flatMap(({ documentId }) => parseUuid<BlockDocumentId>(documentId) ?? []);
  const documents = new Map(
    (await store.blockDocuments.byIds(ids)).map((document) => [document.id, document]),
  );
  const typeIds = [...new Set([...documents.values()].map((document) => document.blockTypeId))];
  const types = new Map((await store.blockTypes.byIds(typeIds)).map((type) => [type.id, type]));
  return chosen.flatMap(({ spot, documentId, slugs }) => {
    const id = parseUuid<BlockDocumentId>(documentId);
    const document = id && documents.get(id);
    const type = document && types.get(document.blockTypeId);
    const label = withArticle(spot.node.label);
    const path = ["data", ...spot.position.path];
    if (!type) return [{ path, message: `This block does not exist any more. Choose ${label}.` }];
    return slugs.includes(type.slug)
      ? []
      : [{ path, message: `A ${type.slug} block does not fit here. Choose ${slugs.join(" or ")}.` }];
  });
}

type Chosen = { readonly spot: Spot; readonly documentId: string; readonly slugs: readonly string[] };

function chosenReferences(spot: Spot): readonly Chosen[] {
  const { node, draft, initial } = spot;
  if (node.kind !== "reference") return spotsBelow(spot).flatMap(chosenReferences);
  const now = referenceDraft(draft);
  const before = referenceDraft(initial);
  if (!now || !("documentId" in now)) return [];
  const isKept = before && "documentId" in before && before.documentId === now.documentId;
  return isKept ? [] : [{ spot, documentId: now.documentId, slugs: node.blockTypeSlugs }];
}
