import "server-only";
import { asc, count, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toFlowsCondition } from "@/db/stores/noun-conditions";
import { createStatementCache } from "@/db/stores/statement-cache";
import type { Tables } from "@/db/tables";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { Flow } from "@/lib/flows/model";
import type { FlowSort, FlowStore } from "@/lib/flows/store";

export function createFlowStore(db: Database, dialect: Dialect): FlowStore {
  const { flows, flowRuns, logs } = dialect.tables;
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toFlow)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toFlow),
    byName: async (name) => (await read.byName({ name })).map(toFlow)[0],

    ...createLists(db, dialect),

    insert: async (flow) => {
      await expectNoConflict(dialect, () => db.insert(flows).values(flow), conflictsOf(flow));
    },

    update: async (flow) => {
      const { id, ...values } = flow;
      const update = () => db.update(flows).set(values).where(eq(flows.id, id)).returning({ id: flows.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(flow));
      if (changed.length === 0) throw new DomainError("not_found", "Flow not found");
    },

    delete: async (id) => {
      // Lines of logs have no foreign key to their run.
      const ownRuns = sql`(select ${flowRuns.id} from ${flowRuns} where ${eq(flowRuns.flowId, id)})`;
      await db.delete(logs).where(sql`${logs.flowRunId} in ${ownRuns}`);
      const deleted = await db.delete(flows).where(eq(flows.id, id)).returning({ id: flows.id });
      return deleted.length > 0;
    },
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { flows } = dialect.tables;
  const columns = getTableColumns(flows);
  const select = (condition: SQL) =>
    dialect.prepare(db, columns, db.select(columns).from(flows).where(condition));
  return {
    byId: select(eq(flows.id, sql.placeholder("id"))),
    byIds: select(dialect.isAnyOf(flows.id, sql.placeholder("ids"))),
    byName: select(eq(flows.name, sql.placeholder("name"))),
  };
}

function createLists(db: Database, dialect: Dialect): Pick<FlowStore, "list" | "count"> {
  const { flows } = dialect.tables;
  const columns = getTableColumns(flows);
  const amount = { rows: count().as("rows") };
  const select = ({ symbols }: BoundFilter<Filters>, sort: FlowSort, isPaged: boolean) => {
    const found = db
      .select(columns)
      .from(flows)
      .where(toFlowsCondition(dialect, symbols))
      .orderBy(...toOrder(dialect, sort));
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    return dialect.prepare(db, columns, isPaged ? found.limit(page.limit).offset(page.offset) : found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(db, amount, db.select(amount).from(flows).where(toFlowsCondition(dialect, symbols)));
  const lists = createStatementCache<ReturnType<typeof select>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();
  return {
    list: async (filters, sort, page) => {
      const bound = bindFilter(dialect, filters);
      const key = `${bound.shape}${sort}${page ? " paged" : ""}`;
      const run = lists(key, () => select(bound, sort, page !== undefined));
      return (await run({ ...bound.values, ...page })).map(toFlow);
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
  };
}

/** Every order ends with the id: pages must neither repeat nor skip a row. */
function toOrder(dialect: Dialect, sort: FlowSort): SQL[] {
  const { flows } = dialect.tables;
  switch (sort) {
    case "created_desc":
      return [desc(flows.created), desc(flows.id)];
    case "updated_desc":
      return [desc(flows.updated), desc(flows.id)];
    case "name_asc":
      return [asc(flows.name), asc(flows.id)];
    case "name_desc":
      return [desc(flows.name), desc(flows.id)];
  }
}

function toFlow(row: Tables["flows"]["$inferSelect"]): Flow {
  return { ...row, tags: row.tags ?? [] };
}

function conflictsOf(flow: Flow): { taken: string; missing: string } {
  const taken = `A flow with the name "${flow.name}" exists already.`;
  return { taken, missing: taken };
}
