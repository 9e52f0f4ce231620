import "server-only";
import { and, asc, type Column, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import type { BlockDocumentStore } from "@/lib/blocks/store";

type ReferenceReads = Pick<BlockDocumentStore, "referencesFrom" | "referencesTo" | "lostReferencesFrom">;

/** Who refers to whom. A row whose child is gone keeps the child's label: it is a lost reference. */
export function createReferenceReads(db: Database, dialect: Dialect): ReferenceReads {
  const { blockDocumentReferences: table } = dialect.tables;
  const columns = {
    parentId: table.parentId,
    name: table.name,
    path: table.path,
    childId: table.childId,
    childName: table.childName,
    childTypeSlug: table.childTypeSlug,
  };
  const select = (condition: SQL | undefined, ...order: readonly Column[]) => {
    const query = db
      .select(columns)
      .from(table)
      .where(condition)
      .orderBy(...order.map((column) => asc(column)));
    const run = dialect.prepare(db, columns, query);
    return (ids: readonly string[]) => run({ ids: dialect.toListParameter(ids) });
  };
  const ids = sql.placeholder("ids");
  const isFrom = dialect.isAnyOf(table.parentId, ids);
  const live = select(and(isFrom, isNotNull(table.childId)), table.parentId, table.position);
  const lost = select(and(isFrom, isNull(table.childId)), table.parentId, table.position);
  const to = select(dialect.isAnyOf(table.childId, ids), table.childId, table.parentId, table.position);
  return {
    referencesFrom: async (parentIds) => (await live(parentIds)).flatMap(toReference),
    referencesTo: async (childIds) => (await to(childIds)).flatMap(toReference),
    lostReferencesFrom: async (parentIds) =>
      (await lost(parentIds)).map((row) => ({
        ...toPlace(row),
        lost: { typeSlug: row.childTypeSlug, name: row.childName },
      })),
  };
}

type Row = Pick<Dialect["tables"]["blockDocumentReferences"]["$inferSelect"], "parentId" | "name" | "path">;

function toPlace({ parentId, name, path }: Row) {
  return { parentId, name, ...(path !== "" && { path }) };
}

function toReference(
  row: Row & Pick<Dialect["tables"]["blockDocumentReferences"]["$inferSelect"], "childId">,
) {
  return row.childId === null ? [] : [{ ...toPlace(row), childId: row.childId }];
}
