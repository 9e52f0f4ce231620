import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { maxBodyBytes } from "@/lib/api/read-body";

const readOnMs = 10_000;

/**
 * Answers 413 to a body that says it is over the limit, and 411 to one of a page that does not say its length (no
 * browser does that; Next would read it whole). True when the request is answered.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse, isApi: boolean): boolean {
  const declared = request.headers["content-length"];
  const isUnbounded = !isApi && request.headers["transfer-encoding"] !== undefined;
  if (!isUnbounded && !(Number(declared ?? 0) > maxBodyBytes)) return false;

  const message = isUnbounded
    ? "The length of the body is missing."
    : "The body is larger than 4 MB. Send less data.";
  const [type, body] = isApi
    ? ["application/json", JSON.stringify({ detail: message })]
    : ["text/plain", `${message}\n`];
  response.writeHead(isUnbounded ? 411 : 413, { "content-type": `${type}; charset=utf-8` }).end(body);
  // A connection that is closed with unread bytes is reset, and the answer is lost with it: read on for a while.
  request.resume();
  const cut = setTimeout(() => request.destroy(), readOnMs);
  request.once("close", () => clearTimeout(cut));
  return true;
}
