import "server-only";
import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import type { BlockUse } from "@/lib/deployments/model";
import type { DeploymentStore } from "@/lib/deployments/store";

/** Which deployments use which blocks, and what becomes of those whose blocks go. */
export function createBlockUses(
  db: Database,
  dialect: Dialect,
): Pick<DeploymentStore, "usesOf" | "pauseOrphans"> {
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

  return {
    usesOf: async (blockIds) => {
      const ids = dialect.toListParameter(blockIds);
      return [...(await asStorage(ids)), ...(await asInfrastructure(ids))];
    },

    pauseOrphans: async (now) => {
      const isOrphan = or(
        and(isNull(deployments.storageDocumentId), ne(deployments.storageTypeSlug, "")),
        and(isNull(deployments.infrastructureDocumentId), ne(deployments.infrastructureTypeSlug, "")),
      );
      const paused = await db
        .update(deployments)
        .set({ isPaused: true, updated: now })
        .where(and(eq(deployments.isPaused, false), isOrphan))
        .returning({ id: deployments.id });
      return paused.map((row) => row.id);
    },
  };
}
