import { z } from "zod";
import { route } from "@/lib/api/route";
import { DomainError } from "@/lib/errors";
import type { FlowRunId, StateId, TaskRunId } from "@/lib/ids";
import { exampleFlowRun, exampleTaskRun } from "@/lib/wire/example-runs";
import { id } from "@/lib/wire/fields";
import { StateWire, toStateWire } from "@/lib/wire/states";

const byId = z.object({ id: id<StateId>() });
const ofFlowRun = z.object({
  flow_run_id: id<FlowRunId>().meta({ examples: [exampleFlowRun.answered.id] }),
});
const ofTaskRun = z.object({
  task_run_id: id<TaskRunId>().meta({ examples: [exampleTaskRun.answered.id] }),
});

/** The states that runs were and are in. */
export const runStateRoutes = [
  route(
    {
      method: "GET",
      path: "/flow_run_states/",
      operationId: "list_flow_run_states",
      tag: "Flow runs",
      summary: "List the states of a flow run",
      description: ["The first one first. For an id that no run has the list is empty."],
      query: ofFlowRun,
      answers: { 200: z.array(StateWire) },
    },
    async ({ store }, { query }) => ({
      status: 200,
      body: (await store.flowRuns.statesOf(query.flow_run_id)).map(toStateWire),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/flow_run_states/:id",
      operationId: "read_flow_run_state",
      tag: "Flow runs",
      summary: "Read a state of a flow run",
      params: byId,
      answers: { 200: StateWire },
      refusals: { 404: "No state of a flow run has this id." },
    },
    async ({ store }, { params }) => {
      const state = await store.flowRuns.stateById(params.id);
      if (!state) throw new DomainError("not_found", "Flow run state not found");
      return { status: 200, body: toStateWire(state) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/task_run_states/",
      operationId: "list_task_run_states",
      tag: "Task runs",
      summary: "List the states of a task run",
      description: ["The first one first. For an id that no run has the list is empty."],
      query: ofTaskRun,
      answers: { 200: z.array(StateWire) },
    },
    async ({ store }, { query }) => ({
      status: 200,
      body: (await store.taskRuns.statesOf(query.task_run_id)).map(toStateWire),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/task_run_states/:id",
      operationId: "read_task_run_state",
      tag: "Task runs",
      summary: "Read a state of a task run",
      params: byId,
      answers: { 200: StateWire },
      refusals: { 404: "No state of a task run has this id." },
    },
    async ({ store }, { params }) => {
      const state = await store.taskRuns.stateById(params.id);
      if (!state) throw new DomainError("not_found", "Task run state not found");
      return { status: 200, body: toStateWire(state) };
    },
  ),
] as const;
