// A schema with every kind of field, and random documents and edits of it: deterministic, for the tests of this folder.
import { compileForm } from "@/lib/forms/compile";
import { type Json, type JsonObject, toJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import { type Masked, maskData } from "@/lib/secrets/tree";

export const canary = "canary-7f3a";

const token = { type: "string", format: "password", writeOnly: true };

export const sampleFields = asObject({
  title: "Sample",
  type: "object",
  required: ["path", "key", "kind", "login", "limit", "created"],
  secret_fields: ["key", "optional_key", "headers.*", "login.token", "servers.token", "parent.secret"],
  properties: {
    path: { title: "Bucket Path", type: "string", examples: ["my-bucket/a-directory"] },
    note: { title: "Note", type: "string", default: "none" },
    key: { title: "AWS Secret Access Key", ...token },
    optional_key: { title: "Other Key", anyOf: [token, { type: "null" }], default: null },
    count: { title: "Count", type: "integer", minimum: 0, maximum: 10, default: 3 },
    ratio: { title: "Ratio", type: "number" },
    on: { title: "On", type: "boolean", default: true },
    mode: { title: "Mode", allOf: [{ $ref: "#/definitions/Mode" }] },
    kind: { title: "Kind", enum: ["sample"], type: "string" },
    created: { title: "Created", type: "string", format: "date-time" },
    limit: { title: "Limit", anyOf: [{ type: "integer" }, { type: "string" }] },
    tags: { title: "Tags", type: "array", items: { type: "string" } },
    env: { title: "Environment", type: "object", additionalProperties: { type: "string" } },
    headers: { title: "Headers", type: "object" },
    settings: { title: "Settings", type: "object" },
    patches: { title: "Patches", type: "array", format: "rfc6902", items: { type: "object" } },
    anything: { title: "Anything" },
    login: { title: "Login", allOf: [{ $ref: "#/definitions/Login" }] },
    optional_login: { title: "Optional Login", $ref: "#/definitions/Login" },
    servers: { title: "Servers", type: "array", items: { $ref: "#/definitions/Login" } },
    source: {
      title: "Source",
      anyOf: [{ $ref: "#/definitions/FromUrl" }, { $ref: "#/definitions/Login" }, { type: "null" }],
    },
    parent: { title: "Parent", $ref: "#/definitions/Child" },
  },
  definitions: {
    Mode: { title: "Mode", description: "An enumeration.", enum: ["fast", "safe"] },
    Login: {
      title: "Login",
      description: "A class docstring.",
      type: "object",
      required: ["user"],
      properties: {
        user: { title: "User", type: "string" },
        token: { title: "Token", ...token },
        attempts: { title: "Attempts", type: "integer" },
      },
    },
    FromUrl: {
      title: "FromUrl",
      type: "object",
      required: ["type", "url"],
      properties: { type: { const: "url" }, url: { title: "URL", type: "string", format: "uri" } },
    },
    Child: {
      title: "Child",
      type: "object",
      block_type_slug: "child",
      secret_fields: ["secret"],
      properties: { secret: { title: "Secret", ...token } },
    },
  },
  block_schema_references: { parent: { block_type_slug: "child", block_schema_checksum: "sha256:1" } },
});

export const sampleTree = compileForm(sampleFields, {});

export function maskSample(data: Json): Masked {
  return maskData(data, secretPathsOf(sampleFields));
}

export function asObject(value: object): JsonObject {
  const json = toJson(value);
  if (json instanceof Map) return json;
  throw new TypeError("not an object");
}

/** Numbers below a limit, always the same ones for a seed (mulberry32). */
export type Random = (limit: number) => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const keys = [
  "a",
  "b",
  "a.b",
  "x[0]",
  "__proto__",
  "constructor",
  "app.kubernetes.io/name",
  "10",
  "2",
  "",
  "ü ~/",
];
const texts = [
  "",
  "plain",
  "1.0",
  "true",
  "********",
  "multi\nline",
  "line\r\n",
  "ü € \u{1F600}",
  "- x: y",
  '"quoted"',
];
const numbers = ["0", "1.0", "-0.0", "1e-05", "12345678901234567890.123456789"];

/** Any JSON: what a client may have stored, whatever the schema says. */
export function randomJson(random: Random, depth = 2): Json {
  const choice = random(depth > 0 ? 7 : 4);
  if (choice === 0) return null;
  if (choice === 1) return random(2) === 0;
  if (choice === 2) return { number: numbers[random(numbers.length)] ?? "0" };
  if (choice === 3) return texts[random(texts.length)] ?? "";
  const size = random(4);
  if (choice === 4) return Array.from({ length: size }, () => randomJson(random, depth - 1));
  const entries = Array.from({ length: size }, () => {
    return [keys[random(keys.length)] ?? "", randomJson(random, depth - 1)] as const;
  });
  return new Map(entries);
}

/** A document of the sample: mostly as the schema wants it, with mismatches and unknown keys. Secrets hold the canary. */
export function randomDocument(random: Random): JsonObject {
  const entries = typicalValues(random).flatMap(([key, value]) => {
    const chance = random(10);
    if (chance === 0) return [];
    return [[key, chance === 1 ? randomJson(random) : value()] as const];
  });
  const unknown =
    random(2) === 0 ? [["unknown", randomJson(random)] as const, ["__proto__", "kept"] as const] : [];
  return new Map<string, Json>([...entries, ...unknown]);
}

function typicalValues(random: Random): readonly (readonly [string, () => Json])[] {
  const secret = () => `${canary}-${random(1_000_000)}`;
  const login = () =>
    new Map<string, Json>([
      ["user", `user-${random(100)}`],
      ["token", secret()],
      ...(random(2) === 0 ? [["unknown", randomJson(random, 1)] as const] : []),
    ]);
  return [
    ["path", () => "bucket/path"],
    ["note", () => texts[random(texts.length)] ?? ""],
    ["key", secret],
    ["optional_key", secret],
    ["count", () => ({ number: String(random(11)) })],
    ["ratio", () => ({ number: numbers[random(numbers.length)] ?? "0" })],
    ["on", () => random(2) === 0],
    ["mode", () => (random(2) === 0 ? "fast" : "unknown mode")],
    ["kind", () => "sample"],
    ["created", () => "2026-05-03T14:30:00Z"],
    ["limit", () => (random(2) === 0 ? "2g" : { number: "1.50" })],
    ["tags", () => Array.from({ length: random(4) }, () => texts[random(texts.length)] ?? "")],
    [
      "env",
      () =>
        new Map(keys.slice(random(5), 4 + random(7)).map((key) => [key, texts[random(texts.length)] ?? ""])),
    ],
    ["headers", () => new Map(keys.slice(random(5), 4 + random(7)).map((key) => [key, secret()]))],
    ["settings", () => new Map(keys.slice(0, random(6)).map((key) => [key, randomJson(random)]))],
    [
      "patches",
      () => [
        new Map([
          ["op", "add"],
          ["path", "/x"],
        ]),
      ],
    ],
    ["anything", () => randomJson(random)],
    ["login", login],
    ["servers", () => Array.from({ length: random(4) }, login)],
    [
      "source",
      () =>
        random(2) === 0
          ? login()
          : new Map([
              ["type", "url"],
              ["url", "https://example.com"],
            ]),
    ],
    [
      "parent",
      () =>
        new Map<string, Json>([
          ["secret", secret()],
          ["block_type_slug", "child"],
        ]),
    ],
  ];
}
