import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { applyDeployment } from "@/lib/deployments/apply-deployment";
import { deleteDeployment } from "@/lib/deployments/delete-deployment";
import {
  placeDeployment,
  placeDeployments,
  readDeploymentByName,
  requireDeployment,
} from "@/lib/deployments/read-deployment";
import { updateDeployment } from "@/lib/deployments/update-deployment";
import type { DeploymentId } from "@/lib/ids";
import {
  DeploymentCreateBody,
  DeploymentUpdateBody,
  fromDeploymentCreateBody,
  fromDeploymentUpdateBody,
} from "@/lib/wire/deployment-bodies";
import { exampleDeployment } from "@/lib/wire/deployment-examples";
import {
  DeploymentCountBody,
  DeploymentFilterBody,
  DeploymentWire,
  fromDeploymentSort,
  toDeploymentWire,
} from "@/lib/wire/deployments";
import { id } from "@/lib/wire/fields";
import { fromFilters } from "@/lib/wire/noun-filters";
import { pathName } from "@/lib/wire/noun-names";

const byId = z.object({ id: id<DeploymentId>().meta({ examples: [exampleDeployment.answered.id] }) });
const isUnknown = "No deployment has this id.";

export const deploymentRoutes = [
  route(
    {
      method: "POST",
      path: "/deployments/",
      operationId: "create_deployment",
      tag: "Deployments",
      summary: "Apply a deployment",
      description: [
        "Makes the deployment, or replaces the one of the flow that has its name: then the answer is 200, what is not said gets its default, and a deployment for which no queue is named stays in the one that it has. Runs that its schedules had made and nobody began are deleted; the scheduler makes new ones within seconds.",
        "The work queue is made when it does not exist, and so is the pool `default-agent-pool`. A deployment that lost a block works again once it is applied with another one, or without.",
        "`schedule` stands for the only entry of `schedules`, and `is_schedule_active` for the opposite of `paused`.",
      ],
      body: DeploymentCreateBody,
      answers: { 200: DeploymentWire, 201: DeploymentWire },
      refusals: {
        404: "No work pool has this name.",
        409: "The flow, the storage block or the infrastructure block does not exist.",
        422: "A schedule cannot be read, or the parameters do not fit the schema that is enforced.",
      },
    },
    async (context, { body }) => {
      const spec = fromDeploymentCreateBody(body, context.now());
      const { deployment, isNew } = await applyDeployment(context, spec);
      return {
        status: isNew ? 201 : 200,
        body: toDeploymentWire(await placeDeployment(context, deployment)),
      };
    },
  ),
  route(
    {
      method: "POST",
      path: "/deployments/filter",
      operationId: "filter_deployments",
      tag: "Deployments",
      summary: "List deployments",
      description: [
        "Deployments that match every filter: of the deployments themselves, and of their flows, runs, queues and pools. By name unless `sort` says otherwise.",
      ],
      body: DeploymentFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(DeploymentWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { body }) => {
      const sort = fromDeploymentSort(body.sort);
      const found = await context.store.deployments.list(fromFilters(body), sort, toPage(body));
      return { status: 200, body: (await placeDeployments(context, found)).map(toDeploymentWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/deployments/count",
      operationId: "count_deployments",
      tag: "Deployments",
      summary: "Count deployments",
      description: ["The number of deployments that the same filters would list, without pages."],
      body: DeploymentCountBody,
      isBodyOptional: true,
      answers: {
        200: z
          .int()
          .min(0)
          .meta({ examples: [3] }),
      },
    },
    async ({ store }, { body }) => ({ status: 200, body: await store.deployments.count(fromFilters(body)) }),
  ),
  route(
    {
      method: "GET",
      path: "/deployments/name/:flow_name/:deployment_name",
      operationId: "read_deployment_by_name",
      tag: "Deployments",
      summary: "Read a deployment by the names of its flow and its own",
      params: z.object({ flow_name: pathName("log-flow"), deployment_name: pathName("log-flow-s3") }),
      answers: { 200: DeploymentWire },
      refusals: { 404: "No deployment of such a flow has this name." },
    },
    async (context, { params }) => {
      const names = { flowName: params.flow_name, name: params.deployment_name };
      const deployment = await readDeploymentByName(context.store, names);
      return { status: 200, body: toDeploymentWire(await placeDeployment(context, deployment)) };
    },
  ),
  route(
    {
      method: "GET",
      path: "/deployments/:id",
      operationId: "read_deployment",
      tag: "Deployments",
      summary: "Read a deployment",
      params: byId,
      answers: { 200: DeploymentWire },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      const deployment = await requireDeployment(context.store, params.id);
      return { status: 200, body: toDeploymentWire(await placeDeployment(context, deployment)) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/deployments/:id",
      operationId: "update_deployment",
      tag: "Deployments",
      summary: "Change a deployment",
      description: [
        "What is not sent stays. Runs that its schedules had made and nobody began are deleted; the scheduler makes new ones within seconds. A block that is sent takes the place of a deleted one.",
      ],
      params: byId,
      body: DeploymentUpdateBody,
      answers: { 204: null },
      refusals: {
        404: "No deployment has this id, or no work pool this name.",
        409: "A block does not exist, the parameters do not fit the schema that is enforced, or the deployment would be resumed although a block of it was deleted.",
        422: "A schedule cannot be read, or `schedule` or `is_schedule_active` is sent for a deployment with several schedules; then the body has `detail` only.",
      },
    },
    async (context, { params, body }) => {
      await updateDeployment(context, params.id, fromDeploymentUpdateBody(body, context.now()));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/deployments/:id",
      operationId: "delete_deployment",
      tag: "Deployments",
      summary: "Delete a deployment",
      description: ["Its runs stay, but for those that its schedules had made and nobody began."],
      params: byId,
      answers: { 204: null },
      refusals: { 404: isUnknown },
    },
    async (context, { params }) => {
      await deleteDeployment(context, params.id);
      return { status: 204 };
    },
  ),
] as const;
