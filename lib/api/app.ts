import { noBytes, toBytes } from "@/lib/api/body-bytes";
import { crossOriginHeaders, isAdmittedPreflight } from "@/lib/api/cross-origin";
import { type Answer, failure, internalError, toErrorAnswer } from "@/lib/api/errors";
import type { Api, ApiReply, ApiRequest } from "@/lib/api/http";
import { checkRequestOrigin } from "@/lib/api/origin-check";
import { ownOrigin } from "@/lib/api/own-origin";
import { type Route, unknownPath } from "@/lib/api/route";
import { routerOf } from "@/lib/api/router";
import { blockDocumentRoutes } from "@/lib/api/routes/block-documents";
import { blockSchemaRoutes } from "@/lib/api/routes/block-schemas";
import { blockTypeRoutes } from "@/lib/api/routes/block-types";
import { deploymentRunRoutes } from "@/lib/api/routes/deployment-runs";
import { deploymentScheduleRoutes } from "@/lib/api/routes/deployment-schedules";
import { deploymentRoutes } from "@/lib/api/routes/deployments";
import { documentationRoutes } from "@/lib/api/routes/documentation";
import { flowRunRoutes } from "@/lib/api/routes/flow-runs";
import { flowRoutes } from "@/lib/api/routes/flows";
import { logRoutes } from "@/lib/api/routes/logs";
import { poolQueueRoutes } from "@/lib/api/routes/pool-queues";
import { runStateRoutes } from "@/lib/api/routes/run-states";
import { serverRoutes } from "@/lib/api/routes/server";
import { setStateRoutes } from "@/lib/api/routes/set-state";
import { taskRunRoutes } from "@/lib/api/routes/task-runs";
import { workPoolRoutes } from "@/lib/api/routes/work-pools";
import { workQueueRoutes } from "@/lib/api/routes/work-queues";
import { createUnmatchedAnswer } from "@/lib/api/unmatched";
import { isVersioned, refuseOldVersion } from "@/lib/api/version";
import type { Context } from "@/lib/server/context";

/** What clients call, in the order in which it is described. */
const clientRoutes: readonly Route[] = [
  ...blockDocumentRoutes,
  ...blockTypeRoutes,
  ...blockSchemaRoutes,
  ...flowRoutes,
  ...deploymentRoutes,
  ...deploymentScheduleRoutes,
  ...deploymentRunRoutes,
  ...flowRunRoutes,
  ...taskRunRoutes,
  ...runStateRoutes,
  ...setStateRoutes,
  ...workPoolRoutes,
  ...poolQueueRoutes,
  ...workQueueRoutes,
  ...logRoutes,
  ...serverRoutes,
];

/** Every route of the API. */
const routes: readonly Route[] = [...clientRoutes, ...documentationRoutes(clientRoutes)];

/** Answers may hold secrets, and none of them is a page. */
const headersOfAll = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** The REST API below /api: Prefect's paths, bodies and statuses. It never rejects. */
export function createApi(context: Context): Api {
  const { config, log, newId } = context;
  const answerAdmitted = createAnswering(context);

  return async (request) => {
    const requestId = newId<string>();
    const startMs = performance.now();
    const [path, query] = splitTarget(request.target);
    const origin = checkRequestOrigin({ method: request.method, url: path, header: request.header }, config);
    const crossOrigin = origin.ok ? crossOriginHeaders(request, config.corsOrigins) : {};
    const ownHeaders = { ...crossOrigin, "x-request-id": requestId };
    const answering = origin.ok ? answerAdmitted(request, path, query) : refuse(origin);
    const reply = await answering
      .then((answer) => toReply(answer, ownHeaders))
      .catch((error: unknown) => {
        const refusal = toErrorAnswer(error, null);
        if (!refusal) log.error("request failed", { requestId, error });
        return toReply(refusal ?? internalError, ownHeaders);
      });
    // The query is left out, and bodies are never logged.
    log.info("request", {
      requestId,
      method: request.method,
      path: path.slice(0, 200),
      status: reply.status,
      durationMs: Math.round(performance.now() - startMs),
    });
    return reply;
  };
}

async function refuse({ status, message }: { status: number; message: string }): Promise<Answer> {
  return failure(status, message);
}

type Answering = (request: ApiRequest, path: string, query: string) => Promise<Answer>;

function createAnswering(context: Context): Answering {
  const find = routerOf(routes);
  const answerUnmatched = createUnmatchedAnswer(routes);
  return async (request, path, query) => {
    if (isAdmittedPreflight(request, context.config.corsOrigins)) return { status: 204 };
    const { method, header } = request;
    const match = find(method, path);
    // As in Prefect only routes look at the version: an unknown path is unknown to clients of any age.
    const isChecked = match !== undefined && isVersioned(path);
    const refusal = isChecked ? refuseOldVersion(header("x-prefect-api-version")) : undefined;
    if (refusal) return refusal;
    const answer = await match?.route.call(context, {
      request,
      params: match.params,
      query: lastOfEach(query),
    });
    if (answer && answer !== unknownPath) return answer;
    return answerUnmatched({ method, path, query, origin: ownOrigin(header) });
  };
}

/** The query keeps its question mark, so that both parts make the whole. */
function splitTarget(target: string): readonly [path: string, query: string] {
  const at = target.indexOf("?");
  return at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at)];
}

const noQuery: Readonly<Record<string, string>> = {};

/** As in Prefect the last value counts where a name is repeated. */
function lastOfEach(query: string): Readonly<Record<string, string>> {
  return query === "" ? noQuery : Object.fromEntries(new URLSearchParams(query));
}

function toReply({ status, body, headers }: Answer, ownHeaders: Readonly<Record<string, string>>): ApiReply {
  const all = { ...headersOfAll, ...ownHeaders, ...headers };
  if (body === undefined) return { status, headers: all, body: noBytes };
  return { status, headers: { "content-type": "application/json", ...all }, body: toBytes(body) };
}
