import { describe, expect, it } from "vitest";
import { checkRequestOrigin } from "@/lib/api/origin-check";

type Headers = Readonly<Record<string, string>>;

function check(headers: Headers, method = "GET", url = "/blocks", allowedHosts: readonly string[] = []) {
  const all: Headers = { host: "127.0.0.1:4200", ...headers };
  return checkRequestOrigin({ method, url, header: (name) => all[name] }, { allowedHosts });
}

const refused = { ok: false, status: 403, message: expect.stringContaining("other sites") };
const misdirected = { ok: false, status: 421, message: expect.stringContaining("BLOCKYARD_ALLOWED_HOSTS") };

describe("the Host header", () => {
  it.each([
    "localhost",
    "localhost:4200",
    "LOCALHOST:4200",
    "localhost.",
    "blocks.localhost:80",
    "127.0.0.1",
    "127.0.0.1:4200",
    "127.255.1.2:9",
    "[::1]",
    "[::1]:4200",
  ])("may be the loopback name %s", (host) => {
    expect(check({ host })).toEqual({ ok: true });
  });

  it.each([
    "",
    "evil.example",
    "evil.example:4200",
    "localhost.evil.example",
    "evil-localhost",
    "127.0.0.1.evil.example",
    "127.0.0.256",
    "127.0.0",
    "127.1.1.1.1",
    "0.0.0.0:4200",
    "192.168.0.7:4200",
    "[::2]",
    "localhost:4200:1",
    "localhost@evil.example",
    "localhost/evil",
    "localhost evil",
    "localhost:",
    "localhost:x",
    "[::1",
  ])("may not be %s", (host) => {
    expect(check({ host })).toEqual(misdirected);
  });

  it("must be there", () => {
    expect(
      checkRequestOrigin({ method: "GET", url: "/", header: () => undefined }, { allowedHosts: [] }),
    ).toEqual(misdirected);
  });

  it("may be an allowed name, with any port unless the allowed name has one", () => {
    const allowed = ["blocks.example.com", "10.0.0.5:8443", "[::2]"];
    for (const host of ["blocks.example.com", "Blocks.Example.com:81", "10.0.0.5:8443", "[::2]:4200"]) {
      expect(check({ host }, "GET", "/", allowed)).toEqual({ ok: true });
    }
    for (const host of ["10.0.0.5", "10.0.0.5:80", "x.blocks.example.com", "blocks.example.comx"]) {
      expect(check({ host }, "GET", "/", allowed)).toEqual(misdirected);
    }
  });

  it("is checked even where the origin agrees with it", () => {
    expect(check({ host: "evil.example", origin: "http://evil.example" })).toEqual(misdirected);
  });
});

describe("clients that are no browsers", () => {
  it.each(["GET", "POST", "PATCH", "DELETE"])("%s passes without Origin and Sec-Fetch headers", (method) => {
    expect(check({}, method, "/api/block_types/")).toEqual({ ok: true });
  });
});

describe("requests of browsers", () => {
  it("pass from this server's own pages", () => {
    const own = { origin: "http://127.0.0.1:4200", "sec-fetch-site": "same-origin" };
    expect(check(own, "POST", "/blocks/catalog/s3/create")).toEqual({ ok: true });
    expect(check({ "sec-fetch-site": "none", "sec-fetch-mode": "navigate" })).toEqual({ ok: true });
  });

  it("pass when a proxy in front speaks TLS and the default port is not spelled", () => {
    const allowed = ["blocks.example.com"];
    const host = "blocks.example.com";
    expect(check({ host, origin: "https://blocks.example.com" }, "POST", "/", allowed)).toEqual({ ok: true });
    const spelled = { host: "blocks.example.com:443", origin: "https://blocks.example.com" };
    expect(check(spelled, "POST", "/", allowed)).toEqual({ ok: true });
  });

  it("pass as the framework's own request after a redirecting action, which forwards Host and Origin", () => {
    const forwarded = {
      host: "localhost:4200",
      origin: "http://localhost:4200",
      "sec-fetch-site": "same-origin",
    };
    expect(check(forwarded, "GET", "/blocks?_rsc=1")).toEqual({ ok: true });
  });

  it.each([
    "http://evil.example",
    "null",
    "",
    "http://127.0.0.1:4201",
    "http://127.0.0.1",
    "http://localhost:4200",
    "http://127.0.0.1:4200.evil.example",
    "http://127.0.0.1:4200@evil.example",
    "http://127.0.0.1:4200, http://evil.example",
    "file://",
    "chrome-extension://127.0.0.1:4200",
  ])("are refused from the origin %s", (origin) => {
    expect(check({ origin }, "POST")).toEqual(refused);
    expect(check({ origin }, "GET")).toEqual(refused);
    expect(check({ origin, "sec-fetch-site": "same-origin" }, "POST")).toEqual(refused);
  });

  it.each(["cross-site", "same-site", "Cross-Site", "unheard-of"])(
    "are refused when the browser calls them %s, whatever else they say",
    (site) => {
      expect(check({ "sec-fetch-site": site }, "POST")).toEqual(refused);
      expect(check({ "sec-fetch-site": site, origin: "http://127.0.0.1:4200" }, "POST")).toEqual(refused);
      expect(check({ "sec-fetch-site": site, "sec-fetch-mode": "no-cors" }, "GET", "/icon.svg")).toEqual(
        refused,
      );
    },
  );
});

