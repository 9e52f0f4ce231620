import type { Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import type { Flow } from "@/lib/flows/model";
import type { DeploymentId, DeploymentScheduleId, FlowId } from "@/lib/ids";
import { anId } from "@/lib/testing/builders";
import { createClock } from "@/lib/time";

const now = createClock(() => Date.UTC(2026, 0, 1));

export function aFlow(overrides: Partial<Flow> = {}): Flow {
  const id = anId<FlowId>();
  const at = now();
  return { id, created: at, updated: at, name: `flow-${id.slice(-4)}`, tags: [], ...overrides };
}

export function aDeployment(overrides: Partial<Deployment> & { readonly flowId: FlowId }): Deployment {
  const id = anId<DeploymentId>();
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: `deployment-${id.slice(-4)}`,
    version: null,
    description: null,
    manifestPath: null,
    path: null,
    entrypoint: null,
    tags: [],
    parameters: new Map(),
    parameterSchema: null,
    enforcesParameterSchema: false,
    infraOverrides: new Map(),
    pullSteps: null,
    workQueueId: null,
    workQueueName: null,
    lastPolled: null,
    isPaused: false,
    storageDocumentId: null,
    infrastructureDocumentId: null,
    lostStorage: null,
    lostInfrastructure: null,
    ...overrides,
  };
}

/** Every hour unless told otherwise. */
export function aDeploymentSchedule(
  overrides: Partial<DeploymentSchedule> & { readonly deploymentId: DeploymentId },
): DeploymentSchedule {
  const at = now();
  return {
    id: anId<DeploymentScheduleId>(),
    created: at,
    updated: at,
    schedule: { kind: "cron", cron: "0 * * * *", timezone: "UTC", dayOr: true },
    isActive: true,
    maxActiveRuns: null,
    maxScheduledRuns: null,
    catchup: false,
    ...overrides,
  };
}
