// The script behind every command of the README. It runs on the Node that is there (20 or newer), without dependencies;
// everything after it runs on the Node 24 that npm installs into node_modules.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const installStamp = join(root, "node_modules", ".blockyard-install");
const buildStamp = join(root, "dist", ".blockyard-build");
const sources = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "types",
  "server.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
};

const commands = {
  setup: () => install(),
  build: () => {
    install();
    build();
  },
  start: async () => {
    install();
    if (isBuildStale()) build();
    await run("node", ["--enable-source-maps", "dist/server.js"], { NODE_ENV: "production" });
  },
  dev: async () => {
    install();
    await run("tsx", ["--conditions=react-server", "server.ts", "--dev"], { NODE_ENV: "development" });
  },
  test: async (args) => {
    install();
    await run("node", ["scripts/test.mjs", ...args], {});
  },
  e2e: async (args) => {
    install();
    if (isBuildStale()) build();
    await run("node", ["scripts/test.mjs", "browser", ...args], {});
  },
  fuzz: async () => {
    install();
    if (isBuildStale()) build();
    await run("node", ["scripts/test.mjs", "fuzz"], {});
  },
  bench: async (args) => {
    install();
    if (isBuildStale()) build();
    await run("node", ["scripts/bench.mjs", ...args], {});
  },
};

const [name = "", ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`Unknown command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
await command(rest);

function fail(message) {
  console.error(message);
  // The line that every test run ends with, also one that could not begin.
  if (name === "test") console.log("0 passed, 1 failed");
  process.exit(1);
}

/** Installs when the lock file differs from the one that node_modules was installed from. */
function install() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) fail(`Blockyard needs Node 20 or newer to install itself; this is ${process.version}.`);
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(installStamp) && readFileSync(installStamp, "utf8") === lock) return;
  console.error("Installing dependencies…");
  runSync("npm", ["ci", "--loglevel=error", "--include=dev"]);
  const version = spawnSync(join(bin, "node"), ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "none";
  if (!version.startsWith("v24.")) {
    fail(
      `npm did not install Node 24 (found: ${version}). Allow the install script of the package "node": ` +
        "npm config set ignore-scripts false, then run the command again.",
    );
  }
  writeFileSync(installStamp, lock);
}

/** A build is stale when any source was added, removed or touched since. */
function isBuildStale() {
  return !existsSync(buildStamp) || readFileSync(buildStamp, "utf8") !== fingerprint();
}

function fingerprint() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\n${stat.size}\n${stat.mtimeMs}\n`);
      return;
    }
    for (const entry of readdirSync(join(root, path)).sort()) visit(`${path}/${entry}`);
  };
  for (const path of sources) visit(path);
  return hash.digest("hex");
}

function build() {
  console.error("Building…");
  // A build that failed leaves a cache that makes the next one fail too.
  if (!existsSync(buildStamp)) removePreviousBuild();
  rmSync(buildStamp, { force: true });
  const before = fingerprint();
  runSync("next", ["build"]);
  mkdirSync(join(root, "dist"), { recursive: true });
  runSync("esbuild", [
    "server.ts",
    "--bundle",
    "--platform=node",
    "--target=node24",
    "--format=esm",
    "--packages=external",
    "--alias:server-only=./lib/testing/empty-module.ts",
    "--sourcemap",
    "--log-level=warning",
    "--outfile=dist/server.js",
  ]);
  writeFileSync(buildStamp, before);
}

/** All but the development server's folder: that one may be running. */
function removePreviousBuild() {
  const next = join(root, ".next");
  if (!existsSync(next)) return;
  for (const entry of readdirSync(next)) {
    if (entry !== "dev") rmSync(join(next, entry), { recursive: true, force: true });
  }
}

function runSync(program, args) {
  const result = spawnSync(program, args, { cwd: root, env: withNode24(program), stdio: ["ignore", 2, 2] });
  if (result.error) fail(`Cannot run ${program}: ${result.error.message}`);
  if (result.status !== 0)
    fail(`${program} ${args[0] ?? ""} failed (exit code ${result.status ?? result.signal}).`);
}

/** npm itself must run on the Node that it came with. */
function withNode24(program) {
  return program === "npm" ? { ...process.env, NODE_ENV: "development" } : { ...env, NODE_ENV: "production" };
}

/** Runs to the end with our terminal; signals that reach us reach it. */
function run(program, args, extraEnv) {
  return new Promise(() => {
    const child = spawn(program, args, { cwd: root, env: { ...env, ...extraEnv }, stdio: "inherit" });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => fail(`Cannot run ${program}: ${error.message}`));
    child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