describe("pages of configured origins", () => {
  const page = {
    origin: "https://tools.example.com",
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "cors",
  };
  const ask = (headers: Headers, method = "POST", origins = ["https://tools.example.com"]) => {
    const all: Headers = { host: "127.0.0.1:4200", ...headers };
    const request = { method, url: "/api/block_types/", header: (name: string) => all[name] };
    return checkRequestOrigin(request, { allowedHosts: [], corsOrigins: origins });
  };

  it.each(["GET", "POST", "PATCH", "DELETE", "OPTIONS"])("may send %s", (method) => {
    expect(ask(page, method)).toEqual({ ok: true });
  });

  it("must name exactly a configured origin, and this server as they know it", () => {
    for (const origin of [
      "http://tools.example.com",
      "https://tools.example.com:8443",
      "https://example.com",
      "null",
    ])
      expect(ask({ ...page, origin })).toEqual(refused);
    expect(ask({ "sec-fetch-site": "cross-site" }, "GET")).toEqual(refused);
    expect(ask(page, "POST", [])).toEqual(refused);
    expect(ask({ ...page, host: "tools.example.com" })).toEqual(misdirected);
  });

  it("open no websockets", () => {
    expect(ask({ ...page, upgrade: "websocket", connection: "Upgrade" }, "GET")).toEqual(refused);
  });
});

describe("links from other sites", () => {
  const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

  it.each([
    "/",
    "/blocks",
    "/blocks/block/1?tab=yaml",
    "/apiary",
    "/api/docs",
    "/api/docs?x=1",
    "/api/openapi.json",
  ])("open the page %s", (url) => {
    expect(check(link, "GET", url)).toEqual({ ok: true });
    expect(check({ ...link, "sec-fetch-site": "same-site" }, "GET", url)).toEqual({ ok: true });
  });

  it.each([
    "/api",
    "/api/",
    "/api/health",
    "/api?x=1",
    "/API/health",
    "/api#",
    "/api/docs/",
    "/api/docs/../health",
    "/api/docs%2F",
    "/api/docstrings",
    "/api/openapi.json/x",
    "/api/openapixjson",
    "http://127.0.0.1:4200/api/health",
    "*",
  ])("do not open %s", (url) => {
    expect(check(link, "GET", url)).toEqual(refused);
  });

  it("do not post forms, load into frames or send an origin", () => {
    expect(check(link, "POST")).toEqual(refused);
    expect(check(link, "HEAD")).toEqual(refused);
    expect(check({ ...link, "sec-fetch-dest": "iframe" })).toEqual(refused);
    expect(check({ ...link, "sec-fetch-mode": "cors" })).toEqual(refused);
    expect(check({ ...link, origin: "http://evil.example" })).toEqual(refused);
  });
});

describe("websocket upgrades", () => {
  const upgrade = { upgrade: "websocket", connection: "Upgrade" };

  it("pass from own pages and from clients that are no browsers", () => {
    const own = { ...upgrade, origin: "http://127.0.0.1:4200", "sec-fetch-site": "same-origin" };
    expect(check(own, "GET", "/_next/hmr")).toEqual({ ok: true });
    expect(check(upgrade, "GET", "/api/events/in")).toEqual({ ok: true });
  });

  it("are refused from other sites, also when dressed up as a link", () => {
    expect(check({ ...upgrade, origin: "http://evil.example" }, "GET", "/_next/hmr")).toEqual(refused);
    const link = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect(check({ ...upgrade, ...link }, "GET", "/_next/hmr")).toEqual(refused);
    expect(check({ ...upgrade, "sec-fetch-site": "cross-site", "sec-fetch-mode": "websocket" })).toEqual(
      refused,
    );
  });
});
