import { createApi } from "@/lib/api/app";
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
  const app = createApi({ ...opened.deps, config: parseConfig(env), log, close: async () => {} });
  const call: TestApi["call"] = async (method, path, body, headers = {}) => {
    const content = toContent(body);
    const request = new Request(`http://localhost:4200/api${path}`, {
      method,
      headers: { host: "localhost:4200", "content-type": "application/json", ...headers },
      ...(content === undefined ? {} : { body: content }),
    });
    const response = await app.fetch(request);
    const answer = await response.text();
    const isJson = response.headers.get("content-type") === "application/json";
    return {
      status: response.status,
      headers: response.headers,
      text: answer,
      json: isJson && answer !== "" ? JSON.parse(answer) : undefined,
    };
  };
  return { ...opened, call, logLines };
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
