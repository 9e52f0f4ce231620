import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

describe("pages of configured origins", () => {
  const tools = "https://tools.example.com";
  const origin = { origin: tools, "sec-fetch-site": "cross-site" };
  const ask = { ...origin, "access-control-request-method": "PATCH" };
  let open: TestApi;
  beforeEach(async () => {
    open = await openTestApi({ BLOCKYARD_CORS_ORIGINS: `http://localhost:3000,${tools}` });
  });

  const corsOf = (headers: Headers) =>
    Object.fromEntries([...headers].filter(([name]) => name === "vary" || name.startsWith("access-control")));

  it("read every answer, refusals too, and bring no credentials", async () => {
    const shown = { vary: "origin", "access-control-allow-origin": tools };
    for (const [method, path, status] of [
      ["GET", "/health", 200],
      ["GET", "/nothing", 404],
      ["PUT", "/health", 405],
      ["GET", "/health/", 307],
      ["POST", "/block_types/", 422],
    ] as const) {
      const reply = await open.call(method, path, undefined, origin);
      expect([reply.status, corsOf(reply.headers)]).toEqual([status, shown]);
    }
  });

  it("are told before which methods and headers they may send", async () => {
    const { status, headers, text } = await open.call("OPTIONS", "/block_types/", undefined, ask);
    expect([status, text]).toEqual([204, ""]);
    expect(corsOf(headers)).toEqual({
      vary: "origin",
      "access-control-allow-origin": tools,
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      "access-control-allow-headers": expect.stringContaining("content-type"),
      "access-control-max-age": "600",
    });
  });

  it("are no others, and only where this server is known by the name it is called by", async () => {
    for (const headers of [
      { ...ask, origin: "https://evil.example" },
      { ...ask, origin: "null" },
    ]) {
      const reply = await open.call("OPTIONS", "/block_types/", undefined, headers);
      expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    }
    const rebound = await open.call("OPTIONS", "/block_types/", undefined, { ...ask, host: "evil.example" });
    expect([rebound.status, rebound.headers.get("access-control-allow-origin")]).toEqual([421, null]);
    const own = await open.call("GET", "/health", undefined, { origin: "http://localhost:4200" });
    expect([own.status, corsOf(own.headers)]).toEqual([200, { vary: "origin" }]);
    const plain = await open.call("OPTIONS", "/block_types/");
    expect([plain.status, corsOf(plain.headers)]).toEqual([405, { vary: "origin" }]);
  });

  it("are none without the setting", async () => {
    const reply = await api.call("OPTIONS", "/block_types/", undefined, ask);
    expect([reply.status, corsOf(reply.headers)]).toEqual([403, {}]);
    const own = await api.call("OPTIONS", "/block_types/", undefined, {
      origin: "http://localhost:4200",
      "access-control-request-method": "PATCH",
    });
    expect([own.status, corsOf(own.headers)]).toEqual([405, {}]);
  });
});
