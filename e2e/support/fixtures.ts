import { test as base, expect, type Page } from "@playwright/test";
import { type Api, createApi } from "./api.ts";
import { type RunningServer, startServer } from "./server.ts";

/** What a page did that no page of ours may do, whatever the test is about. */
async function guard(page: Page, origin: string): Promise<() => readonly string[]> {
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url))
      faults.push(`request to another origin: ${url}`);
  });
  page.on("console", (message) => {
    // A refused form answers 4xx on purpose; Chromium reports that as an error of the console.
    const isExpected = message.text().includes("Failed to load resource");
    if (message.type() === "error" && !isExpected) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  return () => faults;
}

/** One server for each worker, emptied before each test; every page is watched. */
export const test = base.extend<{ api: Api; watched: undefined }, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the destructured parameter
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => await use(server.url),
  api: async ({ server }, use) => {
    const api = createApi(server.apiUrl);
    // Before the blocks: deployments would outlive theirs, paused.
    await api.deleteAllWork();
    await api.deleteAllBlocks();
    await api.deleteOwnTypes();
    await use(api);
  },
  watched: [
    async ({ page, server, api }, use) => {
      expect(api).toBeDefined();
      const faults = await guard(page, server.url);
      await use(undefined);
      expect(faults(), "what the page must never do").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
