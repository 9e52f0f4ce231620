import { type ListAddress, readPage, readParam, type SearchParams, toPath } from "@/lib/lists/list-address";

/** What the list of work queues shows: the state of the page, all of it in the URL. */
export type QueueQuery = {
  readonly text: string;
  /** Name of a pool; "" for any. */
  readonly pool: string;
  /** From 1. */
  readonly page: number;
};

function parse(params: SearchParams): QueueQuery {
  return { text: readParam(params, "q"), pool: readParam(params, "pool"), page: readPage(params) };
}

/** The path of the list in this state; what is at its default is left out. */
export function toQueuesPath({ text, pool, page }: Partial<QueueQuery>): string {
  return toPath("/work-queues", { q: text, pool, page });
}

/** The list of work queues in the URL. */
export const queuesAddress: ListAddress<QueueQuery> = { parse, toPath: toQueuesPath };

/** True when the list shows less than all queues. */
export function isNarrowed({ text, pool }: QueueQuery): boolean {
  return text !== "" || pool !== "";
}

/** The page of a pool; its name is the last part of the address. */
export function toPoolPath(name: string): string {
  return `/work-pools/work-pool/${encodeURIComponent(name)}`;
}
