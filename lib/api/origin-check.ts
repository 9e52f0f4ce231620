/** `header` answers the value of a request header by its lower-case name. */
export type IncomingRequest = {
  readonly method: string;
  readonly url: string;
  readonly header: (name: string) => string | undefined;
};

export type OriginCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 403 | 421; readonly message: string };

const passed: OriginCheck = { ok: true };

/**
 * Keeps other web pages out; for every request, websocket upgrades too. The Host header must be a name of this server,
 * else a page elsewhere could point its own name here (DNS rebinding). A browser must say that the request comes from
 * this server's own pages or from one that the configuration names; only following a link to a page is free. Clients that are no browsers send neither header.
 */
export function checkRequestOrigin(
  request: IncomingRequest,
  options: {
    readonly allowedHosts: readonly string[];
    /** Origins of other pages that may use what is asked for. */
    readonly corsOrigins?: readonly string[];
  },
): OriginCheck {
  const host = request.header("host")?.toLowerCase();
  if (host === undefined || !isOwnHost(host, options.allowedHosts)) {
    return {
      ok: false,
      status: 421,
      message:
        "This server is not known by the name in the Host header. Use a loopback name such as localhost, or add the name to BLOCKYARD_ALLOWED_HOSTS.",
    };
  }
  if (isFromOwnPages(request, host) || isLinkToPage(request)) return passed;
  if (isFromAdmittedPage(request, options.corsOrigins ?? [])) return passed;
  return {
    ok: false,
    status: 403,
    message: "Requests from pages of other sites are refused. Open Blockyard directly or use an API client.",
  };
}

function isOwnHost(host: string, allowedHosts: readonly string[]): boolean {
  const [, name, port] = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/.exec(host) ?? [];
  if (name === undefined) return false;
  const bare = name.replace(/\.$/, "");
  return isLoopbackName(bare) || allowedHosts.some((own) => own === bare || own === `${bare}:${port}`);
}

function isLoopbackName(name: string): boolean {
  if (name === "localhost" || name.endsWith(".localhost") || name === "[::1]") return true;
  const [first, ...others] = name.split(".");
  return (
    first === "127" && others.length === 3 && others.every((part) => /^\d{1,3}$/.test(part) && +part < 256)
  );
}

/** True also when no browser is involved: then there is neither an Origin nor a Sec-Fetch-Site header. */
function isFromOwnPages(request: IncomingRequest, host: string): boolean {
  const site = request.header("sec-fetch-site")?.toLowerCase();
  const isSiteFine = site === undefined || site === "same-origin" || site === "none";
  const origin = request.header("origin");
  return isSiteFine && (origin === undefined || isSameOrigin(origin, host));
}

/** Never for websockets, whose answers no browser keeps from other pages. */
function isFromAdmittedPage(request: IncomingRequest, corsOrigins: readonly string[]): boolean {
  const origin = request.header("origin");
  return origin !== undefined && corsOrigins.includes(origin) && request.header("upgrade") === undefined;
}

/** The scheme may differ: a proxy in front may speak TLS. `null` and several origins are no URL. */
function isSameOrigin(origin: string, host: string): boolean {
  const url = parseUrl(origin);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  return url.host !== "" && url.host === parseUrl(`${url.protocol}//${host}`)?.host;
}

function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

/**
 * A click in a chat or a terminal that opens a page, or the description of the API, which is the same for everybody and
 * holds nothing of this server. It carries no Origin, and neither changes anything on GET.
 */
function isLinkToPage(request: IncomingRequest): boolean {
  return (
    request.method === "GET" &&
    request.header("origin") === undefined &&
    request.header("upgrade") === undefined &&
    request.header("sec-fetch-mode") === "navigate" &&
    request.header("sec-fetch-dest") === "document" &&
    /^\/(?:(?!api(?:[/?#]|$))|api\/(?:docs|openapi\.json)(?:[?#]|$))/i.test(request.url)
  );
}
