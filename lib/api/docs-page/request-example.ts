import { printExample } from "@/lib/api/docs-page/print-example";
import { schemaName } from "@/lib/api/docs-page/schema-view";
import type { OpenApiDocument, Operation, Parameter, SchemaObject } from "@/lib/api/openapi/model";
import { quoteShell } from "@/lib/snippets/quote";

/** Where the address of this server goes: it is known only when the page is asked for. */
export const originMark = "https://origin.invalid";

/** The operation as a command for curl, with the example of its body. */
export function curlExample(
  method: string,
  path: string,
  operation: Operation,
  document: OpenApiDocument,
): string {
  const body = exampleBody(operation, document);
  // curl posts by itself what it is given to send.
  const isUnderstood = method === "get" || (method === "post" && body !== undefined);
  const lines = [
    `curl ${isUnderstood ? "" : `-X ${method.toUpperCase()} `}${quoteShell(exampleUrl(path, operation))}`,
    ...(body === undefined ? [] : [`  -H 'content-type: application/json'`, `  -d ${quoteJson(body)}`]),
  ];
  return lines.join(" \\\n");
}

function exampleUrl(path: string, { parameters = [] }: Operation): string {
  const own = parameters.filter((parameter): parameter is Parameter => "name" in parameter);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    String(own.find((parameter) => parameter.name === name)?.schema.examples?.[0] ?? name),
  );
  const query = own
    .filter((parameter) => parameter.in === "query" && parameter.schema.examples)
    .map(({ name, schema }) => `${name}=${String(schema.examples?.[0])}`);
  return `${originMark}/api${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function exampleBody({ requestBody }: Operation, document: OpenApiDocument): unknown {
  const schema = requestBody?.content["application/json"].schema;
  return schema && exampleOf(schema, document);
}

/** What a value of the schema looks like; undefined when there is no example. */
export function exampleOf(schema: SchemaObject, document: OpenApiDocument): unknown {
  if (schema.$ref) {
    const named = document.components.schemas[schemaName(schema.$ref)];
    return named && exampleOf(named, document);
  }
  if (schema.examples) return schema.examples[0];
  if (schema.items) {
    const item = exampleOf(schema.items, document);
    return item === undefined ? undefined : [item];
  }
  return schema.properties ? exampleOfObject(schema.properties, document) : schema["const"];
}

function exampleOfObject(
  properties: Readonly<Record<string, SchemaObject>>,
  document: OpenApiDocument,
): unknown {
  const entries = Object.entries(properties).map(([key, schema]) => [key, exampleOf(schema, document)]);
  return entries.every(([, value]) => value !== undefined) ? Object.fromEntries(entries) : undefined;
}

function quoteJson(value: unknown): string {
  return `'${printExample(value).replaceAll("'", `'\\''`)}'`;
}
