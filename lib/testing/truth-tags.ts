import type { ApiTag } from "@/lib/api/route";

/** Which `lib/api/openapi/truth-<name>.test.ts` proves what is described of which tags. */
export const truthTags = {
  blocks: ["Block types", "Block schemas", "Block documents"],
  server: ["Server"],
  flows: ["Flows"],
  deployments: ["Deployments"],
  "work-pools": ["Work pools"],
  "work-queues": ["Work queues"],
  "flow-runs": ["Flow runs"],
  "task-runs": ["Task runs"],
  logs: ["Logs"],
} as const satisfies Readonly<Record<string, readonly ApiTag[]>>;
