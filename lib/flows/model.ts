import type { FlowId } from "@/lib/ids";
import type { Micros } from "@/lib/time";

/** A Python function that clients run; deployments and runs belong to it. Its name is unique. */
export type Flow = {
  readonly id: FlowId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly name: string;
  readonly tags: readonly string[];
};
