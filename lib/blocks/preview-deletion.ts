import { type DeploymentUser, readDeploymentUsers } from "@/lib/blocks/deployment-users";
import { catalogTexts } from "@/lib/catalog/overlay";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** What goes when these blocks are deleted, and who will miss them. */
export type DeletionPreview = {
  /** Ids of blocks that exist no more. */
  readonly missing: readonly string[];
  /** Blocks that stay and refer to one of them, by name; each loses the value of `fields`. */
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    readonly typeName: string;
    readonly fields: readonly string[];
    /** Name of the block that it uses. */
    readonly uses: string;
  }[];
  /** Deployments that stay, paused, until somebody chooses other blocks; by title. */
  readonly deployments: readonly (Omit<DeploymentUser, "blockId" | "deployment"> & {
    /** Name of the block that it uses. */
    readonly uses: string;
  })[];
};

/** Looks up, fresh, what uses these blocks. A user that is deleted along is not counted. */
export async function previewDeletion(
  { store }: Pick<Deps, "store">,
  ids: readonly BlockDocumentId[],
): Promise<DeletionPreview> {
  const doomed = new Map((await store.blockDocuments.byIds(ids)).map((document) => [document.id, document]));
  const references = (await store.blockDocuments.referencesTo([...doomed.keys()])).filter(
    ({ parentId }) => !doomed.has(parentId),
  );
  const parents = await store.blockDocuments.byIds([...new Set(references.map(({ parentId }) => parentId))]);
  const types = await store.blockTypes.byIds([...new Set(parents.map((parent) => parent.blockTypeId))]);
  const typeNameOf = new Map(types.map((type) => [type.id, catalogTexts(type).name]));

  const users = parents.flatMap((parent) => {
    const own = references.filter(({ parentId }) => parentId === parent.id);
    return [...new Set(own.map(({ childId }) => childId))].map((childId) => ({
      id: parent.id,
      name: parent.name,
      typeName: typeNameOf.get(parent.blockTypeId) ?? "",
      fields: [...new Set(own.filter((reference) => reference.childId === childId).map(({ name }) => name))],
      uses: doomed.get(childId)?.name ?? "",
    }));
  });
  const deployments = await readDeploymentUsers(store, [...doomed.keys()]);
  return {
    missing: ids.filter((id) => !doomed.has(id)),
    users: users.sort((a, b) => a.name.localeCompare(b.name, "en") || a.uses.localeCompare(b.uses, "en")),
    deployments: deployments.map(({ blockId, deployment: _, ...user }) => ({
      ...user,
      uses: doomed.get(blockId)?.name ?? "",
    })),
  };
}
