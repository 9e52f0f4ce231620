import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createFlow } from "@/lib/flows/create-flow";
import { deleteFlow } from "@/lib/flows/delete-flow";
import { readFlow, readFlowByName } from "@/lib/flows/read-flow";
import { updateFlow } from "@/lib/flows/update-flow";
import type { FlowId } from "@/lib/ids";
import { exampleFlow } from "@/lib/wire/deployment-examples";
import { id } from "@/lib/wire/fields";
import {
  FlowCountBody,
  FlowCreateBody,
  FlowFilterBody,
  FlowUpdateBody,
  FlowWire,
  fromFlowCreateBody,
  fromFlowSort,
  fromFlowUpdateBody,
  toFlowWire,
} from "@/lib/wire/flows";
import { fromFilters } from "@/lib/wire/noun-filters";
import { pathName } from "@/lib/wire/noun-names";

const byId = z.object({ id: id<FlowId>().meta({ examples: [exampleFlow.answered.id] }) });
const isUnknown = "No flow has this id.";

export const flowRoutes = [
  route(
    {
      method: "POST",
      path: "/flows/",
      operationId: "create_flow",
      tag: "Flows",
      summary: "Register a flow",
      description: ["A flow that has the name already is answered with 200, as it is."],
      body: FlowCreateBody,
      answers: { 200: FlowWire, 201: FlowWire },
    },
    async (context, { body }) => {
      const { flow, isNew } = await createFlow(context, fromFlowCreateBody(body));
      return { status: isNew ? 201 : 200, body: toFlowWire(flow) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/flows/filter",
      operationId: "filter_flows",
      tag: "Flows",
      summary: "List flows",
      description: [
        "Flows that match every filter: of the flows themselves, and of the deployments and runs that they have. By name unless `sort` says otherwise.",
      ],
      body: FlowFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(FlowWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async ({ store }, { body }) => {
      const flows = await store.flows.list(fromFilters(body), fromFlowSort(body.sort), toPage(body));
      return { status: 200, body: flows.map(toFlowWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/flows/count",
      operationId: "count_flows",
      tag: "Flows",
      summary: "Count flows",
      description: ["The number of flows that the same filters would list, without pages."],
      body: FlowCountBody,
      isBodyOptional: true,
      answers: {
        200: z
          .int()
          .min(0)
          .meta({ examples: [3] }),
      },
    },
    async ({ store }, { body }) => ({ status: 200, body: await store.flows.count(fromFilters(body)) }),
  ),
  route(
    {
      method: "GET",
      path: "/flows/name/:name",
      operationId: "read_flow_by_name",
      tag: "Flows",
      summary: "Read a flow by its name",
      params: z.object({ name: pathName("log-flow") }),
      answers: { 200: FlowWire },
      refusals: { 404: "No flow has this name." },
    },
    async ({ store }, { params }) => ({
      status: 200,
      body: toFlowWire(await readFlowByName(store, params.name)),
    }),
  ),
  route(
    {
      method: "GET",
      path: "/flows/:id",
      operationId: "read_flow",
      tag: "Flows",
      summary: "Read a flow",
      params: byId,
      answers: { 200: FlowWire },
      refusals: { 404: isUnknown },
    },
    async ({ store }, { params }) => ({ status: 200, body: toFlowWire(await readFlow(store, params.id)) }),
  ),
  route(
    {
      method: "PATCH",
      path: "/flows/:id",
      operationId: "update_flow",
      tag: "Flows",
      summary: "Change the tags of a flow",
      params: byId,
      body: FlowUpdateBody,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params, body }) => {
      await updateFlow(context, params.id, fromFlowUpdateBody(body));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/flows/:id",
      operationId: "delete_flow",
      tag: "Flows",
      summary: "Delete a flow with its deployments and runs",
      params: byId,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      await deleteFlow(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
