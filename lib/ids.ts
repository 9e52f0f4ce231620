/** Branded ids: all are lower-case UUID texts with dashes. */
export type BlockTypeId = string & { readonly __id: "BlockType" };
export type BlockSchemaId = string & { readonly __id: "BlockSchema" };
export type BlockDocumentId = string & { readonly __id: "BlockDocument" };
export type FlowId = string & { readonly __id: "Flow" };
export type DeploymentId = string & { readonly __id: "Deployment" };
export type DeploymentScheduleId = string & { readonly __id: "DeploymentSchedule" };
export type WorkPoolId = string & { readonly __id: "WorkPool" };
export type WorkQueueId = string & { readonly __id: "WorkQueue" };
export type FlowRunId = string & { readonly __id: "FlowRun" };
export type TaskRunId = string & { readonly __id: "TaskRun" };
/** Of one state that a flow run or a task run entered. */
export type StateId = string & { readonly __id: "State" };
export type LogId = string & { readonly __id: "Log" };

const uuidPattern = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Reads a UUID as Prefect's clients may write it (upper case, no dashes); undefined when it is none. */
export function parseUuid<Id extends string = string>(text: string): Id | undefined {
  if (!uuidPattern.test(text)) return undefined;
  const hex = text.replaceAll("-", "").toLowerCase();
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join("-") as Id;
}
