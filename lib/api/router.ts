import createRouter, { type HTTPMethod } from "find-my-way";
import type { Route } from "@/lib/api/route";

export type Match = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

/** No name or slug in a path is longer than the longest header section that Node takes. */
const maxParamLength = 16_384;

/** Finds the route of a method and a path below /api; undefined when there is none, or the path is badly escaped. */
export function routerOf(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const router = createRouter({ caseSensitive: true, ignoreTrailingSlash: false, maxParamLength });
  for (const route of routes) {
    // The router calls handlers only in a mode that is not used here: the route itself travels as the store.
    router.on(route.definition.method, `/api${route.definition.path}`, () => undefined, route);
  }
  return (method, path) => {
    const found = router.find(method as HTTPMethod, path); // an unknown method is found nowhere
    if (!found?.store) return undefined;
    const params = definedOf(found.params);
    return params && { route: found.store, params };
  };
}

/** A parameter that is empty is a path that ends early, not a route. */
function definedOf(
  params: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === "") return undefined;
    defined[name] = value;
  }
  return defined;
}
