import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { freePort, makeDataDir } from "./support/server.ts";

/** `npm start` as a person types it; answers once it says that it is ready. */
async function npmStart(env: Readonly<Record<string, string>>) {
  const child = spawn("npm", ["start"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stderr.on("data", collect);
  await new Promise<void>((resolve, reject) => {
    child.on("exit", () => reject(new Error(`npm start ended:\n${output}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      collect(chunk);
      if (output.includes("is ready on")) resolve();
    });
  });
  return { child, output: () => output };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  child.kill(signal);
  return await exited;
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`npm start serves what is built without building again, and ${signal} reaches the server`, async () => {
    const dataDir = await makeDataDir();
    const port = await freePort();
    const { child, output } = await npmStart({ PORT: String(port), BLOCKYARD_DATA_DIR: dataDir });
    const health = `http://127.0.0.1:${port}/api/health`;
    expect((await fetch(health)).status).toBe(200);
    expect(output()).not.toMatch(/Building|Installing/);
    expect(
      output()
        .split("\n")
        .filter((line) => line.includes(`export PREFECT_API_URL=http://127.0.0.1:${port}/api`)),
    ).toHaveLength(1);

    await end(child, signal);
    await expect(fetch(health)).rejects.toThrow();
    expect(output()).toContain("server stopping");
    await rm(dataDir, { recursive: true, force: true });
  });
}
