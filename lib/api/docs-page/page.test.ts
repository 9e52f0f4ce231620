import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "@/lib/api/openapi/model";
import { type ApiReply, openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
let reply: ApiReply;
let document: OpenApiDocument;
beforeAll(async () => {
  api = await openTestApi();
  reply = await api.call("GET", "/docs");
  document = (await api.call("GET", "/openapi.json")).json;
});

function matches(pattern: RegExp): readonly string[] {
  return [...reply.text.matchAll(pattern)].map(([, found]) => found ?? "");
}

function styleSheet(): string {
  return matches(/<style>(.*?)<\/style>/gs)[0] ?? "";
}

describe("the page that describes the API", () => {
  it("has every operation, with its path, and every object or body", () => {
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(25);
    const plain = reply.text.replaceAll("<wbr>", "");
    for (const [path, methods] of Object.entries(document.paths)) {
      expect(plain).toContain(`<code>/api${path}</code>`);
      for (const { operationId, summary } of Object.values(methods)) {
        expect(plain).toContain(`id="${operationId}"`);
        expect(plain).toContain(`<a href="#${operationId}">${summary}</a></h3>`);
        expect(plain).toContain(`<span>${summary}</span>`);
      }
    }
  });

  it("runs no script and loads nothing, and its policy allows exactly its own style sheet", () => {
    expect(reply.text).not.toMatch(/<script|\son\w+=|style="|javascript:|src=|url\(|@import|<link/i);
    const style = styleSheet();
    const hash = createHash("sha256").update(style).digest("base64");
    expect(style).toContain("--accent");
    expect(reply.headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it("has no link to nowhere within itself, and no id twice", () => {
    const ids = matches(/\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = new Set(matches(/href="#([^"]+)"/g));
    expect(targets.size).toBeGreaterThan(40);
    for (const target of targets) expect(ids).toContain(target);
    expect(new Set(matches(/href="([^#"][^"]*)"/g))).toEqual(new Set(["/blocks", "/api/openapi.json"]));
  });

  it("calls this server what its reader calls it", async () => {
    const other = await api.call("GET", "/docs", undefined, {
      host: "127.0.0.1:9",
      "x-forwarded-proto": "https",
    });
    expect(other.text).toContain(" https://127.0.0.1:9/api/block_documents/ ");
    expect(other.text).not.toContain("localhost");
    expect(reply.text).toContain("PREFECT_API_URL=http://localhost:4200/api");
    expect(reply.text).not.toContain("origin.invalid");
  });

  it("is kept to GET, and its other spelling leads to it", async () => {
    expect((await api.call("POST", "/docs", {})).status).toBe(405);
    const other = await api.call("GET", "/docs/");
    expect([other.status, other.headers.get("location")]).toEqual([307, "http://localhost:4200/api/docs"]);
  });

  it("shows nothing that clients registered", async () => {
    await api.call("POST", "/block_types/", { name: "Canary", slug: "canary", description: "canary" });
    expect((await api.call("GET", "/docs")).text).toBe(reply.text);
    expect(reply.text).not.toContain("canary");
  });
});

it("the colours are those of the other pages", () => {
  const root = join(import.meta.dirname, "../../..");
  const [, light = "", dark = ""] = readFileSync(join(root, "app/tokens.css"), "utf8").split(/:root[^{]*\{/);
  const [, ownLight = "", ownDark = ""] = styleSheet().split(/:root \{/);
  const pairs = (css: string) =>
    [...(css.split("}")[0] ?? "").matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]);
  for (const [own, theirs] of [
    [ownLight, light],
    [ownDark, dark],
  ] as const) {
    expect(pairs(own).length).toBeGreaterThan(20);
    expect(pairs(theirs)).toEqual(expect.arrayContaining(pairs(own)));
  }
});

it("every colour that the style sheet uses is defined, and none is defined in vain", () => {
  const style = styleSheet();
  const defined = new Set([...style.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...style.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  expect(used.size).toBeGreaterThan(20);
  expect([...defined].toSorted()).toEqual([...used].toSorted());
});
