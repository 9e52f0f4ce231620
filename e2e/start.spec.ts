import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createApi } from "./support/api.ts";
import { freePort, launchServer, makeDataDir, startServer } from "./support/server.ts";

/** Starts a server that must refuse: answers what it said and its exit code. */
async function startRefused(
  env: Readonly<Record<string, string>>,
): Promise<{ output: string; code: number | null }> {
  const launched = launchServer({ PORT: String(await freePort()), ...env });
  const code = await launched.exited;
  return { output: launched.output(), code };
}

test.describe("starting", () => {
  let dataDir: string;
  test.beforeEach(async () => {
    dataDir = await makeDataDir();
  });
  test.afterEach(async () => await rm(dataDir, { recursive: true, force: true }));

  test("says in one line where it serves and what to export", async () => {
    const server = await startServer({ dataDir });
    const lines = server.output().split("\n");
    expect(lines.filter((line) => line.includes(`export PREFECT_API_URL=${server.apiUrl}`))).toHaveLength(1);
    expect(await server.stop()).toBe(0);
  });

  test("SIGTERM ends it with 0, and a restart finds the blocks and the same key", async () => {
    const first = await startServer({ dataDir });
    await createApi(first.apiUrl).createBlock("secret", "kept", { value: "kept-value" });
    expect(await first.stop()).toBe(0);
    const second = await startServer({ dataDir });
    expect((await createApi(second.apiUrl).readBlock("secret", "kept"))?.data).toEqual({
      value: "kept-value",
    });
    expect(await second.stop()).toBe(0);
  });

  test("the key file is readable by its owner only, and the secret is nowhere in the data directory", async () => {
    const server = await startServer({ dataDir });
    await createApi(server.apiUrl).createBlock("secret", "sealed", { value: "canary-at-rest-8842" });
    await server.stop();
    expect((await stat(join(dataDir, "encryption.key"))).mode & 0o777).toBe(0o600);
    for (const file of await readdir(dataDir)) {
      expect((await readFile(join(dataDir, file))).includes("canary-at-rest"), file).toBe(false);
    }
  });

  test("without the key file it refuses, names the file and makes no new one", async () => {
    const server = await startServer({ dataDir });
    await createApi(server.apiUrl).createBlock("secret", "sealed", { value: "x" });
    await server.stop();
    await rename(join(dataDir, "encryption.key"), join(dataDir, "elsewhere"));
    const { output, code } = await startRefused({ BLOCKYARD_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain(join(dataDir, "encryption.key"));
    expect(existsSync(join(dataDir, "encryption.key"))).toBe(false);

    const key = (await readFile(join(dataDir, "elsewhere"), "utf8")).trim();
    const restored = await startServer({ dataDir, env: { BLOCKYARD_ENCRYPTION_KEYS: key } });
    expect((await createApi(restored.apiUrl).readBlock("secret", "sealed"))?.data).toEqual({ value: "x" });
    await restored.stop();
  });

  test("with another key it refuses", async () => {
    const server = await startServer({ dataDir });
    await createApi(server.apiUrl).createBlock("secret", "sealed", { value: "x" });
    await server.stop();
    await writeFile(join(dataDir, "encryption.key"), "ab".repeat(32));
    const { output, code } = await startRefused({ BLOCKYARD_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain("encryption.key");
    expect(await readFile(join(dataDir, "encryption.key"), "utf8")).toBe("ab".repeat(32));
  });

  test("a broken database file is named and left alone", async () => {
    const file = join(dataDir, "blockyard.db");
    await writeFile(file, "this is not a database".repeat(500));
    const { output, code } = await startRefused({ BLOCKYARD_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain(file);
    expect(await readFile(file, "utf8")).toContain("this is not a database");
  });

  test("a data directory that cannot be written is named", async () => {
    const file = join(dataDir, "a-file");
    await writeFile(file, "");
    const { output, code } = await startRefused({ BLOCKYARD_DATA_DIR: join(file, "below") });
    expect(code).toBe(1);
    expect(output).toContain(join(file, "below"));
  });

  test("a port in use is named, and the other server goes on", async () => {
    const server = await startServer({ dataDir });
    const port = new URL(server.url).port;
    const other = join(dataDir, "other");
    await mkdir(other);
    const { output, code } = await startRefused({ PORT: port, BLOCKYARD_DATA_DIR: other });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port}`);
    expect((await fetch(`${server.apiUrl}/health`)).status).toBe(200);
    await server.stop();
  });

  test("all wrong settings are listed at once, and nothing is created", async () => {
    const { output, code } = await startRefused({
      PORT: "many",
      HOST: "0.0.0.0",
      DATABASE_URL: "postgresql://user:hunter2@db/blocks",
      BLOCKYARD_DATA_DIR: join(dataDir, "not-made"),
    });
    expect(code).toBe(1);
    for (const name of ["PORT", "HOST", "DATABASE_URL", "PostgreSQL", "BLOCKYARD_INSECURE_BIND"]) {
      expect(output).toContain(name);
    }
    expect(output).not.toContain("hunter2");
    expect(existsSync(join(dataDir, "not-made"))).toBe(false);
  });
});

test.describe("requests from elsewhere", () => {
  test("a foreign Host is refused for pages and API; a foreign site is refused except for opening a page", async () => {
    const server = await startServer();
    const get = async (path: string, headers: Record<string, string>) =>
      await statusOf(server.url, path, headers);
    expect(await get("/blocks", { host: "evil.example" })).toBeGreaterThanOrEqual(400);
    expect(await get("/api/health", { host: "evil.example:4200" })).toBeGreaterThanOrEqual(400);
    expect(await get("/api/health", { origin: "https://evil.example" })).toBe(403);
    expect(await get("/api/health", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })).toBe(
      403,
    );
    const navigation = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect(await get("/blocks", navigation)).toBe(200);
    expect(await get("/api/block_types/slug/s3", navigation)).toBe(403);
    expect(await get("/api/health", {})).toBe(200);
    await server.stop();
  });
});

/** `fetch` does not let a caller set Host; node:http does. */
async function statusOf(url: string, path: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import("node:http");
  return await new Promise((resolve, reject) => {
    request(url + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
