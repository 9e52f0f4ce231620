import { DomainError } from "@/lib/errors";
import { type FlowRunId, parseUuid } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";

const noStore = { "cache-control": "no-store" };

/** Answers a question of a run's page: JSON, 404 when no run has the id. */
export function answerRun(
  params: Promise<{ id: string }>,
  read: (context: Context, id: FlowRunId) => Promise<unknown>,
): Promise<Response> {
  return answerGuarded(async (context) => {
    const id = parseUuid<FlowRunId>((await params).id);
    const view = id && (await read(context, id));
    return view ? Response.json(view, { headers: noStore }) : notFoundAnswer();
  });
}

/** What fails is logged and answered with a status alone: the page asks again. */
export async function answerGuarded(answer: (context: Context) => Promise<Response>): Promise<Response> {
  const context = getContext();
  try {
    return await answer(context);
  } catch (error) {
    const isBusy = DomainError.is(error) && error.code === "unavailable";
    context.log.error("a question of a page could not be answered", { error });
    return new Response(null, { status: isBusy ? 503 : 500, headers: noStore });
  }
}

export function notFoundAnswer(): Response {
  return new Response(null, { status: 404, headers: noStore });
}

/** From a query; what is no number counts as 0. */
export function readWholeNumber(text: string | null): number {
  return text !== null && /^\d{1,16}$/.test(text) ? Number(text) : 0;
}
