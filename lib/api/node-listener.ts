import type { IncomingMessage, ServerResponse } from "node:http";
import type { Api, ApiReply } from "@/lib/api/http";
import { maxBodyBytes } from "@/lib/api/read-body";

/**
 * The API as a listener of node:http. It works on Node's own request and response: wrapping them in those of the Fetch
 * standard costs more than everything else together (docs/adr/0009).
 */
export function createApiListener(api: Api): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    api({
      method: request.method ?? "GET",
      target: request.url ?? "/",
      header: (name) => headerOf(request, name),
      readBody: () => readBody(request),
    })
      .then((reply) => send(response, reply))
      // Nothing was or can be answered; without this the process would end.
      .catch(() => response.destroy());
  };
}

/** The header that a request sends once; repeated ones are joined as HTTP allows. */
function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function send(response: ServerResponse, { status, headers, body }: ApiReply): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, hasBody ? { ...headers, "content-length": body.length } : { ...headers });
  response.end(hasBody ? body : undefined);
}

/** Bounded also where the request does not say how long it is. A client that hangs up never gets an answer. */
function readBody(request: IncomingMessage): Promise<Uint8Array | "too large"> {
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return Promise.resolve("too large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) resolve("too large");
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    // Listened for, because an error without a listener would end the process.
    request.on("error", () => undefined);
  });
}
