import type { Deployment } from "@/lib/deployments/model";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { TaskRun } from "@/lib/task-runs/model";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import type { TestStore } from "@/lib/testing/template-db";

/** A running flow run of a deployment, and beside it the run of a flow and a task that have no state yet. */
export async function openRuns({ store }: Pick<TestStore, "store">): Promise<{
  readonly deployment: Deployment;
  readonly running: FlowRun;
  readonly flowRun: FlowRun;
  /** Of the running flow run. */
  readonly taskRun: TaskRun;
}> {
  const flow = aFlow();
  const deployment = aDeployment({ flowId: flow.id });
  const state = aState({ type: "RUNNING" });
  const ofDeployment = { flowId: flow.id, deploymentId: deployment.id };
  const running = aFlowRun({ ...ofDeployment, state, runCount: 1, startTime: state.timestamp });
  const flowRun = aFlowRun(ofDeployment);
  const taskRun = aTaskRun({ flowRunId: running.id });
  await store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
    await tx.flowRuns.insert(running);
    await tx.flowRuns.insert(flowRun);
    await tx.taskRuns.insert(taskRun);
  });
  return { deployment, running, flowRun, taskRun };
}
