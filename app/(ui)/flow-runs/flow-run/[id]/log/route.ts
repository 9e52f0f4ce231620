import { answerGuarded, notFoundAnswer } from "@/app/(ui)/flow-runs/_run-answers";
import { printLog } from "@/lib/flow-runs/print-log";
import { type FlowRunId, parseUuid } from "@/lib/ids";

/** The whole log as a text to save, as it was written. It is sent while it is read. */
export function GET(_request: Request, { params }: RouteContext<"/flow-runs/flow-run/[id]/log">) {
  return answerGuarded(async ({ store }) => {
    const id = parseUuid<FlowRunId>((await params).id);
    const run = id && (await store.flowRuns.byId(id));
    if (!run) return notFoundAnswer();
    const parts = printLog(store, run.id);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { value, done } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName(run.name)}.log"`,
        "cache-control": "no-store",
      },
    });
  });
}

/** Names are free; file names and headers are not. */
function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+/, "");
  return plain.slice(0, 100) || "flow-run";
}
