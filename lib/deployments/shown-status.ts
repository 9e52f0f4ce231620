import type { Deployment } from "@/lib/deployments/model";
import type { Micros } from "@/lib/time";

/** How a deployment stands, in a word. */
export type DeploymentStatus = {
  readonly kind: "ready" | "waiting" | "paused" | "lost";
  readonly label: string;
  /** What follows from it. */
  readonly hint: string;
};

/** An agent asks every 15 seconds. */
const polledWithinMicros = 60_000_000;

type Facts = Pick<
  Deployment,
  | "isPaused"
  | "lastPolled"
  | "workQueueName"
  | "storageDocumentId"
  | "lostStorage"
  | "infrastructureDocumentId"
  | "lostInfrastructure"
>;

/** Which block is gone, "s3/log-test"; undefined: none, or another one was chosen. */
export function missingBlocks(deployment: Facts): {
  readonly storage: string | undefined;
  readonly infrastructure: string | undefined;
} {
  const { lostStorage, lostInfrastructure } = deployment;
  const title = (block: Facts["lostStorage"]) => (block ? `${block.typeSlug}/${block.name}` : undefined);
  return {
    storage: deployment.storageDocumentId === null ? title(lostStorage) : undefined,
    infrastructure: deployment.infrastructureDocumentId === null ? title(lostInfrastructure) : undefined,
  };
}

/** Missing blocks come first, for they also pause. */
export function deploymentStatus(deployment: Facts, now: Micros): DeploymentStatus {
  const { storage, infrastructure } = missingBlocks(deployment);
  const lost = storage ?? infrastructure;
  if (lost !== undefined) {
    const label = storage === undefined ? "Infrastructure block missing" : "Storage block missing";
    return { kind: "lost", label, hint: `${lost} was deleted. Choose another block, then resume.` };
  }
  if (deployment.isPaused) {
    return {
      kind: "paused",
      label: "Paused",
      hint: "Its schedules make no runs. It can still be run by hand.",
    };
  }
  const queue = deployment.workQueueName;
  if (queue === null) {
    return {
      kind: "waiting",
      label: "No queue",
      hint: "It names no work queue, so no agent picks up its runs.",
    };
  }
  if (deployment.lastPolled !== null && now - deployment.lastPolled <= polledWithinMicros) {
    return { kind: "ready", label: "Ready", hint: `An agent asks the queue ${queue} for runs.` };
  }
  return {
    kind: "waiting",
    label: "No agent",
    hint: `No agent has asked the queue ${queue} for runs in the last minute.`,
  };
}
