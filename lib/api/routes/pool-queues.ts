import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { examplePool, exampleQueue } from "@/lib/wire/example-queues";
import { fromFilters } from "@/lib/wire/noun-filters";
import { pathName } from "@/lib/wire/noun-names";
import {
  fromWorkQueueCreateBody,
  fromWorkQueueUpdateBody,
  toWorkQueueWire,
  WorkQueueCreateBody,
  WorkQueueFilterBody,
  WorkQueueUpdateBody,
  WorkQueueWire,
} from "@/lib/wire/work-queues";
import { createWorkQueueIn } from "@/lib/work-queues/create-work-queue";
import { deleteWorkQueueIn } from "@/lib/work-queues/delete-work-queue";
import { findQueueIn, listWorkQueuesIn } from "@/lib/work-queues/read-work-queue";
import { updateWorkQueueIn } from "@/lib/work-queues/update-work-queue";

const poolName = pathName(examplePool.answered.name);
const ofPool = z.object({ work_pool_name: poolName });
const byNames = z.object({ work_pool_name: poolName, name: pathName(exampleQueue.sent.name) });
const notFound = "No work pool has this name, or no queue of it has the other.";

/** The queues of one pool, by their names. */
export const poolQueueRoutes = [
  route(
    {
      method: "POST",
      path: "/work_pools/:work_pool_name/queues",
      operationId: "create_queue_of_work_pool",
      tag: "Work pools",
      summary: "Make a work queue in a pool",
      params: ofPool,
      body: WorkQueueCreateBody,
      answers: { 201: WorkQueueWire },
      refusals: { 404: "No work pool has this name.", 409: "The pool has a queue of this name." },
    },
    async (context, { params, body }) => {
      const input = fromWorkQueueCreateBody(body);
      const placed = await createWorkQueueIn(context, params.work_pool_name, input);
      return { status: 201, body: toWorkQueueWire(placed, context.now()) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/work_pools/:work_pool_name/queues/filter",
      operationId: "filter_queues_of_work_pool",
      tag: "Work pools",
      summary: "List the queues of a pool by priority",
      params: ofPool,
      body: WorkQueueFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(WorkQueueWire) },
      refusals: {
        404: "No work pool has this name.",
        422: "`limit` is below 0 or above 200; its body has `detail` only.",
      },
    },
    async (context, { params, body }) => {
      const { workQueues = {} } = fromFilters(body);
      const placed = await listWorkQueuesIn(context, params.work_pool_name, workQueues, toPage(body));
      const now = context.now();
      return { status: 200, body: placed.map((each) => toWorkQueueWire(each, now)) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/work_pools/:work_pool_name/queues/:name",
      operationId: "read_queue_of_work_pool",
      tag: "Work pools",
      summary: "Read a queue of a pool",
      params: byNames,
      answers: { 200: WorkQueueWire },
      refusals: { 404: notFound },
    },
    async (context, { params }) => {
      const placed = await findQueueIn(context.store, params.work_pool_name, params.name);
      return { status: 200, body: toWorkQueueWire(placed, context.now()) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/work_pools/:work_pool_name/queues/:name",
      operationId: "update_queue_of_work_pool",
      tag: "Work pools",
      summary: "Change, pause or resume a queue of a pool",
      description: ["Only the keys that are sent are written."],
      params: byNames,
      body: WorkQueueUpdateBody,
      answers: { 204: null },
      refusals: { 404: notFound, 409: "Another queue of the pool has this name." },
    },
    async (context, { params, body }) => {
      const changes = fromWorkQueueUpdateBody(body);
      await updateWorkQueueIn(context, params.work_pool_name, params.name, changes);
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/work_pools/:work_pool_name/queues/:name",
      operationId: "delete_queue_of_work_pool",
      tag: "Work pools",
      summary: "Delete a queue of a pool",
      description: ["Its deployments and runs stay, without a queue."],
      params: byNames,
      answers: { 204: null },
      refusals: { 404: notFound, 409: "It is the default queue of its pool." },
    },
    async (context, { params }) => {
      await deleteWorkQueueIn(context, params.work_pool_name, params.name);
      return { status: 204 };
    },
  ),
] as const;
