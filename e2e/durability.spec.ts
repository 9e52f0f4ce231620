import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { createApi } from "./support/api.ts";
import { makeDataDir, startServer } from "./support/server.ts";

const rounds = 20;

test("SIGKILL during a loop of creates loses no acknowledged block, in 20 rounds", async () => {
  test.setTimeout(300_000);
  const dataDir = await makeDataDir();
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startServer({ dataDir });
    const api = createApi(server.apiUrl);
    // What the rounds before acknowledged is there, whole: the value can be decrypted.
    for (const name of acknowledged.slice(-30)) {
      expect((await api.readBlock("secret", name))?.data).toEqual({ value: `value of ${name}` });
    }
    let isRunning = true;
    const writers = [0, 1, 2].map(async (writer) => {
      for (let index = 0; isRunning; index++) {
        const name = `r${round}-w${writer}-${index}`;
        const isStored = await api.createBlock("secret", name, { value: `value of ${name}` }).then(
          () => true,
          () => false,
        );
        if (!isStored) return;
        acknowledged.push(name);
      }
    });
    // Another moment in each round, so that the kill falls into different phases of a write.
    await new Promise((resolve) => setTimeout(resolve, 120 + round * 13));
    await server.kill();
    isRunning = false;
    await Promise.all(writers);
  }

  expect(acknowledged.length).toBeGreaterThan(rounds);
  const server = await startServer({ dataDir });
  const api = createApi(server.apiUrl);
  const missing: string[] = [];
  for (const name of acknowledged) if (!(await api.readBlock("secret", name))) missing.push(name);
  expect(missing).toEqual([]);
  expect(await server.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
});
