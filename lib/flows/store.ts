import type { Filters } from "@/lib/filters";
import type { Flow } from "@/lib/flows/model";
import type { FlowId } from "@/lib/ids";
import type { Page } from "@/lib/page";

export type FlowSort = "created_desc" | "updated_desc" | "name_asc" | "name_desc";

export type FlowStore = {
  byId(id: FlowId): Promise<Flow | undefined>;
  byIds(ids: readonly FlowId[]): Promise<readonly Flow[]>;
  byName(name: string): Promise<Flow | undefined>;
  list(filters: Filters, sort: FlowSort, page?: Page): Promise<readonly Flow[]>;
  count(filters: Filters): Promise<number>;
  /** @throws DomainError conflict when the name exists. */
  insert(flow: Flow): Promise<void>;
  update(flow: Flow): Promise<void>;
  /** Also deletes its deployments and runs. False when there was none. */
  delete(id: FlowId): Promise<boolean>;
};
