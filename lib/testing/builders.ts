import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { isJsonObject, type JsonObject, toJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import { createClock } from "@/lib/time";

// Fixed beginnings: the same test makes the same ids and times in every run.
const now = createClock(() => Date.UTC(2026, 0, 1));
let lastId = 0;

/** The next id of this test file: `00000000-0000-4000-8000-000000000001` and so on. */
export function anId<Id extends string = string>(): Id {
  lastId += 1;
  return `00000000-0000-4000-8000-${String(lastId).padStart(12, "0")}` as Id; // ids are branded texts
}

export function aBlockType(overrides: Partial<BlockType> = {}): BlockType {
  const id = anId<BlockTypeId>();
  const slug = overrides.slug ?? `type-${lastId}`;
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: slug,
    slug,
    logoUrl: null,
    documentationUrl: null,
    description: null,
    codeExample: null,
    isProtected: false,
    ...overrides,
  };
}

type SchemaOverrides = Partial<Omit<BlockSchema, "fields">> & {
  readonly blockTypeId: BlockTypeId;
  /** A JSON Schema as an ordinary object; numbers lose their notation. */
  readonly fields?: Readonly<Record<string, unknown>> | JsonObject;
};

export function aBlockSchema({ fields, ...overrides }: SchemaOverrides): BlockSchema {
  const at = now();
  return {
    id: anId<BlockSchemaId>(),
    created: at,
    updated: at,
    checksum: `sha256:${lastId}`,
    fields: toJsonObject(fields ?? { title: "A block", type: "object", properties: {} }),
    capabilities: [],
    version: "non-versioned",
    ...overrides,
  };
}

type DocumentOverrides = Partial<Omit<BlockDocument, "data">> & {
  readonly blockTypeId: BlockTypeId;
  readonly blockSchemaId: BlockSchemaId;
  /** Without references. Null stands for data that cannot be read. */
  readonly data?: Readonly<Record<string, unknown>> | JsonObject | null;
};

export function aBlockDocument({ data = {}, ...overrides }: DocumentOverrides): BlockDocument {
  const at = now();
  return {
    id: anId<BlockDocumentId>(),
    created: at,
    updated: at,
    name: `block-${lastId}`,
    isAnonymous: false,
    secretMarks: [],
    secretDates: {},
    ...overrides,
    data: data === null ? null : new Secret(toJsonObject(data)),
  };
}

function toJsonObject(value: Readonly<Record<string, unknown>> | JsonObject): JsonObject {
  const json = value instanceof Map ? value : toJson(value);
  if (isJsonObject(json)) return json;
  throw new TypeError("a block's fields and data are objects");
}
