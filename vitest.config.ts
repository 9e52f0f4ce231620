import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}lib/testing/empty-module.ts` },
    ],
  },
  test: {
    include: ["{lib,db,components,app,scripts}/**/*.test.{ts,tsx}", "server.test.ts"],
    setupFiles: ["lib/testing/setup.ts"],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
