import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadConfig } from "@/lib/config/env";
import { settings } from "@/lib/config/schema";

const before = { directory: process.cwd(), env: { ...process.env } };
const names = Object.keys(settings.shape);
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "blockyard-env-"));
  process.chdir(directory);
  for (const name of names) delete process.env[name];
});

afterEach(() => {
  process.chdir(before.directory);
  for (const name of names) delete process.env[name];
  Object.assign(process.env, before.env);
  rmSync(directory, { recursive: true, force: true });
});

it("reads the environment, and from the file .env what the environment lacks", () => {
  expect(loadConfig()).toMatchObject({ port: 4200, serverName: "local" });
  writeFileSync(".env", "PORT=4311\nBLOCKYARD_SERVER_NAME='from the file'\n");
  process.env["PORT"] = "4310";
  expect(loadConfig()).toMatchObject({ port: 4310, serverName: "from the file" });
});

it("refuses wrong settings of the file too", () => {
  writeFileSync(".env", "LOG_LEVEL=loud\n");
  expect(() => loadConfig()).toThrow("LOG_LEVEL");
});
