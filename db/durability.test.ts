import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { revealData } from "@/lib/blocks/model";
import { parseConfig } from "@/lib/config/schema";
import type { BlockDocumentId } from "@/lib/ids";
import { createLogger } from "@/lib/log/logger";
import type { Context } from "@/lib/server/context";
import { openContext } from "@/lib/server/start";

const rounds = 20;
// Inside the project, so that the bundled script finds node_modules.
const buildFolder = resolve(".cache", `durability-${process.pid}`);
const script = join(buildFolder, "create-blocks.mjs");
let root: string;
let children: ChildProcess[];

beforeAll(async () => {
  mkdirSync(buildFolder, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("../lib/testing/create-blocks-script.ts", import.meta.url))],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": resolve("."), "server-only": resolve("lib/testing/empty-module.ts") },
  });
});

afterAll(() => rmSync(buildFolder, { recursive: true, force: true }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "blockyard-durability-"));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

function start(dataDir: string, prefix: string, count: number): ChildProcess {
  const child = spawn(process.execPath, [script, dataDir, prefix, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

/** What the process acknowledged before it ended; it is killed in the middle after `killAfter` lines. */
async function collect(child: ChildProcess, killAfter = Number.POSITIVE_INFINITY): Promise<string[]> {
  if (!child.stdout) throw new Error("the child has no output");
  const exited = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === killAfter) child.kill("SIGKILL");
  }
  const [code] = await exited;
  expect(code).toBe(killAfter === Number.POSITIVE_INFINITY ? 0 : null);
  expect(lines[0]).toBe("open");
  return lines.slice(1);
}

async function openServer(dataDir: string): Promise<Context> {
  return openContext(parseConfig({ BLOCKYARD_DATA_DIR: dataDir }), createLogger("silent"));
}

/** Pseudo-random, the same in every run: where the kill falls differs from round to round. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it(`a process killed while it creates blocks loses none that it acknowledged (${rounds} rounds)`, async () => {
  const random = createRandom(20_260_501);
  const dataDir = join(root, "data");
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const killAfter = 2 + Math.floor(random() * 60);
    const lines = await collect(start(dataDir, `round-${round}`, 1_000_000), killAfter);
    acknowledged.push(...lines);
    expect(lines.length).toBeGreaterThanOrEqual(killAfter - 1);

    // Opening checks the whole file and refuses a damaged one.
    const context = await openServer(dataDir);
    const ids = acknowledged.map((id) => id as BlockDocumentId); // printed by newId
    const found = await context.store.blockDocuments.byIds(ids);
    expect(new Set(found.map((block) => block.id))).toEqual(new Set(acknowledged));
    for (const block of found) expect(revealData(block, "test").get("value")).toBe(block.id);
    await expectWholeBlocks(context, round);
    await context.close();
    expect(readdirSync(dataDir).sort()).toEqual(["blockyard.db", "encryption.key"]);
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 10);
}, 120_000);

/** Block and reference were written together: each block of the round but its first one refers to the one before. */
async function expectWholeBlocks(context: Context, round: number): Promise<void> {
  const blocks = await context.store.blockDocuments.list({ nameLike: `round-${round}-` }, "updated_asc");
  const references = await context.store.blockDocuments.referencesFrom(blocks.map((block) => block.id));
  const previous = new Map(references.map((reference) => [reference.parentId, reference.childId]));
  expect(blocks.map((block) => previous.get(block.id))).toEqual([
    undefined,
    ...blocks.slice(0, -1).map((block) => block.id),
  ]);
}

it("processes that start at once on a fresh directory all open it, with one key and one catalogue", async () => {
  const dataDir = join(root, "data");
  const prefixes = ["a", "b", "c", "d"];
  const results = await Promise.all(prefixes.map((prefix) => collect(start(dataDir, prefix, 5))));
  expect(results.map((lines) => lines.length)).toEqual([5, 5, 5, 5]);

  const context = await openServer(dataDir);
  const blocks = await context.store.blockDocuments.list({}, "name_asc");
  expect(blocks.map((block) => block.name)).toEqual(
    prefixes.flatMap((p) => [0, 1, 2, 3, 4].map((i) => `${p}-${i}`)),
  );
  expect(blocks.filter((block) => block.data === null)).toEqual([]);
  const slugs = (await context.store.blockTypes.list({})).map((type) => type.slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  await context.close();
}, 60_000);
