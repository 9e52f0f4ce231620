import { z } from "zod";
import { type Route, route } from "@/lib/api/route";
import {
  addSchedules,
  deleteSchedule,
  readSchedules,
  updateSchedule,
} from "@/lib/deployments/change-schedules";
import { pauseDeployment, resumeDeployment } from "@/lib/deployments/pause-deployment";
import type { DeploymentId, DeploymentScheduleId } from "@/lib/ids";
import { exampleDeployment, exampleSchedule } from "@/lib/wire/deployment-examples";
import { id } from "@/lib/wire/fields";
import {
  DeploymentScheduleWire,
  fromNewScheduleBodies,
  fromScheduleUpdateBody,
  SchedulesCreateBody,
  ScheduleUpdateBody,
  toDeploymentScheduleWire,
} from "@/lib/wire/schedules";

const deploymentId = id<DeploymentId>().meta({ examples: [exampleDeployment.answered.id] });
const byId = z.object({ id: deploymentId });
const bySchedule = z.object({
  id: deploymentId,
  schedule_id: id<DeploymentScheduleId>().meta({ examples: [exampleSchedule.answered.id] }),
});
const isUnknown = "No deployment has this id.";
const isUnknownSchedule = "No deployment has this id, or none of its schedules has that one.";
const several = "The deployment has several schedules; the body has `detail` only.";

export const deploymentScheduleRoutes = [
  resumeRoute("resume_deployment", "Resume a deployment"),
  resumeRoute("set_schedule_active", "Resume a deployment by the older name"),
  pauseRoute("pause_deployment", "Pause a deployment"),
  pauseRoute("set_schedule_inactive", "Pause a deployment by the older name"),
  route(
    {
      method: "GET",
      path: "/deployments/:id/schedules",
      operationId: "read_deployment_schedules",
      tag: "Deployments",
      summary: "List the schedules of a deployment",
      description: ["In the order in which they were given."],
      params: byId,
      answers: { 200: z.array(DeploymentScheduleWire) },
      refusals: { 404: isUnknown },
    },
    async ({ store }, { params }) => {
      const schedules = await readSchedules(store, params.id);
      return { status: 200, body: schedules.map(toDeploymentScheduleWire) };
    },
  ),
  route(
    {
      method: "POST",
      path: "/deployments/:id/schedules",
      operationId: "create_deployment_schedules",
      tag: "Deployments",
      summary: "Add schedules to a deployment",
      description: ["Those that it has stay. The new ones are answered."],
      params: byId,
      body: SchedulesCreateBody,
      answers: { 201: z.array(DeploymentScheduleWire) },
      refusals: { 404: isUnknown },
    },
    async (context, { params, body }) => {
      const schedules = fromNewScheduleBodies(body, { now: context.now(), path: [] });
      const added = await addSchedules(context, params.id, schedules);
      return { status: 201, body: added.map(toDeploymentScheduleWire) };
    },
  ),
  route(
    {
      method: "PATCH",
      path: "/deployments/:id/schedules/:schedule_id",
      operationId: "update_deployment_schedule",
      tag: "Deployments",
      summary: "Change a schedule of a deployment",
      description: ["Runs of the deployment that were scheduled and nobody began are made anew."],
      params: bySchedule,
      body: ScheduleUpdateBody,
      answers: { 204: null },
      refusals: { 404: isUnknownSchedule },
    },
    async (context, { params, body }) => {
      const place = { deploymentId: params.id, scheduleId: params.schedule_id };
      await updateSchedule(context, place, fromScheduleUpdateBody(body, context.now()));
      return { status: 204 };
    },
  ),
  route(
    {
      method: "DELETE",
      path: "/deployments/:id/schedules/:schedule_id",
      operationId: "delete_deployment_schedule",
      tag: "Deployments",
      summary: "Delete a schedule of a deployment",
      params: bySchedule,
      answers: { 204: null },
      refusals: { 404: isUnknownSchedule },
    },
    async (context, { params }) => {
      await deleteSchedule(context, { deploymentId: params.id, scheduleId: params.schedule_id });
      return { status: 204 };
    },
  ),
];

/** Older clients call the same thing by another name. */
function resumeRoute(word: string, summary: string): Route {
  return route(
    {
      method: "POST",
      path: `/deployments/:id/${word}`,
      operationId: word,
      tag: "Deployments",
      summary,
      description: ["Its only schedule, if it has one, is made active with it."],
      params: byId,
      isUnknownWhenMalformed: true,
      answers: { 200: z.null() },
      refusals: { 404: isUnknown, 409: "A block of the deployment was deleted.", 422: several },
    },
    async (context, { params }) => {
      await resumeDeployment(context, params.id, { alsoItsSchedule: true });
      return { status: 200, body: null };
    },
  );
}

function pauseRoute(word: string, summary: string): Route {
  return route(
    {
      method: "POST",
      path: `/deployments/:id/${word}`,
      operationId: word,
      tag: "Deployments",
      summary,
      description: [
        "Runs that its schedules had made and nobody began are deleted. Its only schedule, if it has one, is made inactive with it.",
      ],
      params: byId,
      isUnknownWhenMalformed: true,
      answers: { 200: z.null() },
      refusals: { 404: isUnknown, 422: several },
    },
    async (context, { params }) => {
      await pauseDeployment(context, params.id, { alsoItsSchedule: true });
      return { status: 200, body: null };
    },
  );
}
