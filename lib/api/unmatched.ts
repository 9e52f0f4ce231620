import { type Answer, failure } from "@/lib/api/errors";
import { type Route, unknownPath } from "@/lib/api/route";

/** A request that no route took. `origin` is what its client calls this server: scheme and host. */
export type UnmatchedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly origin: string;
};

/**
 * For paths that no route took: 405 when the path is known, 307 when it is known with the other spelling of its last
 * slash, else 404.
 */
export function createUnmatchedAnswer(routes: readonly Route[]): (request: UnmatchedRequest) => Answer {
  const patterns = routes.map(({ definition }) => ({
    pattern: toPattern(definition),
    method: definition.method,
  }));
  const methodsOf = (path: string) =>
    patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);

  return ({ method, path, query, origin }) => {
    const methods: readonly string[] = methodsOf(path);
    // Its route did not take it: the path is badly escaped.
    if (methods.includes(method)) return unknownPath;
    if (methods.length > 0)
      return failure(405, "Method Not Allowed", { allow: [...new Set(methods)].join(", ") });
    const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
    if (methodsOf(other).length === 0) return unknownPath;
    return { status: 307, headers: { location: origin + escapeUnprintable(other + query) } };
  };
}

const uuid = "[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}";

function toPattern({ path, isUnknownWhenMalformed }: Route["definition"]): RegExp {
  const parameter = isUnknownWhenMalformed ? uuid : "[^/]+";
  return new RegExp(`^/api${path.replaceAll(/:\w+/g, parameter)}$`);
}

/** A request may hold bytes, one in each character, that a header may not. */
function escapeUnprintable(text: string): string {
  return text.replace(
    /[^!-~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
