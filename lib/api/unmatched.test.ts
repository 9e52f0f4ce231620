import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

describe("paths that no route takes", () => {
  it.each([
    ["GET", "/block_types/"],
    ["PUT", "/block_types/"],
    ["OPTIONS", "/block_types/"],
    ["HEAD", "/health"],
    ["DELETE", "/block_documents/"],
    ["POST", "/block_capabilities/"],
    ["POST", "/block_documents/11111111-1111-4111-8111-111111111111"],
    ["GET", "/block_documents/filter"],
    ["DELETE", "/block_documents/count"],
  ])("%s %s is 405 and names the methods", async (method, path) => {
    const { status, headers } = await api.call(method, path);
    expect(status).toBe(405);
    expect(headers.get("allow")).toMatch(/^[A-Z, ]+$/);
  });

  const redirect = async (path: string, headers: Record<string, string>) => {
    const reply = await api.call("POST", path, { name: "T", slug: "t" }, headers);
    expect([reply.status, reply.text]).toEqual([307, ""]);
    return reply.headers.get("location");
  };

  it("the other spelling of the last slash is sent on to this server, query included", async () => {
    for (const path of ["/block_types", "/block_schemas", "/block_documents"])
      expect(await redirect(`${path}?a=b&c=%2F`, {})).toBe(`http://localhost:4200/api${path}/?a=b&c=%2F`);
    const named = { host: "Blocks.localhost" };
    expect(await redirect("/block_types", named)).toBe("http://blocks.localhost/api/block_types/");
    const { status, headers } = await api.call("GET", "/health/");
    expect([status, headers.get("location")]).toEqual([307, "http://localhost:4200/api/health"]);
    expect((await api.call("POST", "/block_types/filter")).json).toEqual([]);
  });

  it.each([
    ["https", "https"],
    ["HTTPS", "https"],
    ["https, http", "https"],
    ["http, https", "http"],
    ["http", "http"],
    ["", "http"],
    ["ftp", "http"],
    ["javascript", "http"],
    ["https://evil.example/", "http"],
  ])("behind a proxy that says X-Forwarded-Proto: %s the scheme is %s", async (said, scheme) => {
    const headers = {
      "x-forwarded-proto": said,
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example",
    };
    expect(await redirect("/block_types", headers)).toBe(`${scheme}://localhost:4200/api/block_types/`);
  });

  it("a byte that a header cannot hold is escaped on the way", async () => {
    const path = "/block_types/slug/\u00c3\u00a9\u007f x";
    const { status, headers } = await api.call("GET", `${path}/?q=\u00ff`);
    expect([status, headers.get("location")]).toEqual([
      307,
      "http://localhost:4200/api/block_types/slug/%C3%A9%7F%20x?q=%FF",
    ]);
  });

  it("nothing is sent on to a name that is not this server's", async () => {
    const { status, headers } = await api.call("POST", "/block_types", {}, { host: "evil.example" });
    expect([status, headers.get("location")]).toEqual([421, null]);
  });

  it("the methods that are named are those of this very path", async () => {
    const methodsOf = async (path: string) => (await api.call("PUT", path)).headers.get("allow");
    expect(await methodsOf("/block_documents/filter")).toBe("POST");
    expect(await methodsOf("/block_documents/111111111111411181111111111111AA")).toBe("GET, PATCH, DELETE");
    expect(await methodsOf("/block_types/filter")).toBe("POST, GET, PATCH, DELETE");
  });

  it.each([
    "/block_nothings/",
    "/",
    "",
    "/../health/x",
    "//health",
    "/block_documents/nope",
    "/block_documents/nope/",
    "/block_types/slug/%ff",
    "/block_types/slug/%zz",
    "/block_types/slug//block_documents",
  ])("%j is 404", async (path) => {
    expect(await api.call("GET", path)).toMatchObject({ status: 404, json: { detail: "Not Found" } });
  });
});
