import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningServer = {
  readonly url: string;
  readonly apiUrl: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything that the server has printed so far. */
  readonly output: () => string;
  /** SIGTERM, then waits for the end; answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, then waits for the end. */
  readonly kill: () => Promise<void>;
};

export type ServerOptions = {
  readonly dataDir?: string;
  /** A free one unless given. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
};

export async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export async function makeDataDir(): Promise<string> {
  return await mkdtemp(join(tmpdir(), "blockyard-e2e-"));
}

/** Starts the production build; without a data directory it gets an empty one of its own, removed at `stop`. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await makeDataDir());
  const launched = launchServer({ PORT: String(port), BLOCKYARD_DATA_DIR: dataDir, ...options.env });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, launched);
  return {
    ...launched,
    url,
    apiUrl: `${url}/api`,
    dataDir,
    stop: async () => {
      launched.process.kill("SIGTERM");
      const code = await launched.exited;
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
    kill: async () => {
      launched.process.kill("SIGKILL");
      await launched.exited;
    },
  };
}

/** Starts the production build with these settings and waits for nothing. */
export function launchServer(env: Readonly<Record<string, string>>) {
  const child = spawn("node", ["--enable-source-maps", "dist/server.js"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return { process: child, output: () => output, exited };
}

async function untilHealthy(url: string, launched: ReturnType<typeof launchServer>): Promise<void> {
  const deadlineMs = Date.now() + 60_000;
  while (Date.now() < deadlineMs) {
    if (launched.process.exitCode !== null) throw new Error(`the server ended:\n${launched.output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not become healthy:\n${launched.output()}`);
}
