import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import type { TaskRunId } from "@/lib/ids";
import { createTaskRun } from "@/lib/task-runs/create-task-run";
import { deleteTaskRun } from "@/lib/task-runs/delete-task-run";
import { readTaskRun } from "@/lib/task-runs/read-task-run";
import { renameTaskRun } from "@/lib/task-runs/rename-task-run";
import { exampleTaskRun } from "@/lib/wire/example-runs";
import { id } from "@/lib/wire/fields";
import { fromFilters } from "@/lib/wire/noun-filters";
import {
  fromTaskRunCreateBody,
  fromTaskRunSort,
  TaskRunCountBody,
  TaskRunCreateBody,
  TaskRunFilterBody,
  TaskRunUpdateBody,
  TaskRunWire,
  toTaskRunWire,
} from "@/lib/wire/task-runs";

const byId = z.object({ id: id<TaskRunId>().meta({ examples: [exampleTaskRun.answered.id] }) });
const isUnknown = "No task run has this id.";

export const taskRunRoutes = [
  route(
    {
      method: "POST",
      path: "/task_runs/",
      operationId: "create_task_run",
      tag: "Task runs",
      summary: "Create a task run",
      description: [
        "The run enters the given state at once; without one it is pending. If the flow run has a task run with this `task_key` and `dynamic_key` already, that one is answered with 200 and nothing is changed.",
      ],
      body: TaskRunCreateBody,
      answers: { 200: TaskRunWire, 201: TaskRunWire },
      refusals: { 409: "The flow run does not exist, or another task run has the given id." },
    },
    async (context, { body }) => {
      const { run, isNew } = await createTaskRun(context, fromTaskRunCreateBody(body, context.now()));
      return { status: isNew ? 201 : 200, body: toTaskRunWire(run, context.now()) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/task_runs/filter",
      operationId: "filter_task_runs",
      tag: "Task runs",
      summary: "List task runs",
      description: [
        "Runs that match every filter: of the runs themselves, and of the flow runs, flows and deployments that they belong to. By default those with the greatest id come first.",
      ],
      body: TaskRunFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(TaskRunWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async ({ store, now }, { body }) => {
      const runs = await store.taskRuns.list(fromFilters(body), fromTaskRunSort(body.sort), toPage(body));
      const at = now();
      return { status: 200, body: runs.map((run) => toTaskRunWire(run, at)) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/task_runs/count",
      operationId: "count_task_runs",
      tag: "Task runs",
      summary: "Count task runs",
      body: TaskRunCountBody,
      isBodyOptional: true,
      answers: { 200: z.int() },
    },
    async ({ store }, { body }) => ({ status: 200, body: await store.taskRuns.count(fromFilters(body)) }),
  ),
  route(
    {
      method: "GET",
      path: "/task_runs/:id",
      operationId: "read_task_run",
      tag: "Task runs",
      summary: "Read a task run",
      params: byId,
      answers: { 200: TaskRunWire },
      refusals: { 404: isUnknown },
    },
    async ({ store, now }, { params }) => ({
      status: 200,
      body: toTaskRunWire(await readTaskRun(store, params.id), now()),
    }),
  ),
  route(
    {
      method: "PATCH",
      path: "/task_runs/:id",
      operationId: "update_task_run",
      tag: "Task runs",
      summary: "Rename a task run",
      params: byId,
      body: TaskRunUpdateBody,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params, body }) => {
      await renameTaskRun(context, params.id, body.name);
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/task_runs/:id",
      operationId: "delete_task_run",
      tag: "Task runs",
      summary: "Delete a task run",
      description: ["Its states go with it, its logs stay with the flow run. It cannot be undone."],
      params: byId,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      await deleteTaskRun(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
