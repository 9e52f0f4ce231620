import { answerRun, readWholeNumber } from "@/app/(ui)/flow-runs/_run-answers";
import { followFlowRun } from "@/lib/flow-runs/follow-flow-run";
import type { Micros } from "@/lib/time";

/** What is new about a run since `after` and `revision`: its page asks again and again (docs/adr/0019). */
export function GET(request: Request, { params }: RouteContext<"/flow-runs/flow-run/[id]/follow">) {
  const { searchParams } = new URL(request.url);
  return answerRun(params, (context, id) =>
    followFlowRun(context, id, {
      after: readWholeNumber(searchParams.get("after")) as Micros, // a cursor is a time
      revision: searchParams.get("revision") ?? "",
    }),
  );
}
