import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import type { LeaseStore } from "@/lib/leases/store";

export function createLeaseStore(db: Database, { tables: { leases } }: Dialect): LeaseStore {
  return {
    // One statement: whoever else writes comes before it or after it.
    take: async (name, holder, now, until) => {
      const taken = await db
        .insert(leases)
        .values({ name, holder, until })
        .onConflictDoUpdate({
          target: leases.name,
          set: { holder: sql`excluded.holder`, until: sql`excluded.until` },
          setWhere: sql`${eq(leases.holder, holder)} or ${lte(leases.until, now)}`,
        })
        .returning({ name: leases.name });
      return taken.length > 0;
    },

    release: async (name, holder) => {
      await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
    },
  };
}
