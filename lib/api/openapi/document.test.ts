import { readdirSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument, Operation, Parameter } from "@/lib/api/openapi/model";
import type { Route } from "@/lib/api/route";
import { computeChecksum } from "@/lib/blocks/checksum";
import { isJsonObject, toJson } from "@/lib/json";
import { findMisfits } from "@/lib/testing/find-misfits";
import { openTestApi } from "@/lib/testing/test-api";
import { BlockTypeCreateBody } from "@/lib/wire/block-types";
import { exampleSchema } from "@/lib/wire/examples";
import packageFile from "@/package.json";

let document: OpenApiDocument;
beforeAll(async () => {
  const { call } = await openTestApi();
  const reply = await call("GET", "/openapi.json");
  expect(reply.status).toBe(200);
  document = reply.json;
});

type Described = { readonly path: string; readonly method: string; readonly operation: Operation };

function operations(): readonly Described[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** Every object in the document, at any depth. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(objectsIn)];
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((found, key) => typeof found === "object" && found && Reflect.get(found, key), document);
}

/** Whatever the files in the folder of routes declare, mounted or not. */
async function declaredRoutes(): Promise<readonly Route[]> {
  const files = readdirSync(resolvePath("lib/api/routes")).filter((name) => !name.endsWith(".test.ts"));
  const modules = await Promise.all(
    files.map((name): Promise<object> => import(`@/lib/api/routes/${name.replace(/\.ts$/, "")}.ts`)),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter(Array.isArray)
    .flat();
}

describe("the description of the API", () => {
  it("is OpenAPI 3.1 and names the version of this program", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.version).toBe(packageFile.version);
    expect(document.servers).toEqual([{ url: "/api", description: "This server" }]);
  });

  it("has every route of every file with routes, and itself", async () => {
    const routes = await declaredRoutes();
    const declared = routes.map(
      ({ definition }) => `${definition.method} ${definition.path.replaceAll(/:(\w+)/g, "{$1}")}`,
    );
    const described = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(described.toSorted()).toEqual([...declared, "GET /openapi.json"].toSorted());
    expect(described.length).toBeGreaterThan(25);
  });

  it("gives every operation a name of its own, a chapter and a summary", () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const chapters = document.tags.map(({ name }) => name);
    for (const { operation } of operations()) {
      expect(operation.operationId).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
      expect(chapters).toEqual(expect.arrayContaining([...operation.tags]));
    }
  });

  it("declares exactly the parameters of each path", () => {
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? [])
        .filter((parameter): parameter is Parameter => "in" in parameter && parameter.in === "path")
        .map(({ name, required }) => (required ? name : `${name} is optional`));
      expect(declared).toEqual(inPath);
    }
  });

  it("has no reference to nowhere and no component that nobody uses", () => {
    const references = objectsIn(document).flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : []));
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) expect(resolve(reference), reference).toBeTypeOf("object");
    const components = Object.entries(document.components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(components.filter((name) => !references.includes(name))).toEqual([]);
  });

  it("writes null as a type, and has no key that is meant for the parser", () => {
    const keys = new Set(objectsIn(document).flatMap((object) => Object.keys(object)));
    for (const key of ["nullable", "lossless", "secret", "describedBy", "$defs", "readOnly"]) {
      expect(keys).not.toContain(key);
    }
    const { BlockType, CreateBlockDocument } = document.components.schemas;
    expect(BlockType?.properties?.["logo_url"]?.type).toEqual(["string", "null"]);
    expect(CreateBlockDocument?.properties?.["name"]?.type).toEqual(["string", "null"]);
  });

  it("writes each object of the wire once", () => {
    const withChecksum = objectsIn(document).filter(
      ({ properties }) => objectsIn(properties)[0]?.["checksum"],
    );
    expect(withChecksum).toHaveLength(1);
  });

  it("says which keys a body must have as the parser does, also of those that may be null", () => {
    const { CreateBlockDocument, CreateBlockSchema, CreateBlockType, UpdateBlockType } =
      document.components.schemas;
    expect(CreateBlockDocument?.required).toEqual(["block_schema_id", "block_type_id"]);
    expect(CreateBlockSchema?.required).toEqual(["block_type_id"]);
    expect(CreateBlockType?.required).toEqual(["name", "slug"]);
    expect(UpdateBlockType?.required).toBeUndefined();
  });
});

describe("the examples", () => {
  it("fit their schemas, and every body has one", () => {
    const { schemas } = document.components;
    for (const [name, schema] of Object.entries(schemas)) {
      for (const example of schema.examples ?? []) {
        expect(findMisfits(example, schema, schemas), name).toEqual([]);
      }
    }
    for (const { operation } of operations()) {
      const body = operation.requestBody?.content["application/json"].schema;
      const name = body?.$ref?.split("/").at(-1) ?? "";
      if (body) expect(schemas[name]?.examples, operation.operationId).toHaveLength(1);
    }
  });

  it("have the checksum that the server would compute", () => {
    const fields = toJson(exampleSchema.sent.fields);
    expect(isJsonObject(fields) && computeChecksum(fields)).toBe(exampleSchema.answered.checksum);
  });
});

describe("what is said of URLs", () => {
  it.each([
    "http://example.com",
    "https://example.com/a/b?c=d#e",
    "HTTPS://user:word@example.com:8080/x",
    "http://1.2.3.4:80",
    "http://[::1]/x",
    "http://a.b.museum.",
    "http://ex_ample.com",
    "http://bücher.example",
    "http://a@b@c.de",
    "http://xn--bcher-kva.xn--p1ai/",
    "ftp://example.com",
    "example.com",
    "//example.com",
    "http://localhost",
    "http://",
    "http://a.b c",
    "http://.com",
    "http://example.c",
    "",
    `http://example.com/${"x".repeat(2083)}`,
  ])("is what is accepted: %s", (url) => {
    const { schemas } = document.components;
    const body = { name: "a", slug: "a", logo_url: url };
    const isDescribed =
      findMisfits(body, { $ref: "#/components/schemas/CreateBlockType" }, schemas).length === 0;
    expect(isDescribed).toBe(BlockTypeCreateBody.safeParse(body).success);
  });
});
