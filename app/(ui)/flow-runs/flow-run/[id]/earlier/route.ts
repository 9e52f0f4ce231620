import { answerRun, readWholeNumber } from "@/app/(ui)/flow-runs/_run-answers";
import { readEarlierLines } from "@/lib/flow-runs/log-lines";
import type { Micros } from "@/lib/time";

/** Lines of a run's log up to `until`, without the `skip` newest of them. */
export function GET(request: Request, { params }: RouteContext<"/flow-runs/flow-run/[id]/earlier">) {
  const { searchParams } = new URL(request.url);
  return answerRun(params, ({ store }, id) =>
    readEarlierLines(store, id, {
      until: readWholeNumber(searchParams.get("until")) as Micros, // given in microseconds
      skip: readWholeNumber(searchParams.get("skip")),
    }),
  );
}
