import "server-only";
import { and } from "drizzle-orm";
import type { Dialect } from "@/db/dialect";
import type { Bindable } from "@/db/stores/bound-filter";
import { type Condition, isAmong } from "@/db/stores/condition-parts";
import {
  toOwnDeploymentCondition,
  toOwnFlowCondition,
  toOwnFlowRunCondition,
  toOwnTaskRunCondition,
  toOwnWorkPoolCondition,
  toOwnWorkQueueCondition,
} from "@/db/stores/own-conditions";
import type { Filters } from "@/lib/filters";

// What narrows the list of one noun by filters of all. Filters that reach it over the same noun must be met by the same
// row: `flowRuns` and `taskRuns` together mean flows with a run that matches and has a task run that matches.
type BoundFilters = Bindable<Filters>;

export function toFlowsCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { flows, deployments, flowRuns } = dialect.tables;
  const ofDeployments = pick(filters, "deployments", "workPools", "workQueues");
  const ofRuns = pick(filters, "flowRuns", "taskRuns");
  return and(
    filters.flows && toOwnFlowCondition(dialect, filters.flows),
    ofDeployments &&
      isAmong(flows.id, deployments.flowId, deployments, toDeploymentsCondition(dialect, ofDeployments)),
    ofRuns && isAmong(flows.id, flowRuns.flowId, flowRuns, toFlowRunsCondition(dialect, ofRuns)),
  );
}

export function toDeploymentsCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { flows, deployments, flowRuns, workQueues } = dialect.tables;
  const ofRuns = pick(filters, "flowRuns", "taskRuns");
  const ofQueues = pick(filters, "workPools", "workQueues");
  return and(
    filters.deployments && toOwnDeploymentCondition(dialect, filters.deployments),
    filters.flows && isAmong(deployments.flowId, flows.id, flows, toOwnFlowCondition(dialect, filters.flows)),
    ofRuns && isAmong(deployments.id, flowRuns.deploymentId, flowRuns, toFlowRunsCondition(dialect, ofRuns)),
    ofQueues &&
      isAmong(deployments.workQueueId, workQueues.id, workQueues, toWorkQueuesCondition(dialect, ofQueues)),
  );
}

export function toFlowRunsCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { flows, deployments, flowRuns, taskRuns, workQueues } = dialect.tables;
  const ofQueues = pick(filters, "workPools", "workQueues");
  const { flows: ofFlows, deployments: ofDeployments, taskRuns: ofTaskRuns } = filters;
  return and(
    filters.flowRuns && toOwnFlowRunCondition(dialect, filters.flowRuns),
    ofFlows && isAmong(flowRuns.flowId, flows.id, flows, toOwnFlowCondition(dialect, ofFlows)),
    ofDeployments &&
      isAmong(
        flowRuns.deploymentId,
        deployments.id,
        deployments,
        toOwnDeploymentCondition(dialect, ofDeployments),
      ),
    ofTaskRuns &&
      isAmong(flowRuns.id, taskRuns.flowRunId, taskRuns, toOwnTaskRunCondition(dialect, ofTaskRuns)),
    ofQueues &&
      isAmong(flowRuns.workQueueId, workQueues.id, workQueues, toWorkQueuesCondition(dialect, ofQueues)),
  );
}

export function toTaskRunsCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { flowRuns, taskRuns } = dialect.tables;
  const ofRuns = pick(filters, "flows", "flowRuns", "deployments", "workPools", "workQueues");
  return and(
    filters.taskRuns && toOwnTaskRunCondition(dialect, filters.taskRuns),
    ofRuns && isAmong(taskRuns.flowRunId, flowRuns.id, flowRuns, toFlowRunsCondition(dialect, ofRuns)),
  );
}

export function toWorkPoolsCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { workPools, workQueues } = dialect.tables;
  const ofQueues = pick(filters, "workQueues", "flows", "deployments", "flowRuns", "taskRuns");
  return and(
    filters.workPools && toOwnWorkPoolCondition(dialect, filters.workPools),
    ofQueues &&
      isAmong(workPools.id, workQueues.workPoolId, workQueues, toWorkQueuesCondition(dialect, ofQueues)),
  );
}

export function toWorkQueuesCondition(dialect: Dialect, filters: BoundFilters): Condition {
  const { deployments, flowRuns, workPools, workQueues } = dialect.tables;
  const ofDeployments = pick(filters, "flows", "deployments");
  const ofRuns = pick(filters, "flowRuns", "taskRuns");
  return and(
    filters.workQueues && toOwnWorkQueueCondition(dialect, filters.workQueues),
    filters.workPools &&
      isAmong(
        workQueues.workPoolId,
        workPools.id,
        workPools,
        toOwnWorkPoolCondition(dialect, filters.workPools),
      ),
    ofDeployments &&
      isAmong(
        workQueues.id,
        deployments.workQueueId,
        deployments,
        toDeploymentsCondition(dialect, ofDeployments),
      ),
    ofRuns && isAmong(workQueues.id, flowRuns.workQueueId, flowRuns, toFlowRunsCondition(dialect, ofRuns)),
  );
}

/** The filters of some nouns; undefined when there are none. An empty filter asks that a row exists. */
function pick(filters: BoundFilters, ...nouns: readonly (keyof Filters)[]): BoundFilters | undefined {
  const picked = nouns.flatMap((noun) => (filters[noun] === undefined ? [] : [[noun, filters[noun]]]));
  return picked.length === 0 ? undefined : Object.fromEntries(picked);
}
