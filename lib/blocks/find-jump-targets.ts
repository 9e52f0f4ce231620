import { catalogTexts } from "@/lib/catalog/overlay";
import type { Deps, Store } from "@/lib/store";

/** Something that the jump box can open. */
export type JumpTarget = {
  readonly kind: "block" | "type" | "deployment" | "page";
  readonly href: string;
  readonly label: string;
  /** Tells equal labels apart: the type of a block, the slug of a type, the flow of a deployment. */
  readonly detail: string;
};

const blocksShown = 6;
const typesShown = 5;
const deploymentsShown = 5;
const maxTextLength = 300;

/** Blocks, types and deployments whose name contains the text; the last updated blocks when there is no text. */
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
    ...(wanted === "" ? [] : await findDeployments(store, wanted)),
  ];
}

async function findDeployments(store: Store, wanted: string): Promise<readonly JumpTarget[]> {
  const found = await store.deployments.list(
    { deployments: { flowOrDeploymentNameLike: wanted } },
    "updated_desc",
    { limit: deploymentsShown, offset: 0 },
  );
  const flows = await store.flows.byIds([...new Set(found.map(({ flowId }) => flowId))]);
  const nameOf = new Map(flows.map((flow) => [flow.id, flow.name]));
  return found.map(({ id, name, flowId }) => ({
    kind: "deployment",
    href: `/deployments/deployment/${id}`,
    label: name,
    detail: nameOf.get(flowId) ?? "",
  }));
}
