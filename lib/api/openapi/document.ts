import { apiDescription, tags } from "@/lib/api/openapi/info";
import type { OpenApiDocument, Operation, Parameter, SchemaObject } from "@/lib/api/openapi/model";
import { describeOperation } from "@/lib/api/openapi/operation";
import { refusalResponses, refusalSchemas } from "@/lib/api/openapi/refusals";
import type { Route } from "@/lib/api/route";
import { apiVersion } from "@/lib/api/version";

/** The API as an OpenAPI document, from the declarations that parse its requests. `version` is Blockyard's own. */
export function buildOpenApiDocument(
  routes: readonly Route[],
  { version }: { readonly version: string },
): OpenApiDocument {
  const schemas = new Map<string, SchemaObject>(Object.entries(refusalSchemas));
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { definition } of routes) {
    const path = definition.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = {
      ...paths[path],
      [definition.method.toLowerCase()]: describeOperation(definition, schemas),
    };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Blockyard API", version, description: apiDescription },
    servers: [{ url: "/api", description: "This server" }],
    tags,
    paths,
    components: {
      schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
      responses: refusalResponses,
      parameters: { ApiVersion: versionParameter },
    },
  };
}

const versionParameter: Parameter = {
  name: "X-PREFECT-API-VERSION",
  in: "header",
  required: false,
  description:
    "The version of the wire format that the client speaks, at least 0.8.0. Prefect's clients send it.",
  schema: { type: "string", pattern: "^(0\\.([89]|[1-9]\\d+)|[1-9]\\d*\\.\\d+)\\.\\d+$" },
  example: apiVersion,
};
