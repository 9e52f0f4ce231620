import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toTypeCondition } from "@/db/stores/filters";
import type { BlockType } from "@/lib/blocks/model";
import type { BlockTypeStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";

export function createBlockTypeStore(db: Database, dialect: Dialect): BlockTypeStore {
  const { blockTypes } = dialect.tables;
  const byId = db
    .select()
    .from(blockTypes)
    .where(eq(blockTypes.id, sql.placeholder("id")))
    .prepare();
  const bySlug = db
    .select()
    .from(blockTypes)
    .where(eq(blockTypes.slug, sql.placeholder("slug")))
    .prepare();
  const byIds = db
    .select()
    .from(blockTypes)
    .where(dialect.isAnyOf(blockTypes.id, sql.placeholder("ids")))
    .prepare();

  return {
    byId: async (id) => (await byId.execute({ id }))[0],
    byIds: async (ids) => byIds.execute({ ids: dialect.toListParameter(ids) }),
    bySlug: async (slug) => (await bySlug.execute({ slug }))[0],

    list: async (filter, page) => {
      const found = db
        .select()
        .from(blockTypes)
        .where(toTypeCondition(dialect, filter))
        .orderBy(asc(blockTypes.name), asc(blockTypes.id));
      return page ? await found.limit(page.limit).offset(page.offset) : await found;
    },

    insert: async (type) => {
      await expectNoConflict(dialect, () => db.insert(blockTypes).values(type), conflictsOf(type));
    },

    update: async (type) => {
      const { id, ...values } = type;
      const update = () =>
        db.update(blockTypes).set(values).where(eq(blockTypes.id, id)).returning({ id: blockTypes.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(type));
      if (changed.length === 0) throw new DomainError("not_found", "Block type not found");
    },

    delete: async (id) => {
      const deleted = await db
        .delete(blockTypes)
        .where(eq(blockTypes.id, id))
        .returning({ id: blockTypes.id });
      return deleted.length > 0;
    },
  };
}

function conflictsOf(type: BlockType): { taken: string; missing: string } {
  const taken = `A block type with the slug "${type.slug}" exists already.`;
  return { taken, missing: taken };
}
