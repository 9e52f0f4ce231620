import type { Reference, ResponseObject, SchemaObject } from "@/lib/api/openapi/model";
import type { RefusalStatus } from "@/lib/api/route";

export const refusalSchemas: Readonly<Record<string, SchemaObject>> = {
  Refusal: {
    description: "Why the request was refused, in a sentence.",
    type: "object",
    properties: { detail: { type: "string" } },
    required: ["detail"],
    additionalProperties: false,
    examples: [{ detail: "Block document not found" }],
  },
  InvalidRequest: {
    description: "What does not fit in the path, the query or the body.",
    type: "object",
    properties: {
      exception_message: { const: "Invalid request received." },
      exception_detail: { type: "array", items: { $ref: "#/components/schemas/Fault" }, minItems: 1 },
      request_body: {
        description:
          "The body as it was received; where it may hold secrets, with their values masked. Null when there is none to show.",
      },
    },
    required: ["exception_message", "exception_detail", "request_body"],
    additionalProperties: false,
    examples: [
      {
        exception_message: "Invalid request received.",
        exception_detail: [{ loc: ["body", "slug"], msg: "field required", type: "value_error.missing" }],
        request_body: { name: "S3" },
      },
    ],
  },
  Fault: {
    type: "object",
    properties: {
      loc: {
        description: "Where: `path`, `query` or `body`, then keys and positions.",
        type: "array",
        items: { type: ["string", "integer"] },
        minItems: 1,
      },
      msg: { description: "What is wrong, for people.", type: "string" },
      type: { description: "What is wrong, for programs.", type: "string" },
      ctx: { description: "Figures to go with it, such as a limit.", type: "object" },
    },
    required: ["loc", "msg", "type"],
    additionalProperties: false,
  },
};

const refusal: SchemaObject = { $ref: "#/components/schemas/Refusal" };
const invalid: SchemaObject = { $ref: "#/components/schemas/InvalidRequest" };

function response(description: string, schema: SchemaObject): ResponseObject {
  return { description, content: { "application/json": { schema } } };
}

const headerReason = "`X-PREFECT-API-VERSION` is malformed or below 0.8.0.";
const bodyReason = "The body is not UTF-8 or is nested deeper than 500 levels.";
const foreignReason = "The request comes from a web page of another site.";
const invalidReason = "The path, the query or the body does not fit.";
const unavailableReason =
  "The database is locked, full, damaged or closing. Nothing was changed; try again later.";

/** Answers that many operations share. */
export const refusalResponses = {
  OldVersion: response(headerReason, refusal),
  UnreadableBody: response(reasons(bodyReason, headerReason), refusal),
  ForeignSite: response(foreignReason, refusal),
  TooLarge: response("The body is larger than 4 MB.", refusal),
  UnknownHost: response(
    "The Host header names another server. Loopback names and those in `BLOCKYARD_ALLOWED_HOSTS` are known.",
    refusal,
  ),
  Invalid: response(invalidReason, invalid),
  Unavailable: response(unavailableReason, refusal),
} as const satisfies Record<string, ResponseObject>;

/** What decides which refusals an operation can answer. */
export type Refusable = {
  readonly isVersioned: boolean;
  readonly hasBody: boolean;
  readonly canBeInvalid: boolean;
  readonly usesDatabase: boolean;
  readonly own: Readonly<Partial<Record<RefusalStatus, string>>>;
};

/** Every refusal that an operation can answer: those of any request, and its own with their reasons put in front. */
export function describeRefusals(operation: Refusable): Readonly<Record<string, ResponseObject | Reference>> {
  const own = Object.entries(operation.own).map(([status, reason]) => [
    status,
    describeOwn(status, reason, operation),
  ]);
  return { ...sharedRefusals(operation), ...Object.fromEntries(own) };
}

function sharedRefusals(operation: Refusable): Readonly<Record<string, Reference>> {
  const { isVersioned, hasBody, canBeInvalid, usesDatabase } = operation;
  return {
    ...(isVersioned && { 400: ref(hasBody ? "UnreadableBody" : "OldVersion") }),
    403: ref("ForeignSite"),
    ...(hasBody && { 413: ref("TooLarge") }),
    421: ref("UnknownHost"),
    ...(canBeInvalid && { 422: ref("Invalid") }),
    ...(usesDatabase && { 503: ref("Unavailable") }),
  };
}

function describeOwn(status: string, reason: string, { hasBody, canBeInvalid }: Refusable): ResponseObject {
  const others: Readonly<Record<string, readonly string[]>> = {
    400: hasBody ? [bodyReason, headerReason] : [headerReason],
    403: [foreignReason],
    422: canBeInvalid ? [invalidReason] : [],
    503: [unavailableReason],
  };
  const isOfTwoForms = status === "422" && canBeInvalid;
  const schema = isOfTwoForms ? { anyOf: [invalid, refusal] } : refusal;
  return response(reasons(reason, ...(others[status] ?? [])), schema);
}

function ref(name: keyof typeof refusalResponses): Reference {
  return { $ref: `#/components/responses/${name}` };
}

/** Several reasons are a list. */
function reasons(...all: readonly string[]): string {
  return all.length === 1 ? all.join("") : all.map((reason) => `- ${reason}`).join("\n");
}
