// Read by drizzle-kit only, as its configuration and as its list of tables: `npm run db:generate`.
import { defineConfig } from "drizzle-kit";
import { sqliteColumns } from "../columns/sqlite";
import { defineTables } from "../tables";

export const {
  blockTypes,
  blockSchemas,
  blockSchemaReferences,
  blockDocuments,
  blockDocumentReferences,
  flows,
  workPools,
  workQueues,
  deployments,
  deploymentSchedules,
  flowRuns,
  flowRunStates,
  taskRuns,
  taskRunStates,
  logs,
  leases,
} = defineTables(sqliteColumns);

export default defineConfig({
  dialect: "sqlite",
  schema: "db/drizzle-kit/sqlite.ts",
  out: "db/migrations/sqlite",
});
