import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import type { LostBlock } from "@/lib/blocks/model";
import type { Deployment } from "@/lib/deployments/model";
import type { DeploymentStore } from "@/lib/deployments/store";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";

type DeploymentWrites = Pick<
  DeploymentStore,
  "insert" | "update" | "delete" | "replaceSchedules" | "markPolled"
>;

export function createDeploymentWrites(db: Database, dialect: Dialect): DeploymentWrites {
  const { deployments, deploymentSchedules } = dialect.tables;
  const toRow = createRowMaker(dialect);
  const markPolled = db
    .update(deployments)
    .set({ lastPolled: sql`${sql.placeholder("at")}` })
    .where(eq(deployments.workQueueId, sql.placeholder("queueId")))
    .prepare();

  return {
    insert: async (deployment) => {
      const insert = () => db.insert(deployments).values(toRow(deployment));
      await expectNoConflict(dialect, insert, conflictsOf(deployment));
    },

    update: async (deployment) => {
      const { id, ...values } = toRow(deployment);
      const update = () =>
        db.update(deployments).set(values).where(eq(deployments.id, id)).returning({ id: deployments.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(deployment));
      if (changed.length === 0) throw new DomainError("not_found", "Deployment not found");
    },

    delete: async (id) => {
      const deleted = await db
        .delete(deployments)
        .where(eq(deployments.id, id))
        .returning({ id: deployments.id });
      return deleted.length > 0;
    },

    replaceSchedules: async (id, schedules) => {
      await db.delete(deploymentSchedules).where(eq(deploymentSchedules.deploymentId, id));
      for (const [position, schedule] of schedules.entries()) {
        const row = { ...schedule, deploymentId: id, position };
        await expectNoConflict(dialect, () => db.insert(deploymentSchedules).values(row), {
          taken: "Two schedules have the same id.",
          missing: "Deployment not found",
        });
      }
    },

    markPolled: async (queueId, at) => {
      await markPolled.execute({ queueId, at });
    },
  };
}

/** The row of a deployment; the labels of its blocks are read in the database. */
function createRowMaker(dialect: Dialect) {
  const { blockDocuments, blockTypes } = dialect.tables;
  const nameOf = (id: BlockDocumentId) =>
    sql<string>`coalesce((select ${blockDocuments.name} from ${blockDocuments} where ${eq(blockDocuments.id, id)}), '')`;
  const slugOf = (id: BlockDocumentId) => {
    const joined = sql`${blockDocuments} join ${blockTypes} on ${blockTypes.id} = ${blockDocuments.blockTypeId}`;
    return sql<string>`coalesce((select ${blockTypes.slug} from ${joined} where ${eq(blockDocuments.id, id)}), '')`;
  };
  const labelOf = (
    id: BlockDocumentId | null,
    lost: LostBlock | null,
  ): readonly [slug: string | SQL<string>, name: string | SQL<string>] =>
    id === null ? [lost?.typeSlug ?? "", lost?.name ?? ""] : [slugOf(id), nameOf(id)];

  return ({ lostStorage, lostInfrastructure, ...values }: Deployment) => {
    const [storageTypeSlug, storageName] = labelOf(values.storageDocumentId, lostStorage);
    const [infrastructureTypeSlug, infrastructureName] = labelOf(
      values.infrastructureDocumentId,
      lostInfrastructure,
    );
    return { ...values, storageTypeSlug, storageName, infrastructureTypeSlug, infrastructureName };
  };
}

function conflictsOf(deployment: Deployment): { taken: string; missing: string } {
  return {
    taken: `A deployment of this flow with the name "${deployment.name}" exists already.`,
    missing: `The flow, a block or the work queue of deployment "${deployment.name}" does not exist.`,
  };
}
