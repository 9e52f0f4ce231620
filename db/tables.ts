import type { Columns } from "@/db/columns/sqlite";
import { defineDeploymentTables } from "@/db/deployment-tables";
import { defineRunTables } from "@/db/run-tables";
import type { SecretDates } from "@/lib/blocks/model";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import type { SecretPath } from "@/lib/secrets/tree";

/** Every table, once, for every dialect. After a change: `npm run db:generate`, review the migration, commit both. */
export function defineTables(c: Columns) {
  const blockTypes = defineBlockTypes(c);
  const schemaTables = defineBlockSchemas(c, blockTypes);
  const documentTables = defineBlockDocuments(c, blockTypes, schemaTables.blockSchemas);
  const deploymentTables = defineDeploymentTables(c, documentTables.blockDocuments);
  return {
    blockTypes,
    ...schemaTables,
    ...documentTables,
    ...deploymentTables,
    ...defineRunTables(c, deploymentTables, documentTables.blockDocuments),
  };
}

export type Tables = ReturnType<typeof defineTables>;

function defineBlockTypes(c: Columns) {
  return c.table(
    "block_types",
    {
      id: c.id<BlockTypeId>("id").primaryKey(),
      created: c.instant("created").notNull(),
      updated: c.instant("updated").notNull(),
      name: c.text("name").notNull(),
      slug: c.text("slug").notNull(),
      logoUrl: c.text("logo_url"),
      documentationUrl: c.text("documentation_url"),
      description: c.text("description"),
      codeExample: c.text("code_example"),
      isProtected: c.bool("is_protected").notNull(),
    },
    (t) => [c.uniqueIndex("block_types_slug").on(t.slug), c.uniqueIndex("block_types_name").on(t.name, t.id)],
  );
}

function defineBlockSchemas(c: Columns, blockTypes: ReturnType<typeof defineBlockTypes>) {
  const blockSchemas = c.table(
    "block_schemas",
    {
      id: c.id<BlockSchemaId>("id").primaryKey(),
      created: c.instant("created").notNull(),
      updated: c.instant("updated").notNull(),
      checksum: c.text("checksum").notNull(),
      version: c.text("version").notNull(),
      blockTypeId: c
        .id<BlockTypeId>("block_type_id")
        .notNull()
        .references(() => blockTypes.id, { onDelete: "cascade" }),
      /** In the order given, duplicates included. */
      capabilities: c.json<readonly string[]>("capabilities").notNull(),
      /** Lossless JSON text, see lib/json.ts. */
      fields: c.text("fields").notNull(),
    },
    (t) => [
      c.uniqueIndex("block_schemas_checksum_version").on(t.checksum, t.version),
      c.index("block_schemas_type_created").on(t.blockTypeId, t.created),
      c.index("block_schemas_created").on(t.created),
    ],
  );

  const blockSchemaReferences = c.table(
    "block_schema_references",
    {
      parentId: c
        .id<BlockSchemaId>("parent_id")
        .notNull()
        .references(() => blockSchemas.id, { onDelete: "cascade" }),
      position: c.integer("position").notNull(),
      childId: c
        .id<BlockSchemaId>("child_id")
        .notNull()
        .references(() => blockSchemas.id, { onDelete: "cascade" }),
      name: c.text("name").notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.parentId, t.position] }),
      c.index("block_schema_references_child").on(t.childId),
    ],
  );

  return { blockSchemas, blockSchemaReferences };
}

type BlockSchemasTable = ReturnType<typeof defineBlockSchemas>["blockSchemas"];

export function defineBlockDocuments(
  c: Columns,
  blockTypes: ReturnType<typeof defineBlockTypes>,
  blockSchemas: BlockSchemasTable,
) {
  const blockDocuments = c.table(
    "block_documents",
    {
      id: c.id<BlockDocumentId>("id").primaryKey(),
      created: c.instant("created").notNull(),
      updated: c.instant("updated").notNull(),
      name: c.text("name").notNull(),
      isAnonymous: c.bool("is_anonymous").notNull(),
      blockTypeId: c
        .id<BlockTypeId>("block_type_id")
        .notNull()
        .references(() => blockTypes.id, { onDelete: "cascade" }),
      blockSchemaId: c
        .id<BlockSchemaId>("block_schema_id")
        .notNull()
        .references(() => blockSchemas.id, { onDelete: "cascade" }),
      keyId: c.text("key_id").notNull(),
      /** The data as JSON text, encrypted with the key `key_id`, bound to the row's id. */
      ciphertext: c.text("ciphertext").notNull(),
      secretMarks: c.json<readonly SecretPath[]>("secret_marks").notNull(),
      secretDates: c.json<SecretDates>("secret_dates").notNull(),
    },
    (t) => [
      c.uniqueIndex("block_documents_type_name").on(t.blockTypeId, t.name),
      c.index("block_documents_schema").on(t.blockSchemaId, t.name),
      c.index("block_documents_name").on(t.isAnonymous, t.name, t.id),
      c.index("block_documents_updated").on(t.isAnonymous, t.updated, t.id),
      c.index("block_documents_key").on(t.keyId),
    ],
  );

  const blockDocumentReferences = c.table(
    "block_document_references",
    {
      parentId: c
        .id<BlockDocumentId>("parent_id")
        .notNull()
        .references(() => blockDocuments.id, { onDelete: "cascade" }),
      name: c.text("name").notNull(),
      /** JSON pointer to a place below the field; "" for the field itself. */
      path: c.text("path").notNull().default(""),
      /** Null once the child is deleted: then only its label is left. */
      childId: c
        .id<BlockDocumentId>("child_id")
        .references(() => blockDocuments.id, { onDelete: "set null" }),
      childName: c.text("child_name").notNull().default(""),
      childTypeSlug: c.text("child_type_slug").notNull().default(""),
      position: c.integer("position").notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.parentId, t.name, t.path] }),
      c.index("block_document_references_child").on(t.childId),
    ],
  );

  return { blockDocuments, blockDocumentReferences };
}
