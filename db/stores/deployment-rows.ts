import "server-only";
import type { Tables } from "@/db/tables";
import type { LostBlock } from "@/lib/blocks/model";
import type { BlockLosses, Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import type { JsonObject } from "@/lib/json";

type DeploymentRow = Tables["deployments"]["$inferSelect"];
type ScheduleRow = Tables["deploymentSchedules"]["$inferSelect"];

const nothing: JsonObject = new Map();

export function toDeployment(row: DeploymentRow): Deployment {
  const { storageTypeSlug, storageName, infrastructureTypeSlug, infrastructureName, ...rest } = row;
  return {
    ...rest,
    tags: row.tags ?? [],
    parameters: row.parameters ?? nothing,
    infraOverrides: row.infraOverrides ?? nothing,
    ...toLosses(row),
  };
}

type LabelColumns =
  | "storageDocumentId"
  | "storageTypeSlug"
  | "storageName"
  | "infrastructureDocumentId"
  | "infrastructureTypeSlug"
  | "infrastructureName";

export function toLosses(row: Pick<DeploymentRow, "id" | LabelColumns>): BlockLosses {
  return {
    id: row.id,
    lostStorage: toLost(row.storageDocumentId, row.storageTypeSlug, row.storageName),
    lostInfrastructure: toLost(
      row.infrastructureDocumentId,
      row.infrastructureTypeSlug,
      row.infrastructureName,
    ),
  };
}

/** A label without an id is all that is left of a block that was deleted. */
function toLost(id: string | null, typeSlug: string, name: string): LostBlock | null {
  return id === null && typeSlug !== "" ? { typeSlug, name } : null;
}

/** One that cannot be read any more is left out: it can neither be shown nor make runs. */
export function toSchedule({ position: _, schedule, ...row }: ScheduleRow): readonly DeploymentSchedule[] {
  return schedule ? [{ ...row, schedule }] : [];
}
