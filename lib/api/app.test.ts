import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { createApi } from "@/lib/api/app";
import { createApiListener } from "@/lib/api/node-listener";
import { parseConfig } from "@/lib/config/schema";
import { DomainError } from "@/lib/errors";
import { createLogger } from "@/lib/log/logger";
import { openTestStore } from "@/lib/testing/template-db";
import { callerOf, openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

describe("routes about the server", () => {
  it.each([
    ["/health", 200, true],
    ["/hello", 200, "\u{1F44B}"],
    ["/ready", 200, { message: "OK" }],
    ["/version", 200, "0.8.4"],
    ["/admin/version", 200, "3.9.1"],
    ["/admin/settings", 200, { server_name: "local" }],
    ["/collections/views/demo-flows", 404, { detail: "View demo-flows not found in registry" }],
    ["/csrf-token?client=1", 422, { detail: "CSRF protection is disabled." }],
  ])("%s answers %i", async (path, status, body) => {
    expect(await api.call("GET", path)).toMatchObject({ status, json: body });
  });

  it("asks for the client of a csrf token as Prefect does", async () => {
    const { status, json } = await api.call("GET", "/csrf-token");
    expect(status).toBe(422);
    expect(json.exception_detail).toEqual([
      { loc: ["query", "client"], msg: "field required", type: "value_error.missing" },
    ]);
  });

  it("says so when the database is gone", async () => {
    await api.dialect.close();
    expect(await api.call("GET", "/ready")).toMatchObject({
      status: 503,
      json: { message: "Database is not available" },
    });
  });
});

describe("the API version header", () => {
  const versioned = (value: string, path = "/block_types/slug/none") =>
    api.call("GET", path, undefined, { "x-prefect-api-version": value });

  it.each(["", "0.8.0", "0.8.4", "0.10.0", "0.08.04", "1.0.0"])("%j passes", async (value) => {
    expect((await versioned(value)).status).toBe(404);
  });

  it.each(["0.7.9", "0.0.1", "-1.9.9"])("%s is too old", async (value) => {
    const detail = `The request specified API version ${value} but this server requires version 0.8.0 or higher.`;
    expect(await versioned(value)).toMatchObject({ status: 400, json: { detail } });
  });

  it.each(["abc", "0.8", "0.8.4.1", "v0.8.4"])("%s is malformed", async (value) => {
    const reply = await versioned(value);
    expect(reply.status).toBe(400);
    expect(reply.json.detail).toContain(`in format 'x.y.z' but received ${value}`);
  });

  it("is looked at by routes only", async () => {
    const old = { "x-prefect-api-version": "0.0.1" };
    expect((await api.call("GET", "/nothing", undefined, old)).status).toBe(404);
    expect((await api.call("PUT", "/ready", undefined, old)).status).toBe(405);
    expect((await api.call("POST", "/block_types", {}, old)).status).toBe(307);
  });

  it("is not asked of health and version", async () => {
    expect((await versioned("0.0.1", "/health")).status).toBe(200);
    expect((await versioned("abc", "/version")).status).toBe(200);
  });
});

describe("other sites", () => {
  it("get nothing and change nothing", async () => {
    const body = { name: "T", slug: "t" };
    const foreign = await api.call("POST", "/block_types/", body, { origin: "http://evil.example" });
    expect(foreign).toMatchObject({ status: 403, json: { detail: expect.stringContaining("other sites") } });
    const rebound = await api.call("POST", "/block_types/", body, { host: "evil.example" });
    expect(rebound.status).toBe(421);
    expect((await api.call("POST", "/block_types/filter")).json).toEqual([]);
  });

  it("see no header that opens answers to them", async () => {
    const reply = await api.call("GET", "/health", undefined, { origin: "http://localhost:4200" });
    expect(reply.status).toBe(200);
    expect([...reply.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  it("are refused under a further name of this server unless it is allowed", async () => {
    const host = { host: "blocks.example.com" };
    expect((await api.call("GET", "/health", undefined, host)).status).toBe(421);
    const open = await openTestApi({ BLOCKYARD_ALLOWED_HOSTS: "blocks.example.com" });
    expect((await open.call("GET", "/health", undefined, host)).status).toBe(200);
  });
});

describe("the log", () => {
  it("has one line per request, without query, body and answer", async () => {
    await registerType(api, "t");
    api.logLines.length = 0;
    const reply = await api.call("GET", "/block_types/slug/t/block_documents?include_secrets=true&x=canary");
    expect(api.logLines).toHaveLength(1);
    expect(JSON.parse(api.logLines[0] ?? "")).toEqual({
      level: "info",
      time: expect.any(String),
      msg: "request",
      requestId: reply.headers.get("x-request-id"),
      method: "GET",
      path: "/api/block_types/slug/t/block_documents",
      status: 200,
      durationMs: expect.any(Number),
    });
  });

  it("tells of an unexpected failure what the answer does not", async () => {
    const { deps } = await openTestStore();
    const lines: string[] = [];
    const app = createApi({
      ...deps,
      store: { ...deps.store, transaction: () => Promise.reject(new Error("the disk is gone")) },
      config: parseConfig({}),
      log: createLogger("info", { write: (line) => lines.push(line) }),
      close: async () => {},
    });
    const response = await callerOf(app)("POST", "/block_types/", { name: "T", slug: "t" });
    expect(response.status).toBe(500);
    expect(response.json).toEqual({ exception_message: "Internal Server Error" });
    const requestId = response.headers.get("x-request-id");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: "error",
        requestId,
        error: expect.objectContaining({ message: "the disk is gone" }),
      }),
      expect.objectContaining({ level: "info", requestId, status: 500 }),
    ]);
  });

  it("trouble that passes is a 503 with its reason", async () => {
    const { deps } = await openTestStore();
    const busy = new DomainError("unavailable", "The database is busy.");
    const app = createApi({
      ...deps,
      store: { ...deps.store, transaction: () => Promise.reject(busy) },
      config: parseConfig({}),
      log: createLogger("silent"),
      close: async () => {},
    });
    const response = await callerOf(app)("POST", "/block_types/", { name: "T", slug: "t" });
    expect([response.status, response.json]).toEqual([503, { detail: "The database is busy." }]);
  });
});

describe("over a real socket", () => {
  async function withServer<T>(use: (port: number) => Promise<T>): Promise<T> {
    const { deps } = await openTestStore();
    const context = { ...deps, config: parseConfig({}), log: createLogger("silent"), close: async () => {} };
    const server = createServer(createApiListener(createApi(context)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      return await use((server.address() as AddressInfo).port); // a TCP server has an AddressInfo
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** Sends raw bytes and answers what came back when the server closed or fell silent after a whole answer. */
  async function talk(port: number, parts: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      let received = "";
      socket.on("data", (data) => {
        received += data.toString();
        if (/\r\n\r\n[\s\S]+/.test(received)) socket.end();
      });
      socket.on("close", () => resolve(received));
      socket.on("error", (error) => (received === "" ? reject(error) : resolve(received)));
      for (const part of parts) socket.write(part);
    });
  }

  it("a chunked body beyond 4 MB is refused without a declared length", async () => {
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const head = "POST /api/block_types/ HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n";
    const answer = await withServer((port) =>
      talk(port, [head, ...Array<string>(80).fill(chunk), "0\r\n\r\n"]),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain("larger than 4 MB");
  });

  it("a declared length beyond 4 MB is refused before the body came", async () => {
    const head = "POST /api/block_types/ HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5000000\r\n\r\n";
    expect(await withServer((port) => talk(port, [head]))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("a small chunked body is read", async () => {
    const body = '{"name":"T","slug":"t"}';
    const head = "POST /api/block_types/ HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n";
    const chunks = [...body].map((letter) => `1\r\n${letter}\r\n`);
    const answer = await withServer((port) => talk(port, [head, ...chunks, "0\r\n\r\n"]));
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  });
});
