import assert from "node:assert/strict";

/** What the load generator replaces by a number that no other request has. */
export const placeholder = "#########";

export function numbered({ body, ...request }, number) {
  const digits = String(number).padStart(placeholder.length, "0");
  return { ...request, body: body?.replaceAll(placeholder, digits) };
}

/** Asks a server once. */
export function createCall(port) {
  return async ({ method, path, body }) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body, headers });
    return { status: answer.status, text: await answer.text() };
  };
}

/** What stands before and after a part of a text. */
export function cut(text, part) {
  const at = text.indexOf(part);
  assert.ok(at >= 0, "the answer holds what the floor is to put in");
  return { before: text.slice(0, at), after: text.slice(at + part.length) };
}
