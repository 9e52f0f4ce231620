import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { runDeployment } from "@/lib/deployments/run-deployment";
import { placeFlowRun, placeFlowRuns } from "@/lib/flow-runs/place-flow-runs";
import type { DeploymentId } from "@/lib/ids";
import { exampleDeployment } from "@/lib/wire/deployment-examples";
import { DeploymentRunBody, fromDeploymentRunBody, ScheduledRunsBody } from "@/lib/wire/deployment-runs";
import { id } from "@/lib/wire/fields";
import { FlowRunWire, toFlowRunWire } from "@/lib/wire/flow-runs";

export const deploymentRunRoutes = [
  route(
    {
      method: "POST",
      path: "/deployments/get_scheduled_flow_runs",
      operationId: "get_scheduled_flow_runs",
      tag: "Deployments",
      summary: "List runs of deployments that are due",
      description: [
        "What a client asks that runs deployments itself, without a queue. The earliest come first.",
      ],
      body: ScheduledRunsBody,
      answers: { 200: z.array(FlowRunWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async (context, { body }) => {
      const due = body.scheduled_before ? { nextScheduledStartTime: { before: body.scheduled_before } } : {};
      const filters = {
        deployments: { ids: body.deployment_ids },
        flowRuns: { state: { types: ["SCHEDULED"] }, ...due },
      } as const;
      const sort = "next_scheduled_start_time_asc";
      const runs = await context.store.flowRuns.list(filters, sort, toPage(body));
      return { status: 200, body: (await placeFlowRuns(context, runs)).map(toFlowRunWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/deployments/:id/create_flow_run",
      operationId: "create_flow_run_from_deployment",
      tag: "Deployments",
      summary: "Run a deployment",
      description: [
        "Makes a flow run that an agent picks up from the queue of the deployment, as soon as it is due. Parameters, tags, queue, version and infrastructure block come from the deployment where the body does not say otherwise. If a run of the flow has the idempotency key already, that one is answered with 200 and nothing is changed.",
      ],
      params: z.object({ id: id<DeploymentId>().meta({ examples: [exampleDeployment.answered.id] }) }),
      body: DeploymentRunBody,
      answers: { 200: FlowRunWire, 201: FlowRunWire },
      refusals: {
        404: "No deployment has this id.",
        409: "A block of the deployment was deleted, the infrastructure block does not exist, or the parameters do not fit the schema that is enforced.",
      },
    },
    async (context, { params, body }) => {
      const request = fromDeploymentRunBody(body, context.now());
      const { run, isNew } = await runDeployment(context, params.id, request);
      return { status: isNew ? 201 : 200, body: toFlowRunWire(await placeFlowRun(context, run)) };
    },
  ),
] as const;
