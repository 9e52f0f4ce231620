import { z } from "zod";
import { toPage } from "@/lib/api/paging";
import { route } from "@/lib/api/route";
import { createLogs } from "@/lib/logs/create-logs";
import {
  fromLogFilter,
  fromLogsCreateBody,
  LogFilterBody,
  LogsCreateBody,
  LogWire,
  toLogWire,
} from "@/lib/wire/logs";

export const logRoutes = [
  route(
    {
      method: "POST",
      path: "/logs/",
      operationId: "create_logs",
      tag: "Logs",
      summary: "Store lines that runs wrote",
      description: [
        "All of them, or none. Lines may come before their run is known, and after it ended. A message has at most 1,000,000 characters.",
      ],
      body: LogsCreateBody,
      answers: { 201: z.null() },
    },
    async (context, { body }) => {
      await createLogs(context, fromLogsCreateBody(body));
      return { status: 201, body: null };
    },
  ),
  route(
    {
      method: "POST",
      path: "/logs/filter",
      operationId: "filter_logs",
      tag: "Logs",
      summary: "List lines by time",
      description: ["Lines of one instant are in the order in which they came in."],
      body: LogFilterBody,
      isBodyOptional: true,
      answers: { 200: z.array(LogWire) },
      refusals: { 422: "`limit` is below 0 or above 200; its body has `detail` only." },
    },
    async ({ store }, { body }) => {
      const sort = body.sort === "TIMESTAMP_DESC" ? "timestamp_desc" : "timestamp_asc";
      const lines = await store.logs.list(fromLogFilter(body.logs), sort, toPage(body));
      return { status: 200, body: lines.map(toLogWire) };
    },
  ),
] as const;
