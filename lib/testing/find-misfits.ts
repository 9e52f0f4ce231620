import type { SchemaObject } from "@/lib/api/openapi/model";

type Schemas = Readonly<Record<string, SchemaObject>>;

/**
 * Where a value does not fit a schema of the API's description; empty when it fits. It knows the keywords that the
 * description uses. @throws Error for any other keyword, so that none is skipped silently.
 */
export function findMisfits(
  value: unknown,
  schema: SchemaObject,
  schemas: Schemas,
  at = "$",
): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (annotations.has(keyword)) return [];
    const check = checks[keyword];
    if (!check) throw new Error(`The validator of the tests does not know "${keyword}".`);
    return check({
      value,
      rule,
      schema,
      at,
      inspect: (item, own, where) => findMisfits(item, own, schemas, where),
      schemas,
    });
  });
}

const annotations = new Set(["description", "default", "examples"]);

type Check = (context: {
  readonly value: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each keyword has a rule of its own form
  readonly rule: any;
  readonly schema: SchemaObject;
  readonly at: string;
  readonly inspect: (value: unknown, schema: SchemaObject, at: string) => readonly string[];
  readonly schemas: Schemas;
}) => readonly string[];

const checks: Readonly<Record<string, Check>> = {
  $ref: ({ value, rule, at, inspect, schemas }) => {
    const named = schemas[String(rule).replace("#/components/schemas/", "")];
    return named ? inspect(value, named, at) : [`${at}: ${rule} is nowhere`];
  },
  type: ({ value, rule, at }) =>
    [rule].flat().some((type: string) => hasType(value, type)) ? [] : [`${at}: not ${rule}`],
  enum: ({ value, rule, at }) => (rule.includes(value) ? [] : [`${at}: none of ${rule}`]),
  const: ({ value, rule, at }) => (value === rule ? [] : [`${at}: not ${rule}`]),
  anyOf: ({ value, rule, at, inspect }) =>
    rule.some((option: SchemaObject) => inspect(value, option, at).length === 0) ? [] : [`${at}: fits none`],
  pattern: ({ value, rule, at }) =>
    wrongText(value, (text) => new RegExp(rule, "u").test(text), `${at}: not ${rule}`),
  format: ({ value, rule, at }) =>
    wrongText(value, (text) => formats[rule]?.test(text) === true, `${at}: no ${rule}`),
  minLength: ({ value, rule, at }) => wrongText(value, (text) => text.length >= rule, `${at}: too short`),
  maxLength: ({ value, rule, at }) => wrongText(value, (text) => text.length <= rule, `${at}: too long`),
  minimum: ({ value, rule, at }) => (typeof value === "number" && value < rule ? [`${at}: too small`] : []),
  maximum: ({ value, rule, at }) => (typeof value === "number" && value > rule ? [`${at}: too large`] : []),
  minItems: ({ value, rule, at }) => (Array.isArray(value) && value.length < rule ? [`${at}: too few`] : []),
  items: ({ value, rule, at, inspect }) =>
    Array.isArray(value) ? value.flatMap((item, index) => inspect(item, rule, `${at}[${index}]`)) : [],
  required: ({ value, rule, at }) =>
    isObject(value)
      ? rule.filter((key: string) => !(key in value)).map((key: string) => `${at}: no ${key}`)
      : [],
  properties: ({ value, rule, at, inspect }) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) =>
          key in rule ? inspect(item, rule[key], `${at}.${key}`) : [],
        )
      : [],
  additionalProperties: ({ value, rule, schema, at, inspect }) =>
    isObject(value)
      ? Object.entries(value)
          .filter(([key]) => !(key in (schema.properties ?? {})))
          .flatMap(([key, item]) => {
            if (typeof rule === "object") return inspect(item, rule, `${at}.${key}`);
            return rule ? [] : [`${at}: ${key} is not described`];
          })
      : [],
};

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/,
};

function hasType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function wrongText(value: unknown, isRight: (text: string) => boolean, fault: string): readonly string[] {
  return typeof value === "string" && !isRight(value) ? [fault] : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
