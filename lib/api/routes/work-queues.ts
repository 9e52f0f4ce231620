import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { placeFlowRuns } from "@/lib/flow-runs/place-flow-runs";
import type { WorkQueueId } from "@/lib/ids";
import { exampleQueue } from "@/lib/wire/example-queues";
import { id } from "@/lib/wire/fields";
import { FlowRunWire, toFlowRunWire } from "@/lib/wire/flow-runs";
import { fromFilters } from "@/lib/wire/noun-filters";
import { pathName } from "@/lib/wire/noun-names";
import {
  fromWorkQueueCreateBody,
  fromWorkQueueUpdateBody,
  GetRunsBody,
  toWorkQueueStatusWire,
  toWorkQueueWire,
  WorkQueueCreateBody,
  WorkQueueFilterBody,
  WorkQueueStatusWire,
  WorkQueueUpdateBody,
  WorkQueueWire,
} from "@/lib/wire/work-queues";
import { createWorkQueue } from "@/lib/work-queues/create-work-queue";
import { deleteWorkQueue } from "@/lib/work-queues/delete-work-queue";
import { getRuns } from "@/lib/work-queues/get-runs";
import { readQueueHealth } from "@/lib/work-queues/queue-status";
import { listWorkQueues, readWorkQueue, readWorkQueueByName } from "@/lib/work-queues/read-work-queue";
import { updateWorkQueue } from "@/lib/work-queues/update-work-queue";

const byId = z.object({ id: id<WorkQueueId>().meta({ examples: [exampleQueue.answered.id] }) });
const byName = z.object({ name: pathName(exampleQueue.sent.name) });
const notFound = "No work queue has this id.";

const writing = [
  route(
    {
      method: "POST",
      path: "/work_queues/",
      operationId: "create_work_queue",
      tag: "Work queues",
      summary: "Make a work queue for agents",
      description: [
        "It stands in the pool `default-agent-pool`, which is made when it is missing. Deployments make the queues that they name by themselves.",
      ],
      body: WorkQueueCreateBody,
      answers: { 201: WorkQueueWire },
      refusals: { 409: "The pool has a queue of this name." },
    },
    async (context, { body }) => {
      const placed = await createWorkQueue(context, fromWorkQueueCreateBody(body));
      return { status: 201, body: toWorkQueueWire(placed, context.now()) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/work_queues/:id",
      operationId: "update_work_queue",
      tag: "Work queues",
      summary: "Change, pause or resume a work queue",
      description: ["Only the keys that are sent are written. A queue that is paused gives out no runs."],
      params: byId,
      body: WorkQueueUpdateBody,
      answers: { 204: null },
      refusals: { 404: notFound, 409: "Another queue of the pool has this name." },
    },
    async (context, { params, body }) => {
      await updateWorkQueue(context, params.id, fromWorkQueueUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/work_queues/:id",
      operationId: "delete_work_queue",
      tag: "Work queues",
      summary: "Delete a work queue",
      description: [
        "Its deployments and runs stay, without a queue: no agent gets those runs until the deployment is applied again.",
      ],
      params: byId,
      answers: { 204: null },
      refusals: { 404: notFound, 409: "It is the default queue of its pool." },
    },
    async (context, { params }) => {
      await deleteWorkQueue(context, params.id);
      return { status: 204 };
    },
  ),
  route(
    {
      method: "POST",
      path: "/work_queues/:id/get_runs",
      operationId: "get_runs_of_work_queue",
      tag: "Work queues",
      summary: "Ask for runs to start, as an agent",
      description: [
        "Scheduled runs by the time at which they are due. None while the queue or its pool is paused, and never more than their concurrency limits leave room for. An agent then proposes the state `PENDING` for each; only one gets it.",
        "The queue and its deployments remember that they were asked for runs.",
      ],
      params: byId,
      body: GetRunsBody,
      isBodyOptional: true,
      answers: { 200: z.array(FlowRunWire) },
      refusals: { 404: notFound, 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { params, body }) => {
      const { limit } = toPage({ limit: body.limit, offset: 0 });
      const runs = await getRuns(context, params.id, { before: body.scheduled_before ?? null, limit });
      return { status: 200, body: (await placeFlowRuns(context, runs)).map(toFlowRunWire) };
    },
  ),
] as const;

const reading = [
  route(
    {
      method: "POST",
      path: "/work_queues/filter",
      operationId: "filter_work_queues",
      tag: "Work queues",
      summary: "List work queues by name",
      body: WorkQueueFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(WorkQueueWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { body }) => {
      const { workQueues = {} } = fromFilters(body);
      const placed = await listWorkQueues(context, workQueues, toPage(body));
      const now = context.now();
      return { status: 200, body: placed.map((each) => toWorkQueueWire(each, now)) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/work_queues/name/:name",
      operationId: "read_work_queue_by_name",
      tag: "Work queues",
      summary: "Read a work queue of the pool of the agents by its name",
      params: byName,
      answers: { 200: WorkQueueWire },
      refusals: { 404: "The pool `default-agent-pool` has no queue of this name." },
    },
    async (context, { params }) => ({
      status: 200,
      body: toWorkQueueWire(await readWorkQueueByName(context, params.name), context.now()),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/work_queues/:id",
      operationId: "read_work_queue",
      tag: "Work queues",
      summary: "Read a work queue",
      params: byId,
      answers: { 200: WorkQueueWire },
      refusals: { 404: notFound },
    },
    async (context, { params }) => ({
      status: 200,
      body: toWorkQueueWire(await readWorkQueue(context, params.id), context.now()),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/work_queues/:id/status",
      operationId: "read_work_queue_status",
      tag: "Work queues",
      summary: "Tell whether a work queue is served",
      params: byId,
      answers: { 200: WorkQueueStatusWire },
      refusals: { 404: notFound },
    },
    async (context, { params }) => ({
      status: 200,
      body: toWorkQueueStatusWire(await readQueueHealth(context, params.id)),
    }),
  ),
] as const;

export const workQueueRoutes = [...writing, ...reading] as const;
