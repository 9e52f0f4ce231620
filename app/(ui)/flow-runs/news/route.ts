import { answerGuarded } from "@/app/(ui)/flow-runs/_run-answers";
import { readListRevision } from "@/lib/flow-runs/list-flow-runs";
import { parseFlowRunQuery } from "@/lib/flow-runs/list-query";

/** Tells the list with this query whether it still shows what is there. */
export function GET(request: Request): Promise<Response> {
  const query = parseFlowRunQuery(Object.fromEntries(new URL(request.url).searchParams));
  return answerGuarded(async (context) =>
    Response.json(await readListRevision(context, query), { headers: { "cache-control": "no-store" } }),
  );
}
