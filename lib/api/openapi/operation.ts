import type {
  Content,
  Operation,
  Parameter,
  Reference,
  ResponseObject,
  SchemaObject,
} from "@/lib/api/openapi/model";
import { describeRefusals } from "@/lib/api/openapi/refusals";
import { describeSchema, type SchemaCollection } from "@/lib/api/openapi/schemas";
import type { Route } from "@/lib/api/route";
import { isVersioned } from "@/lib/api/version";

type Definition = Route["definition"];

/** One route as an operation. Named schemas go to the collection. */
export function describeOperation(definition: Definition, collection: SchemaCollection): Operation {
  const parameters = describeParameters(definition, collection);
  const { body, description } = definition;
  const hasVersion = isVersioned(`/api${definition.path}`);
  const refusals = describeRefusals({
    isVersioned: hasVersion,
    hasBody: body !== undefined,
    canBeInvalid: body !== undefined || parameters.some((parameter) => canBeInvalid(parameter, definition)),
    usesDatabase: definition.tag !== "Server",
    own: definition.refusals ?? {},
  });
  const all = [...parameters, ...(hasVersion ? [versionHeader] : [])];
  return {
    operationId: definition.operationId,
    tags: [definition.tag],
    summary: definition.summary,
    ...(description ? { description: description.join("\n\n") } : {}),
    ...(all.length > 0 ? { parameters: all } : {}),
    ...(body
      ? {
          requestBody: {
            required: definition.isBodyOptional !== true,
            content: json(describeSchema(body, "input", collection)),
          },
        }
      : {}),
    responses: inOrder({ ...refusals, ...describeAnswers(definition, collection) }),
  };
}

const versionHeader: Reference = { $ref: "#/components/parameters/ApiVersion" };

function describeParameters(
  { params, query }: Definition,
  collection: SchemaCollection,
): readonly Parameter[] {
  return [
    ...(params ? parametersOf(describeSchema(params, "input", collection), "path") : []),
    ...(query ? parametersOf(describeSchema(query, "input", collection), "query") : []),
  ];
}

function parametersOf(schema: SchemaObject, place: "path" | "query"): readonly Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: schema.required?.includes(name) === true,
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

/** Any text is a name or a slug, perhaps one that nothing has; other parameters have a form. */
function canBeInvalid({ in: place, required, schema }: Parameter, definition: Definition): boolean {
  if (place === "path") return schema["format"] !== undefined && !definition.isUnknownWhenMalformed;
  return required || schema.type !== "string";
}

function describeAnswers(
  { answers }: Definition,
  collection: SchemaCollection,
): Readonly<Record<string, ResponseObject>> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      schema
        ? {
            description: meaningOf[status] ?? "Done.",
            content: json(describeSchema(schema, "output", collection)),
          }
        : { description: meaningOf[status] ?? "Done." },
    ]),
  );
}

const meaningOf: Readonly<Record<string, string>> = {
  200: "The answer.",
  201: "Created.",
  204: "Done. The answer has no body.",
  503: "Not now.",
};

function json(schema: SchemaObject): Content {
  return { "application/json": { schema } };
}

function inOrder<Value>(byStatus: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(byStatus).sort(([a], [b]) => Number(a) - Number(b)));
}
