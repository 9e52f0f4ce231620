import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { guardPage } from "@/app/(ui)/_guard-page";
import { parseConfig } from "@/lib/config/schema";
import { DomainError } from "@/lib/errors";
import { createLogger } from "@/lib/log/logger";
import { setContext } from "@/lib/server/context";
import { runWithPageStatus } from "@/lib/server/page-status";
import { openTestStore } from "@/lib/testing/template-db";

afterEach(() => setContext(undefined));

async function open() {
  const { deps } = await openTestStore();
  const lines: string[] = [];
  const log = createLogger("info", { write: (line) => lines.push(line) });
  setContext({ ...deps, log, config: parseConfig({}), close: async () => {} });
  return { lines };
}

async function render(make: Parameters<typeof guardPage>[1]) {
  const slot: { status: number | undefined } = { status: undefined };
  const made = Promise.withResolvers<string>();
  runWithPageStatus(slot, () => {
    void guardPage("a page", make).then((node) => made.resolve(renderToStaticMarkup(node)), made.reject);
  });
  return { html: await made.promise, status: slot.status };
}

test("a database that fails gives a page that says what to do, and the error goes to the log alone", async () => {
  const { lines } = await open();
  const { html, status } = await render(async () => {
    throw new Error("SqliteError: no such column, in: select * from block_types");
  });
  expect(status).toBe(500);
  expect(html).toContain("This page could not be loaded");
  expect(html).toContain("Nothing was changed");
  expect(html).not.toMatch(/sqlite|select|database connection/i);
  const line = JSON.parse(lines.at(-1) ?? "");
  expect(line).toMatchObject({ level: "error", page: "a page", error: { stack: expect.any(String) } });
  expect(html).toContain(line.reference);
});

test("a reason meant for people is told", async () => {
  await open();
  const { html, status } = await render(async () => {
    throw new DomainError("unavailable", "The database did not answer within 5 seconds.");
  });
  expect(status).toBe(503);
  expect(html).toContain("The database did not answer within 5 seconds.");
});

test("a page that can be made is left alone", async () => {
  const { lines } = await open();
  expect(await render(async () => <p>fine</p>)).toEqual({ html: "<p>fine</p>", status: undefined });
  expect(lines).toEqual([]);
});
