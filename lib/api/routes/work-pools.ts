import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { placeFlowRuns } from "@/lib/flow-runs/place-flow-runs";
import { examplePool } from "@/lib/wire/example-queues";
import { toFlowRunWire } from "@/lib/wire/flow-runs";
import { fromFilters } from "@/lib/wire/noun-filters";
import { pathName } from "@/lib/wire/noun-names";
import {
  fromWorkPoolCreateBody,
  fromWorkPoolUpdateBody,
  GetPoolRunsBody,
  PoolRunWire,
  toWorkPoolWire,
  WorkPoolCountBody,
  WorkPoolCreateBody,
  WorkPoolFilterBody,
  WorkPoolUpdateBody,
  WorkPoolWire,
} from "@/lib/wire/work-pools";
import { createWorkPool } from "@/lib/work-pools/create-work-pool";
import { deleteWorkPool } from "@/lib/work-pools/delete-work-pool";
import { getPoolRuns } from "@/lib/work-pools/get-pool-runs";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";
import { updateWorkPool } from "@/lib/work-pools/update-work-pool";

const byName = z.object({ name: pathName(examplePool.answered.name) });
const notFound = "No work pool has this name.";

export const workPoolRoutes = [
  route(
    {
      method: "POST",
      path: "/work_pools/",
      operationId: "create_work_pool",
      tag: "Work pools",
      summary: "Make a work pool with its default queue",
      body: WorkPoolCreateBody,
      answers: { 201: WorkPoolWire },
      refusals: {
        400: "The name is empty.",
        403: "The name begins with `Prefect`, in upper or lower case.",
        409: "Another work pool has this name.",
      },
    },
    async (context, { body }) => {
      const pool = await createWorkPool(context, fromWorkPoolCreateBody(body));
      return { status: 201, body: toWorkPoolWire(pool) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/work_pools/filter",
      operationId: "filter_work_pools",
      tag: "Work pools",
      summary: "List work pools by name",
      body: WorkPoolFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(WorkPoolWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async ({ store }, { body }) => {
      const pools = await store.workPools.list(fromFilters(body), toPage(body));
      return { status: 200, body: pools.map(toWorkPoolWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/work_pools/count",
      operationId: "count_work_pools",
      tag: "Work pools",
      summary: "Count work pools",
      body: WorkPoolCountBody,
      isBodyOptional: true,
      answers: { 200: z.number().int() },
    },
    async ({ store }, { body }) => ({
      status: 200,
      body: await store.workPools.count(fromFilters(body)),
    }),
  ),
  route(
    {
      method: "POST",
      path: "/work_pools/:name/get_scheduled_flow_runs",
      operationId: "get_runs_of_work_pool",
      tag: "Work pools",
      summary: "Ask for runs to start, as an agent of a pool",
      description: [
        "What the queues of the pool offer, those of priority 1 first. For each queue the same holds as when it is asked alone.",
      ],
      params: byName,
      body: GetPoolRunsBody,
      isBodyOptional: true,
      answers: { 200: z.array(PoolRunWire) },
      refusals: { 404: notFound, 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { params, body }) => {
      const runs = await getPoolRuns(context, params.name, {
        queueNames: body.work_queue_names ?? [],
        before: body.scheduled_before ?? null,
        limit: toPage({ limit: body.limit, offset: 0 }).limit,
      });
      return {
        status: 200,
        body: (await placeFlowRuns(context, runs)).map((each) => ({
          work_pool_id: each.pool?.id ?? null,
          work_queue_id: each.run.workQueueId,
          flow_run: toFlowRunWire(each),
        })),
      };
    },
  ),
  route(
    {
      method: "GET",
      path: "/work_pools/:name",
      operationId: "read_work_pool",
      tag: "Work pools",
      summary: "Read a work pool by its name",
      params: byName,
      answers: { 200: WorkPoolWire },
      refusals: { 404: notFound },
    },
    async (context, { params }) => ({
      status: 200,
      body: toWorkPoolWire(await readWorkPool(context, params.name)),
    }),
  ),
  route(
    {
      method: "PATCH",
      path: "/work_pools/:name",
      operationId: "update_work_pool",
      tag: "Work pools",
      summary: "Change, pause or resume a work pool",
      description: ["Only the keys that are sent are written. Queues of a paused pool give out no runs."],
      params: byName,
      body: WorkPoolUpdateBody,
      answers: { 204: null },
      refusals: {
        403: "The name begins with `Prefect`, and more than the pause or the concurrency limit was to change.",
        404: notFound,
      },
    },
    async (context, { params, body }) => {
      await updateWorkPool(context, params.name, fromWorkPoolUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/work_pools/:name",
      operationId: "delete_work_pool",
      tag: "Work pools",
      summary: "Delete a work pool with its queues",
      description: ["Deployments and runs of its queues stay, without a queue."],
      params: byName,
      answers: { 204: null },
      refusals: { 403: "The name begins with `Prefect`, in upper or lower case.", 404: notFound },
    },
    async (context, { params }) => {
      await deleteWorkPool(context, params.name);
      return { status: 204 };
    },
  ),
] as const;
