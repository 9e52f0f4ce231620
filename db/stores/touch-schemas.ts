import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";

/**
 * Moves `updated` of every schema that contains one of these, at any depth. Call it before they are deleted: what a
 * reader gets of a schema includes the schemas in it, and `updated` is how a reader knows that it changed.
 */
export async function touchSchemasAround(db: Database, dialect: Dialect, contained: SQL): Promise<void> {
  const { blockSchemas, blockSchemaReferences: references } = dialect.tables;
  const around = sql`
    with recursive around(id) as (
      select ${references.parentId} from ${references} where ${inArray(references.childId, contained)}
      union
      select ${references.parentId} from ${references} join around on ${references.childId} = around.id
    ) select id from around`;
  await db
    .update(blockSchemas)
    .set({ updated: sql`${blockSchemas.updated} + 1` })
    .where(sql`${blockSchemas.id} in (${around})`);
}
