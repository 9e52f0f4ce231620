import { z } from "zod";
import type { NewFlow } from "@/lib/flows/create-flow";
import type { Flow } from "@/lib/flows/model";
import type { FlowSort } from "@/lib/flows/store";
import type { FlowChanges } from "@/lib/flows/update-flow";
import { toWireTimestamp } from "@/lib/time";
import { exampleFlow } from "@/lib/wire/deployment-examples";
import { filterBody, pagedFilterBody, sortWord, text, wireId, wireTime } from "@/lib/wire/fields";
import { nounFilters } from "@/lib/wire/noun-filters";
import { nounName } from "@/lib/wire/noun-names";

const tags = z.array(text()).meta({ description: "Words to find it by." });

export const FlowCreateBody = z
  .strictObject({ name: nounName(), tags: tags.default([]) })
  .meta({ id: "CreateFlow", examples: [exampleFlow.sent] });
export const FlowUpdateBody = z
  .strictObject({ tags: tags.optional() })
  .meta({ id: "UpdateFlow", examples: [{ tags: ["tutorial"] }] });

const filters = {
  flows: nounFilters.flows,
  flow_runs: nounFilters.flowRuns,
  task_runs: nounFilters.taskRuns,
  deployments: nounFilters.deployments,
  work_pools: nounFilters.workPools,
};

export const FlowCountBody = filterBody(filters).meta({
  id: "CountFlows",
  examples: [{ flows: { name: { like_: "log" } } }],
});
export const FlowFilterBody = pagedFilterBody({
  ...filters,
  sort: sortWord(["CREATED_DESC", "UPDATED_DESC", "NAME_ASC", "NAME_DESC"], "NAME_ASC"),
}).meta({
  id: "FilterFlows",
  examples: [{ flows: { name: { like_: "log" } }, sort: "CREATED_DESC", limit: 50 }],
});

export const FlowWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    tags: z.array(z.string()),
  })
  .meta({ id: "Flow", examples: [exampleFlow.answered] });

const sorts = {
  CREATED_DESC: "created_desc",
  UPDATED_DESC: "updated_desc",
  NAME_ASC: "name_asc",
  NAME_DESC: "name_desc",
} as const satisfies Record<z.infer<typeof FlowFilterBody>["sort"], FlowSort>;

export function fromFlowSort(sort: keyof typeof sorts): FlowSort {
  return sorts[sort];
}

export function fromFlowCreateBody(body: z.infer<typeof FlowCreateBody>): NewFlow {
  return { name: body.name, tags: body.tags };
}

/** Only the keys that were sent. */
export function fromFlowUpdateBody({ tags: given }: z.infer<typeof FlowUpdateBody>): FlowChanges {
  return given === undefined ? {} : { tags: given };
}

export function toFlowWire(flow: Flow) {
  return {
    id: flow.id,
    created: toWireTimestamp(flow.created),
    updated: toWireTimestamp(flow.updated),
    name: flow.name,
    tags: flow.tags,
  };
}
