import "server-only";
import { and, type Column, eq, or, type SQL, sql, type Table } from "drizzle-orm";
import type { Dialect } from "@/db/dialect";
import type { Bindable } from "@/db/stores/bound-filter";
import type {
  BlockDocumentFilter,
  BlockSchemaFilter,
  BlockSearch,
  BlockTypeFilter,
} from "@/lib/blocks/store";

/** Undefined stands for "no condition". */
type Condition = SQL | undefined;

export function toTypeCondition(dialect: Dialect, filter: Bindable<BlockTypeFilter>): Condition {
  const { blockTypes, blockSchemas } = dialect.tables;
  return and(
    filter.nameLike === undefined ? undefined : dialect.isLike(blockTypes.name, filter.nameLike),
    filter.slugs && dialect.isAnyOf(blockTypes.slug, filter.slugs),
    filter.schema &&
      isAmong(
        blockTypes.id,
        blockSchemas.blockTypeId,
        blockSchemas,
        toSchemaCondition(dialect, filter.schema),
      ),
  );
}

export function toSchemaCondition(dialect: Dialect, filter: Bindable<BlockSchemaFilter>): Condition {
  const { blockSchemas } = dialect.tables;
  const combine = filter.operator === "or" ? or : and;
  return combine(
    filter.blockTypeIds && dialect.isAnyOf(blockSchemas.blockTypeId, filter.blockTypeIds),
    filter.capabilities && dialect.hasAll(blockSchemas.capabilities, filter.capabilities),
    filter.ids && dialect.isAnyOf(blockSchemas.id, filter.ids),
    filter.versions && dialect.isAnyOf(blockSchemas.version, filter.versions),
  );
}

export function toDocumentCondition(dialect: Dialect, filter: Bindable<BlockDocumentFilter>): Condition {
  const { blockDocuments, blockTypes, blockSchemas } = dialect.tables;
  const combine = filter.operator === "or" ? or : and;
  const own = combine(
    filter.ids && dialect.isAnyOf(blockDocuments.id, filter.ids),
    toAnonymityCondition(dialect, filter),
    filter.blockTypeIds && dialect.isAnyOf(blockDocuments.blockTypeId, filter.blockTypeIds),
    filter.names && dialect.isAnyOf(blockDocuments.name, filter.names),
    filter.nameLike === undefined ? undefined : dialect.isLike(blockDocuments.name, filter.nameLike),
  );
  const { type, schema } = filter;
  return and(
    own,
    type && isAmong(blockDocuments.blockTypeId, blockTypes.id, blockTypes, toTypeCondition(dialect, type)),
    schema &&
      isAmong(
        blockDocuments.blockSchemaId,
        blockSchemas.id,
        blockSchemas,
        toSchemaCondition(dialect, schema),
      ),
  );
}

/** Where the filter says types or schemas, those have indexes that leave less to read, and in the right order. */
function toAnonymityCondition(dialect: Dialect, filter: Bindable<BlockDocumentFilter>): Condition {
  const { isAnonymous } = dialect.tables.blockDocuments;
  if (filter.isAnonymous === undefined) return undefined;
  const hasBetterIndex = filter.operator !== "or" && (filter.type ?? filter.schema ?? filter.blockTypeIds);
  return hasBetterIndex
    ? eq(dialect.unindexed(isAnonymous), sql.param(filter.isAnonymous, isAnonymous))
    : eq(isAnonymous, filter.isAnonymous);
}

export function toSearchCondition(dialect: Dialect, search: BlockSearch): Condition {
  const { blockDocuments, blockTypes } = dialect.tables;
  const { text, typeSlugs, capability } = search;
  const schema = capability === undefined ? {} : { schema: { capabilities: [capability] } };
  const type = typeSlugs === undefined ? {} : { type: { slugs: typeSlugs } };
  const isTypeFound =
    text && or(dialect.contains(blockTypes.name, text), dialect.contains(blockTypes.slug, text));
  return and(
    toDocumentCondition(dialect, { isAnonymous: false, ...type, ...schema }),
    text && isTypeFound
      ? or(
          dialect.contains(blockDocuments.name, text),
          isAmong(blockDocuments.blockTypeId, blockTypes.id, blockTypes, isTypeFound),
        )
      : undefined,
  );
}

/** A subquery that does not depend on the outer row: types and schemas are few, so it is computed once. */
function isAmong(column: Column, selected: Column, table: Table, condition: Condition): SQL {
  const where = condition ? sql` where ${condition}` : sql``;
  return sql`${column} in (select ${selected} from ${table}${where})`;
}
