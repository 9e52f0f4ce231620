import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createFlowRun } from "@/lib/flow-runs/create-flow-run";
import { deleteFlowRun } from "@/lib/flow-runs/delete-flow-run";
import { placeFlowRun, placeFlowRuns } from "@/lib/flow-runs/place-flow-runs";
import { readFlowRun } from "@/lib/flow-runs/read-flow-run";
import { updateFlowRun } from "@/lib/flow-runs/update-flow-run";
import type { FlowRunId } from "@/lib/ids";
import { exampleFlowRun } from "@/lib/wire/example-runs";
import { id } from "@/lib/wire/fields";
import {
  FlowRunCountBody,
  FlowRunCreateBody,
  FlowRunFilterBody,
  FlowRunUpdateBody,
  FlowRunWire,
  fromFlowRunCreateBody,
  fromFlowRunSort,
  fromFlowRunUpdateBody,
  toFlowRunWire,
} from "@/lib/wire/flow-runs";
import { fromFilters } from "@/lib/wire/noun-filters";

const byId = z.object({ id: id<FlowRunId>().meta({ examples: [exampleFlowRun.answered.id] }) });
const isUnknown = "No flow run has this id.";

export const flowRunRoutes = [
  route(
    {
      method: "POST",
      path: "/flow_runs/",
      operationId: "create_flow_run",
      tag: "Flow runs",
      summary: "Create a flow run without a deployment",
      description: [
        "What a client does that runs a flow itself. The run enters the given state at once; without one it is pending. If a run of the flow has the idempotency key already, that one is answered with 200 and nothing is changed.",
      ],
      body: FlowRunCreateBody,
      answers: { 200: FlowRunWire, 201: FlowRunWire },
      refusals: { 409: "The flow, the deployment or the infrastructure block does not exist." },
    },
    async (context, { body }) => {
      const { run, isNew } = await createFlowRun(context, fromFlowRunCreateBody(body, context.now()));
      return { status: isNew ? 201 : 200, body: toFlowRunWire(await placeFlowRun(context, run)) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/flow_runs/filter",
      operationId: "filter_flow_runs",
      tag: "Flow runs",
      summary: "List flow runs",
      description: [
        "Runs that match every filter: of the runs themselves, and of the flows, deployments, task runs, queues and pools that they belong to. By default those with the greatest id come first.",
      ],
      body: FlowRunFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(FlowRunWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { body }) => {
      const sort = fromFlowRunSort(body.sort);
      const runs = await context.store.flowRuns.list(fromFilters(body), sort, toPage(body));
      return { status: 200, body: (await placeFlowRuns(context, runs)).map(toFlowRunWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/flow_runs/count",
      operationId: "count_flow_runs",
      tag: "Flow runs",
      summary: "Count flow runs",
      body: FlowRunCountBody,
      isBodyOptional: true,
      answers: { 200: z.int() },
    },
    async ({ store }, { body }) => ({ status: 200, body: await store.flowRuns.count(fromFilters(body)) }),
  ),
  route(
    {
      method: "GET",
      path: "/flow_runs/:id",
      operationId: "read_flow_run",
      tag: "Flow runs",
      summary: "Read a flow run",
      params: byId,
      answers: { 200: FlowRunWire },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      const run = await readFlowRun(context.store, params.id);
      return { status: 200, body: toFlowRunWire(await placeFlowRun(context, run)) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/flow_runs/:id",
      operationId: "update_flow_run",
      tag: "Flow runs",
      summary: "Change a flow run",
      description: ["Only the keys that are sent are written. Its state is changed by `set_state` only."],
      params: byId,
      body: FlowRunUpdateBody,
      answers: { 204: null },
      refusals: {
        400: "Job variables of a run that is not scheduled, or that has no deployment.",
        404: isUnknown,
      },
    },
    async (context, { params, body }) => {
      await updateFlowRun(context, params.id, fromFlowRunUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/flow_runs/:id",
      operationId: "delete_flow_run",
      tag: "Flow runs",
      summary: "Delete a flow run",
      description: ["Its states, task runs and logs go with it. It cannot be undone."],
      params: byId,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      await deleteFlowRun(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
