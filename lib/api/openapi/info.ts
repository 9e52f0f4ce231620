import type { OpenApiDocument } from "@/lib/api/openapi/model";
import type { ApiTag } from "@/lib/api/route";

/** What holds for the whole API, as Markdown. */
export const apiDescription = [
  "Blocks are named, typed settings and secrets that flows load by name. This API stores them. It speaks the API of Prefect 2.20 for blocks, deployments and runs, so Prefect's own clients, its command line and scripts work with it unchanged: set `PREFECT_API_URL` to the address of this server with `/api` at the end.",
  "**Secrets.** A value at a secret place is shown as `********`, whatever its length or kind. Only `include_secrets` shows it. Sent back in a change, `********` keeps what is stored.",
  "**Bodies.** JSON in UTF-8, up to 4 MB. Numbers and truth values are also read where a text is asked for, and texts that spell them where a number or truth value is. Unknown keys are refused, except at the top of filters. For filters no body, `null` and `{}` mean the same.",
  "**Numbers.** The fields of schemas and the data of documents come back to the letter: `1.0` stays apart from `1`, and long integers keep every digit.",
  "**Browsers.** There is no sign-in and no CSRF token. The Host header must name this server, and requests from pages of other sites are refused. Listen on a network only behind a proxy that signs people in.",
  "**Paths.** The slash at the end counts: the other spelling answers 307 with the right one, an unknown path 404, a known path with another method 405. Every answer has an `x-request-id`, which the log of the server repeats.",
].join("\n\n");

const descriptions = {
  "Block documents":
    "Blocks with their data. A document is made with a schema, and its name is unique within its type.",
  "Block types":
    "Kinds of blocks, such as S3 or Secret. Clients register a type, then a schema, then documents.",
  "Block schemas":
    "The fields of a block type as JSON Schema. A type has several over time; each is known by its checksum and version.",
  Flows: "Functions that clients run. Deployments and runs belong to a flow; its name is unique.",
  Deployments:
    "How and when a flow is run: its code in a storage block, its infrastructure, parameters, schedules and work queue.",
  "Work pools":
    "Groups of work queues. Agents work in the pool `default-agent-pool`, which is made when it is needed.",
  "Work queues":
    "Where agents ask for runs. A queue can be paused, and limit how many of its runs are under way.",
  "Flow runs": "Executions of flows, and the states that they go through.",
  "Task runs": "Calls of tasks within a flow run, and the states that they go through.",
  Logs: "What runs write, line by line.",
  Server: "Health, versions and what else clients ask of the server itself.",
} as const satisfies Record<ApiTag, string>;

/** The chapters, in reading order. */
export const tags: OpenApiDocument["tags"] = Object.entries(descriptions).map(([name, description]) => ({
  name,
  description,
}));
