// Calls the operations of some tags for success and for each refusal that they describe, and holds every answer to the
// description.
import { expect } from "vitest";
import type { OpenApiDocument, Operation, Reference, ResponseObject } from "@/lib/api/openapi/model";
import { findMisfits } from "@/lib/testing/find-misfits";
import { type ApiReply, openTestApi, type TestApi } from "@/lib/testing/test-api";
import { truthTags } from "@/lib/testing/truth-tags";

/** An id that nothing has. */
export const nobody = "11111111-1111-4111-8111-111111111111";

/** One call of an operation, with ids and names in its path that nothing has. */
type Call = { readonly method: string; readonly path: string; readonly operation: Operation };

type Ask = (
  status: number,
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<ApiReply>;

export type Truth = {
  readonly api: TestApi;
  readonly document: OpenApiDocument;
  /** Calls, expects the status, and holds the answer to what is described for it. */
  readonly ask: Ask;
  /** Every operation of the tags whose path has a parameter answers 404; bodies are the examples of their schemas. */
  readonly askForNothing: () => Promise<void>;
  /** Every operation of the tags that takes a body refuses one that is malformed, of another shape, too deep or too large. */
  readonly askWithMisfits: () => Promise<void>;
  /** Every operation of the tags refuses other hosts, pages of other sites and clients of another time. */
  readonly askFromElsewhere: () => Promise<void>;
  /** Every operation that uses the database says so when it is closed: nothing can be asked afterwards. */
  readonly askWhenClosed: () => Promise<void>;
  /** Answers of the tags' operations that are described and were never had. */
  readonly unseen: () => readonly string[];
};

export async function openTruth(name: keyof typeof truthTags): Promise<Truth> {
  const api = await openTestApi();
  const document: OpenApiDocument = (await api.call("GET", "/openapi.json")).json;
  const calls = callsOf(document, truthTags[name]);
  // `operationId status` of every answer that was had.
  const seen = new Set<string>();
  const ask = askerOf(api, document, seen);
  return {
    api,
    document,
    ask,
    askForNothing: async () => {
      for (const { method, path, operation } of calls) {
        const [bare = ""] = path.split("?");
        if (/nothing|1111/.test(bare)) await ask(404, method, path, exampleOf(document, operation));
      }
    },
    askWithMisfits: () => askWithMisfits(ask, calls),
    askFromElsewhere: () => askFromElsewhere(ask, calls),
    askWhenClosed: async () => {
      await api.dialect.close();
      for (const { method, path, operation } of calls) {
        if ("503" in operation.responses) await ask(503, method, path, exampleOf(document, operation));
      }
    },
    unseen: () =>
      calls.flatMap(({ operation }) => answersOf(operation)).filter((answer) => !seen.has(answer)),
  };
}

function callsOf(document: OpenApiDocument, tags: readonly string[]): readonly Call[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.some((tag) => tags.includes(tag)))
      .map(([method, operation]) => {
        const path = template.replaceAll(/\{(\w*_)?id\}/g, nobody).replaceAll(/\{\w+\}/g, "nothing");
        return { method: method.toUpperCase(), path: path + requiredQueryOf(operation), operation };
      }),
  );
}

/** The parameters without which a call is refused: ids of nothing. */
function requiredQueryOf({ parameters = [] }: Operation): string {
  const required = parameters.flatMap((parameter) =>
    "name" in parameter && parameter.in === "query" && parameter.required ? [parameter.name] : [],
  );
  const query = required.map((name) => `${name}=${nobody}`).join("&");
  return query === "" ? "" : `?${query}`;
}

function answersOf({ operationId, responses }: Operation): readonly string[] {
  return Object.keys(responses).map((status) => `${operationId} ${status}`);
}

function askerOf(api: TestApi, document: OpenApiDocument, seen: Set<string>): Ask {
  return async (status, method, path, body, headers) => {
    const reply = await api.call(method, path, body, headers);
    const call = `${method} ${path}`;
    expect(reply.status, `${call}: ${reply.text}`).toBe(status);
    const operation = operationOf(document, method, path);
    const response = resolve(document, operation.responses[status]);
    if (!response) throw new Error(`${call} answered ${status}, which is not described`);
    seen.add(`${operation.operationId} ${status}`);
    const content = response.content?.["application/json"];
    if (!content) {
      expect(reply.text, call).toBe("");
      return reply;
    }
    expect(reply.headers.get("content-type"), call).toBe("application/json");
    expect(findMisfits(JSON.parse(reply.text), content.schema, document.components.schemas), call).toEqual(
      [],
    );
    return reply;
  };
}

function operationOf(document: OpenApiDocument, method: string, path: string): Operation {
  const [bare = ""] = path.split("?");
  const candidates = Object.entries(document.paths).filter(
    ([template, methods]) =>
      method.toLowerCase() in methods &&
      new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
  const [, methods] = candidates.find(([template]) => template === bare) ?? candidates[0] ?? [];
  const operation = methods?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
}

function resolve(
  document: OpenApiDocument,
  response: ResponseObject | Reference | undefined,
): ResponseObject | undefined {
  if (!response || !("$ref" in response)) return response;
  return document.components.responses[response.$ref.split("/").at(-1) ?? ""];
}

/** The first example of the body's schema, which so has to be one that is taken. */
function exampleOf(document: OpenApiDocument, { requestBody }: Operation): unknown {
  const schema = requestBody?.content["application/json"].schema;
  const [name = ""] = schema?.$ref?.split("/").slice(-1) ?? [];
  const [example] = (document.components.schemas[name] ?? schema)?.examples ?? [];
  return requestBody && (example ?? {});
}

/** No key of any body takes `{ nothing: … }` for a value. */
const misfits = [
  "no JSON",
  "1",
  { limit: { nothing: [] }, name: { nothing: [] }, unknown_key: 1, block_documents: 1 },
];

async function askWithMisfits(ask: Ask, calls: readonly Call[]): Promise<void> {
  const tooDeep = `{"a":${"[".repeat(600)}${"]".repeat(600)}}`;
  for (const { method, path, operation } of calls.filter((call) => call.operation.requestBody)) {
    for (const body of misfits) {
      // Counts ignore unknown keys at the top, and have no others there.
      const isTaken = typeof body === "object" && operation.operationId.startsWith("count");
      if (!isTaken) await ask(422, method, path, body);
    }
    await ask(422, method, path, "a=b", { "content-type": "application/x-www-form-urlencoded" });
    await ask(400, method, path, new Uint8Array([0xff]));
    await ask(400, method, path, tooDeep);
    await ask(413, method, path, " ".repeat(4 * 1024 * 1024 + 1));
  }
}

async function askFromElsewhere(ask: Ask, calls: readonly Call[]): Promise<void> {
  for (const { method, path, operation } of calls) {
    await ask(421, method, path, undefined, { host: "elsewhere.example" });
    await ask(403, method, path, undefined, { origin: "http://elsewhere.example" });
    if (!operation.parameters?.some((parameter) => "$ref" in parameter)) continue;
    await ask(400, method, path, undefined, { "x-prefect-api-version": "0.7.9" });
  }
}
