import type { DeploymentSort } from "@/lib/deployments/store";
import type { Filters } from "@/lib/filters";
import { type ListAddress, readPage, readParam, type SearchParams, toPath } from "@/lib/lists/list-address";

/** What the list of deployments shows: the state of the page, all of it in the URL. */
export type DeploymentQuery = {
  readonly text: string;
  /** "" for any. */
  readonly tag: string;
  /** Name of a work queue; "" for any. */
  readonly queue: string;
  readonly status: "" | "active" | "paused";
  readonly sort: DeploymentOrder;
  /** From 1. */
  readonly page: number;
};

/** Orders as the URL spells them; the first is the default. */
export const deploymentOrders = [
  { value: "updated", label: "Last updated", sort: "updated_desc" },
  { value: "created", label: "Newest", sort: "created_desc" },
  { value: "name", label: "Name, A to Z", sort: "name_asc" },
  { value: "name-desc", label: "Name, Z to A", sort: "name_desc" },
] as const satisfies readonly { value: string; label: string; sort: DeploymentSort }[];
type DeploymentOrder = (typeof deploymentOrders)[number]["value"];

function parse(params: SearchParams): DeploymentQuery {
  const sort = readParam(params, "sort");
  const status = readParam(params, "status");
  return {
    text: readParam(params, "q"),
    tag: readParam(params, "tag"),
    queue: readParam(params, "queue"),
    status: status === "active" || status === "paused" ? status : "",
    sort: deploymentOrders.find(({ value }) => value === sort)?.value ?? deploymentOrders[0].value,
    page: readPage(params),
  };
}

/** The path of the list in this state; what is at its default is left out. */
export function toDeploymentsPath({
  text,
  tag,
  queue,
  status,
  sort,
  page,
}: Partial<DeploymentQuery>): string {
  const order = sort === deploymentOrders[0].value ? undefined : sort;
  return toPath("/deployments", { q: text, tag, queue, status, sort: order, page });
}

/** The list of deployments in the URL. */
export const deploymentsAddress: ListAddress<DeploymentQuery> = { parse, toPath: toDeploymentsPath };

/** True when the list shows less than all deployments. */
export function isNarrowed({ text, tag, queue, status }: DeploymentQuery): boolean {
  return text !== "" || tag !== "" || queue !== "" || status !== "";
}

/** The same in the words of the store. */
export function toFilters({ text, tag, queue, status }: DeploymentQuery): Filters {
  return {
    deployments: {
      ...(text !== "" && { flowOrDeploymentNameLike: text }),
      ...(tag !== "" && { tags: { all: [tag] } }),
      ...(queue !== "" && { workQueueNames: [queue] }),
      ...(status !== "" && { isPaused: status === "paused" }),
    },
  };
}

export function toSort(order: DeploymentOrder): DeploymentSort {
  return (deploymentOrders.find(({ value }) => value === order) ?? deploymentOrders[0]).sort;
}
