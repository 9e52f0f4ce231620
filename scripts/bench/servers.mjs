// Starts what is measured: the built server on seeded data, the floor on a copy of the same data, the generator.
import { closeSync, cpSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.mjs";
import { runToEnd, scratch, startNode, untilItAnswers } from "./processes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const seedScript = fileURLToPath(new URL("./seed-documents.ts", import.meta.url));
const generatorScript = fileURLToPath(new URL("./load-generator.mjs", import.meta.url));
const floorScript = fileURLToPath(new URL("./floor-server.mjs", import.meta.url));
const runFloorScript = fileURLToPath(new URL("./run-floor-server.mjs", import.meta.url));
const bareScript = fileURLToPath(new URL("./bare-server.mjs", import.meta.url));
const serverCore = 0;
const generatorCore = 1;

/** A data directory with this many documents. */
export async function seed(documents) {
  const dataDir = join(scratch, `seed-${documents}`);
  if (existsSync(dataDir)) return dataDir;
  const args = ["--conditions=react-server", "--import", "tsx", seedScript, dataDir, String(documents)];
  const child = startNode(args, { cwd: root, core: serverCore, stdio: ["ignore", "inherit", "inherit"] });
  await runToEnd(child, "seeding");
  return dataDir;
}

export function copyData(from, name) {
  const to = join(scratch, name);
  cpSync(from, to, { recursive: true });
  return to;
}

/** The built server as `npm start` runs it, its log in a file. */
export async function startOurs(dataDir, nodeOptions = []) {
  const port = await freePort();
  const log = openSync(join(dataDir, "server.log"), "a");
  const child = startNode([...nodeOptions, "--enable-source-maps", "dist/server.js"], {
    cwd: root,
    core: serverCore,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), BLOCKYARD_DATA_DIR: dataDir },
    stdio: ["ignore", log, "inherit"],
  });
  closeSync(log);
  await untilItAnswers(child, `http://127.0.0.1:${port}/api/health`);
  return { name: "ours", child, port, dataDir };
}

/** `samples` are the ready parts of its answers, see cases.mjs. */
export async function startFloor(dataDir, samples) {
  const port = await freePort();
  const settings = join(dataDir, "floor.json");
  const keyHex = readFileSync(join(dataDir, "encryption.key"), "utf8").trim();
  writeFileSync(settings, JSON.stringify({ port, file: join(dataDir, "blockyard.db"), keyHex, samples }));
  return startHelper("floor", port, [floorScript, settings]);
}

/** The same for agents' and runs' calls, see run-cases.mjs. */
export async function startRunFloor(dataDir, samples) {
  const port = await freePort();
  const settings = join(dataDir, "floor.json");
  writeFileSync(settings, JSON.stringify({ port, file: join(dataDir, "blockyard.db"), samples }));
  return startHelper("floor", port, [runFloorScript, settings]);
}

export async function startBare(size) {
  const port = await freePort();
  return startHelper("bare", port, [bareScript, String(port), String(size)]);
}

async function startHelper(name, port, args) {
  const child = startNode(args, {
    cwd: root,
    core: serverCore,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  await untilItAnswers(child, `http://127.0.0.1:${port}/api/health`);
  return { name, child, port };
}

/** A function that runs one job of load-generator.mjs. */
export function startGenerator() {
  const child = startNode([generatorScript], {
    core: generatorCore,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let settle;
  child.on("message", ({ result, error }) =>
    error ? settle.reject(new Error(error)) : settle.resolve(result),
  );
  child.on("exit", () => settle?.reject(new Error("the load generator ended")));
  return (job) => {
    settle = Promise.withResolvers();
    child.send(job);
    return settle.promise;
  };
}
