import "server-only";
import { eq, isNotNull, not, sql } from "drizzle-orm";
import type { Dialect } from "@/db/dialect";
import type { Bindable } from "@/db/stores/bound-filter";
import {
  type Condition,
  combinerOf,
  isAmong,
  isNoneOf,
  toNameCondition,
  toOptionalCondition,
  toPresence,
  toStateCondition,
  toTagCondition,
  toTimeCondition,
} from "@/db/stores/condition-parts";
import type {
  DeploymentFilter,
  FlowFilter,
  FlowRunFilter,
  TaskRunFilter,
  WorkPoolFilter,
  WorkQueueFilter,
} from "@/lib/filters";

/** What a filter says of the noun's own rows. */
export function toOwnFlowCondition(dialect: Dialect, filter: Bindable<FlowFilter>): Condition {
  const { flows, deployments } = dialect.tables;
  const isDeployed = isAmong(flows.id, deployments.flowId, deployments);
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(flows.id, filter.ids),
    filter.name && toNameCondition(dialect, flows.name, filter.name),
    filter.tags && toTagCondition(dialect, flows.tags, filter.tags),
    filter.hasNoDeployment === undefined ? undefined : filter.hasNoDeployment ? not(isDeployed) : isDeployed,
  );
}

export function toOwnDeploymentCondition(dialect: Dialect, filter: Bindable<DeploymentFilter>): Condition {
  const { flows, deployments } = dialect.tables;
  const either = filter.flowOrDeploymentNameLike;
  const flowName = sql`(select ${flows.name} from ${flows} where ${eq(flows.id, deployments.flowId)})`;
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(deployments.id, filter.ids),
    filter.name && toNameCondition(dialect, deployments.name, filter.name),
    either === undefined ? undefined : dialect.isLike(sql`${flowName} || '/' || ${deployments.name}`, either),
    filter.isPaused === undefined ? undefined : eq(deployments.isPaused, filter.isPaused),
    filter.isScheduleActive === undefined ? undefined : eq(deployments.isPaused, !filter.isScheduleActive),
    filter.tags && toTagCondition(dialect, deployments.tags, filter.tags),
    filter.workQueueNames && dialect.isAnyOf(deployments.workQueueName, filter.workQueueNames),
  );
}

export function toOwnFlowRunCondition(dialect: Dialect, filter: Bindable<FlowRunFilter>): Condition {
  const { flowRuns } = dialect.tables;
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(flowRuns.id, filter.ids),
    filter.notIds && isNoneOf(dialect, flowRuns.id, filter.notIds),
    filter.name && toNameCondition(dialect, flowRuns.name, filter.name),
    filter.tags && toTagCondition(dialect, flowRuns.tags, filter.tags),
    filter.deploymentId && toOptionalCondition(dialect, flowRuns.deploymentId, filter.deploymentId),
    filter.workQueueName && toOptionalCondition(dialect, flowRuns.workQueueName, filter.workQueueName),
    filter.state && toStateCondition(dialect, flowRuns, filter.state),
    filter.flowVersions && dialect.isAnyOf(flowRuns.flowVersion, filter.flowVersions),
    filter.startTime && toTimeCondition(flowRuns.startTime, filter.startTime),
    filter.endTime && toTimeCondition(flowRuns.endTime, filter.endTime),
    filter.expectedStartTime && toTimeCondition(flowRuns.expectedStartTime, filter.expectedStartTime),
    filter.nextScheduledStartTime &&
      toTimeCondition(flowRuns.nextScheduledStartTime, filter.nextScheduledStartTime),
    ...toOriginConditions(dialect, filter),
  );
}

/** What started the run. */
function toOriginConditions(dialect: Dialect, filter: Bindable<FlowRunFilter>): readonly Condition[] {
  const { flowRuns, taskRuns } = dialect.tables;
  const { parentFlowRunIds, parentTaskRunId, idempotencyKeys, notIdempotencyKeys } = filter;
  return [
    parentFlowRunIds &&
      isAmong(
        flowRuns.parentTaskRunId,
        taskRuns.id,
        taskRuns,
        dialect.isAnyOf(taskRuns.flowRunId, parentFlowRunIds),
      ),
    parentTaskRunId && toOptionalCondition(dialect, flowRuns.parentTaskRunId, parentTaskRunId),
    idempotencyKeys && dialect.isAnyOf(flowRuns.idempotencyKey, idempotencyKeys),
    notIdempotencyKeys && isNoneOf(dialect, flowRuns.idempotencyKey, notIdempotencyKeys),
  ];
}

export function toOwnTaskRunCondition(dialect: Dialect, filter: Bindable<TaskRunFilter>): Condition {
  const { flowRuns, taskRuns } = dialect.tables;
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(taskRuns.id, filter.ids),
    filter.name && toNameCondition(dialect, taskRuns.name, filter.name),
    filter.tags && toTagCondition(dialect, taskRuns.tags, filter.tags),
    filter.state && toStateCondition(dialect, taskRuns, filter.state),
    filter.stateIds && dialect.isAnyOf(taskRuns.stateId, filter.stateIds),
    filter.startTime && toTimeCondition(taskRuns.startTime, filter.startTime),
    filter.expectedStartTime && toTimeCondition(taskRuns.expectedStartTime, filter.expectedStartTime),
    filter.flowRunIds && dialect.isAnyOf(taskRuns.flowRunId, filter.flowRunIds),
    filter.hasNoFlowRun === undefined ? undefined : toPresence(taskRuns.flowRunId, filter.hasNoFlowRun),
    toSubflowCondition(filter.hasSubflowRuns),
  );

  function toSubflowCondition(hasSubflowRuns: boolean | undefined): Condition {
    if (hasSubflowRuns === undefined) return undefined;
    const isParent = isAmong(
      taskRuns.id,
      flowRuns.parentTaskRunId,
      flowRuns,
      isNotNull(flowRuns.parentTaskRunId),
    );
    return hasSubflowRuns ? isParent : not(isParent);
  }
}

export function toOwnWorkPoolCondition(dialect: Dialect, filter: Bindable<WorkPoolFilter>): Condition {
  const { workPools } = dialect.tables;
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(workPools.id, filter.ids),
    filter.names && dialect.isAnyOf(workPools.name, filter.names),
    filter.types && dialect.isAnyOf(workPools.type, filter.types),
  );
}

export function toOwnWorkQueueCondition(dialect: Dialect, filter: Bindable<WorkQueueFilter>): Condition {
  const { workQueues } = dialect.tables;
  return combinerOf(filter)(
    filter.ids && dialect.isAnyOf(workQueues.id, filter.ids),
    filter.names && dialect.isAnyOf(workQueues.name, filter.names),
    filter.nameStartsWith && dialect.beginsWithAnyOf(workQueues.name, filter.nameStartsWith),
  );
}
