import { type Answer, failure } from "@/lib/api/errors";
import { type Route, unknownPath } from "@/lib/api/route";

/**
 * For paths that no route took: 405 when the path is known, 307 when it is known with the other spelling of its last
 * slash, else 404.
 */
export function createUnmatchedAnswer(routes: readonly Route[]): (path: string, query: string) => Answer {
  const patterns = routes.map(({ definition }) => ({
    pattern: new RegExp(`^/api${definition.path.replaceAll(/:\w+/g, "[^/]+")}$`),
    method: definition.method,
  }));
  const methodsOf = (path: string) =>
    patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);

  return (path, query) => {
    const methods = methodsOf(path);
    if (methods.length > 0)
      return failure(405, "Method Not Allowed", { allow: [...new Set(methods)].join(", ") });
    const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
    // Relative to the host, so that it holds behind a proxy that speaks TLS.
    if (methodsOf(other).length > 0) return { status: 307, headers: { location: other + query } };
    return unknownPath;
  };
}
