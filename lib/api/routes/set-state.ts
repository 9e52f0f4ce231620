import { z } from "zod";
import type { Answer } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { resumeFlowRun } from "@/lib/flow-runs/resume-flow-run";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Outcome } from "@/lib/orchestration/entered";
import { setTaskRunState } from "@/lib/task-runs/set-task-run-state";
import { id } from "@/lib/wire/fields";
import {
  fromSetStateBody,
  OrchestrationWire,
  ResumeBody,
  SetStateBody,
  toOrchestrationWire,
} from "@/lib/wire/orchestration";

const rulesExplained =
  "The server decides: it accepts the proposed state, puts the run into another one (`REJECT`), asks to wait (`WAIT`) or to give up (`ABORT`). 201 says that a state was written, 200 that the run stays in the state that is answered.";

function toAnswer(outcome: Outcome): Answer {
  return { status: outcome.isNew ? 201 : 200, body: toOrchestrationWire(outcome) };
}

/** Where clients say what a run does. Listed with the runs themselves. */
export const setStateRoutes = [
  route(
    {
      method: "POST",
      path: "/flow_runs/:id/set_state",
      operationId: "set_flow_run_state",
      tag: "Flow runs",
      summary: "Propose the next state of a flow run",
      description: [rulesExplained, "Of several agents that propose `PENDING` only one is accepted."],
      params: z.object({ id: id<FlowRunId>() }),
      body: SetStateBody,
      answers: { 200: OrchestrationWire, 201: OrchestrationWire },
      refusals: { 404: "No flow run has this id." },
    },
    async (context, { params, body }) =>
      toAnswer(await setFlowRunState(context, params.id, fromSetStateBody(body, context.now()))),
  ),
  route(
    {
      method: "POST",
      path: "/flow_runs/:id/resume",
      operationId: "resume_flow_run",
      tag: "Flow runs",
      summary: "End the pause of a flow run",
      description: [
        "A run that waits in its process goes on; one that was suspended is scheduled for an agent. `ABORT` when it is not paused. Input for a run is not kept: `run_input` is ignored.",
      ],
      params: z.object({ id: id<FlowRunId>() }),
      body: ResumeBody,
      isBodyOptional: true,
      answers: { 200: OrchestrationWire, 201: OrchestrationWire },
      refusals: { 404: "No flow run has this id." },
    },
    async (context, { params }) => toAnswer(await resumeFlowRun(context, params.id)),
  ),
  route(
    {
      method: "POST",
      path: "/task_runs/:id/set_state",
      operationId: "set_task_run_state",
      tag: "Task runs",
      summary: "Propose the next state of a task run",
      description: [
        rulesExplained,
        "With a `cache_key` in its details, a proposed `RUNNING` is answered with what an earlier task run completed with.",
      ],
      params: z.object({ id: id<TaskRunId>() }),
      body: SetStateBody,
      answers: { 200: OrchestrationWire, 201: OrchestrationWire },
      refusals: { 404: "No task run has this id." },
    },
    async (context, { params, body }) =>
      toAnswer(await setTaskRunState(context, params.id, fromSetStateBody(body, context.now()))),
  ),
] as const;
