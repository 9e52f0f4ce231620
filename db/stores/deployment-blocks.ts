import "server-only";
import { and, asc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { toLosses } from "@/db/stores/deployment-rows";
import type { BlockUse } from "@/lib/deployments/model";
import type { DeploymentStore } from "@/lib/deployments/store";

/** Which deployments use which blocks, and what becomes of those whose blocks go. */
export function createBlockUses(
  db: Database,
  dialect: Dialect,
): Pick<DeploymentStore, "usesOf" | "lossesOf" | "pauseOrphans"> {
  const { deployments } = dialect.tables;
  const usesAs = (role: BlockUse["role"]) => {
    const block = role === "storage" ? deployments.storageDocumentId : deployments.infrastructureDocumentId;
    const columns = { deploymentId: deployments.id, blockDocumentId: block };
    const query = db
      .select(columns)
      .from(deployments)
      .where(dialect.isAnyOf(block, sql.placeholder("ids")))
      .orderBy(asc(deployments.name), asc(deployments.id));
    const run = dialect.prepare(db, columns, query);
    return async (ids: unknown): Promise<readonly BlockUse[]> =>
      (await run({ ids })).flatMap(({ deploymentId, blockDocumentId }) =>
        blockDocumentId === null ? [] : [{ deploymentId, blockDocumentId, role }],
      );
  };
  const asStorage = usesAs("storage");
  const asInfrastructure = usesAs("infrastructure");
  const readLosses = prepareLosses(db, dialect);

  return {
    usesOf: async (blockIds) => {
      const ids = dialect.toListParameter(blockIds);
      return [...(await asStorage(ids)), ...(await asInfrastructure(ids))];
    },

    lossesOf: async (ids) => (await readLosses({ ids: dialect.toListParameter(ids) })).map(toLosses),

    pauseOrphans: async (now) => {
      const paused = await db
        .update(deployments)
        .set({ isPaused: true, updated: now })
        .where(and(eq(deployments.isPaused, false), hasLostBlock(dialect)))
        .returning({ id: deployments.id });
      return paused.map((row) => row.id);
    },
  };
}

/** Asked whenever an agent takes a run, so it reads nothing else of the deployment. */
function prepareLosses(db: Database, dialect: Dialect) {
  const { deployments } = dialect.tables;
  const columns = {
    id: deployments.id,
    storageDocumentId: deployments.storageDocumentId,
    storageTypeSlug: deployments.storageTypeSlug,
    storageName: deployments.storageName,
    infrastructureDocumentId: deployments.infrastructureDocumentId,
    infrastructureTypeSlug: deployments.infrastructureTypeSlug,
    infrastructureName: deployments.infrastructureName,
  };
  const isAsked = dialect.isAnyOf(deployments.id, sql.placeholder("ids"));
  const query = db
    .select(columns)
    .from(deployments)
    .where(and(isAsked, hasLostBlock(dialect)));
  return dialect.prepare(db, columns, query);
}

/** A block that was deleted leaves its label behind, without an id. */
export function hasLostBlock({ tables: { deployments } }: Dialect): SQL | undefined {
  return or(
    and(isNull(deployments.storageDocumentId), ne(deployments.storageTypeSlug, "")),
    and(isNull(deployments.infrastructureDocumentId), ne(deployments.infrastructureTypeSlug, "")),
  );
}
