import { createApi } from "@/lib/api/app";
import type { Api } from "@/lib/api/http";
import { maxBodyBytes } from "@/lib/api/read-body";
import { parseConfig } from "@/lib/config/schema";
import { createLogger } from "@/lib/log/logger";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

export type ApiReply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
};

export type TestApi = TestStore & {
  /** A request below /api as a client sends it. Texts and bytes are sent as they are, anything else as JSON. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<ApiReply>;
  /** All that was logged so far. */
  readonly logLines: string[];
};

/** The whole API on an empty store of its own. */
export async function openTestApi(env: Readonly<Record<string, string>> = {}): Promise<TestApi> {
  const opened = await openTestStore();
  const logLines: string[] = [];
  const log = createLogger("debug", { write: (line) => logLines.push(line) });
  const api = createApi({ ...opened.deps, config: parseConfig(env), log, close: async () => {} });
  return { ...opened, call: callerOf(api), logLines };
}

/** Calls an API without a socket between. */
export function callerOf(api: Api): TestApi["call"] {
  return async (method, path, body, headers = {}) => {
    const sent: Readonly<Record<string, string>> = {
      host: "localhost:4200",
      "content-type": "application/json",
      ...headers,
    };
    const content = toContent(body);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const reply = await api({
      method,
      target: `/api${path}`,
      header: (name) => sent[name],
      readBody: async () =>
        bytes && bytes.length > maxBodyBytes ? "too large" : (bytes ?? new Uint8Array()),
    });
    const answered = new TextDecoder().decode(reply.body);
    const isJson = reply.headers["content-type"] === "application/json";
    return {
      status: reply.status,
      headers: new Headers(reply.headers),
      text: answered,
      json: isJson && answered !== "" ? JSON.parse(answered) : undefined,
    };
  };
}

function toContent(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" || body === undefined ? body : JSON.stringify(body);
}

/** Registers a type and a schema of it. */
export async function registerType(
  { call }: Pick<TestApi, "call">,
  slug: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly block_type_id: string; readonly block_schema_id: string }> {
  const type = await call("POST", "/block_types/", { name: slug, slug });
  const schema = await call("POST", "/block_schemas/", {
    block_type_id: type.json.id,
    fields: { title: slug, type: "object", properties: {}, ...fields },
  });
  return { block_type_id: type.json.id, block_schema_id: schema.json.id };
}
