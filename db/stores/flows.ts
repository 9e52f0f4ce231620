import "server-only";
import { and, asc, count, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import type { Tables } from "@/db/tables";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { Flow } from "@/lib/flows/model";
import type { FlowSort, FlowStore } from "@/lib/flows/store";

export function createFlowStore(db: Database, dialect: Dialect): FlowStore {
  const { flows, flowRuns, logs } = dialect.tables;
  const columns = getTableColumns(flows);
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toFlow)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toFlow),
    byName: async (name) => (await read.byName({ name })).map(toFlow)[0],

    list: async (filters, sort, page) => {
      const query = db
        .select(columns)
        .from(flows)
        .where(toCondition(dialect, filters))
        .orderBy(...toOrder(dialect, sort));
      const found = page ? query.limit(page.limit).offset(page.offset) : query;
      return (await dialect.prepare(db, columns, found)({})).map(toFlow);
    },

    count: async (filters) => {
      const rows = { rows: count().as("rows") };
      const query = db.select(rows).from(flows).where(toCondition(dialect, filters));
      return (await dialect.prepare(db, rows, query)({}))[0]?.rows ?? 0;
    },

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

function toCondition(dialect: Dialect, filters: Filters): SQL | undefined {
  const { flows } = dialect.tables;
  const own = filters.flows;
  return and(
    own?.ids && dialect.isAnyOf(flows.id, own.ids),
    own?.name?.any && dialect.isAnyOf(flows.name, own.name.any),
  );
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
