import type { z } from "zod";
import { type Answer, invalidRequest, toErrorAnswer } from "@/lib/api/errors";
import { toRequestFaults } from "@/lib/api/faults";
import type { ApiRequest } from "@/lib/api/http";
import { type BodyReading, createBodyParser } from "@/lib/api/parse-body";
import type { Json } from "@/lib/json";
import type { Context } from "@/lib/server/context";

/** What a route takes and answers; its handler gets the parsed input. The same declarations describe the API. */
export type RouteDefinition<Params, Query, Body> = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below /api, with `:name` for parameters. A trailing slash counts. */
  readonly path: string;
  /** A stable name for generated clients, in snake case. */
  readonly operationId: string;
  readonly tag: ApiTag;
  readonly summary: string;
  /** What the summary cannot say: paragraphs of Markdown. */
  readonly description?: readonly string[];
  readonly params?: z.ZodType<Params>;
  /** Parameters that do not fit: there is no such page, instead of a fault in the request. */
  readonly isUnknownWhenMalformed?: boolean;
  readonly query?: z.ZodType<Query>;
  /** An object or a list. */
  readonly body?: z.ZodType<Body>;
  readonly isBodyOptional?: boolean;
  /** Null: an empty body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Refusals of this route's own and their reasons. What any route may answer is added where the API is described. */
  readonly refusals?: Readonly<Partial<Record<RefusalStatus, string>>>;
};

/** The chapters in which the API is described. */
export type ApiTag =
  | "Block types"
  | "Block schemas"
  | "Block documents"
  | "Flows"
  | "Deployments"
  | "Work pools"
  | "Work queues"
  | "Flow runs"
  | "Task runs"
  | "Logs"
  | "Server";

/** Statuses whose body is `{ "detail": text }`. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 422 | 503;

type Input<Params, Query, Body> = { readonly params: Params; readonly query: Query; readonly body: Body };

/** What comes in, apart from HTTP's wrapping. */
export type RawRequest = {
  readonly request: ApiRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

export type Route = {
  readonly definition: RouteDefinition<unknown, unknown, unknown>;
  /** @throws whatever is no DomainError. */
  readonly call: (context: Context, raw: RawRequest) => Promise<Answer>;
};

/** Ties a declaration to one domain call with one presenter. */
export function route<Params = undefined, Query = undefined, Body = undefined>(
  definition: RouteDefinition<Params, Query, Body>,
  handle: (context: Context, input: Input<Params, Query, Body>) => Promise<Answer>,
): Route {
  const readBody = bodyReaderOf(definition);
  const call = async (context: Context, raw: RawRequest): Promise<Answer> => {
    const input = await readInput(definition, readBody, raw);
    if (!input.ok) return input.answer;
    try {
      return await handle(context, input.value);
    } catch (error) {
      const answer = toErrorAnswer(error, input.echo());
      if (!answer) throw error;
      return answer;
    }
  };
  return { definition, call };
}

type InputReading<Params, Query, Body> =
  | { readonly ok: true; readonly value: Input<Params, Query, Body>; readonly echo: () => Json }
  | { readonly ok: false; readonly answer: Answer };

async function readInput<Params, Query, Body>(
  definition: RouteDefinition<Params, Query, Body>,
  readBody: (request: ApiRequest) => Promise<BodyReading<Body>>,
  raw: RawRequest,
): Promise<InputReading<Params, Query, Body>> {
  const params = check(definition.params, raw.params, "path");
  if (!params.ok) return definition.isUnknownWhenMalformed ? { ok: false, answer: unknownPath } : params;
  const query = check(definition.query, raw.query, "query");
  if (!query.ok) return query;
  const body = await readBody(raw.request);
  if (!body.ok) return body;
  return { ok: true, value: { params: params.value, query: query.value, body: body.body }, echo: body.echo };
}

/** Without a schema nothing is read, and the type parameter is `undefined` by default: that is what the casts say. */
function check<T>(
  schema: z.ZodType<T> | undefined,
  raw: unknown,
  place: "path" | "query",
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer } {
  if (!schema) return { ok: true, value: undefined as T };
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, answer: invalidRequest(toRequestFaults(result.error.issues, place), null) };
}

function bodyReaderOf<Body>({
  body: schema,
  isBodyOptional,
}: Pick<RouteDefinition<unknown, unknown, Body>, "body" | "isBodyOptional">): (
  request: ApiRequest,
) => Promise<BodyReading<Body>> {
  if (!schema) return async () => ({ ok: true, body: undefined as Body, echo: () => null });
  return createBodyParser({ schema, isOptional: isBodyOptional === true });
}

export const unknownPath: Answer = { status: 404, body: { detail: "Not Found" } };
