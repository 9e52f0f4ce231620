import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./server.ts";

const python = process.env["CLIENT_PYTHON"] ?? "python3";
const prefect = join(dirname(python), "prefect");
const scripts = join(import.meta.dirname, "..", "clients");

export type S3Server = { readonly env: Readonly<Record<string, string>>; readonly stop: () => Promise<void> };

/** A real S3 server (moto) and the environment with which boto3 and fsspec find it. */
export async function startS3(): Promise<S3Server> {
  const port = await freePort();
  const child = spawn(join(dirname(python), "moto_server"), ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const exited = new Promise((resolve) => child.on("exit", resolve));
  await untilListening(port);
  const url = `http://127.0.0.1:${port}`;
  return {
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ENDPOINT_URL_S3: url,
      FSSPEC_S3_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_REQUEST_CHECKSUM_CALCULATION: "when_required",
      AWS_RESPONSE_CHECKSUM_VALIDATION: "when_required",
    },
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function untilListening(port: number): Promise<void> {
  const deadlineMs = Date.now() + 30_000;
  while (Date.now() < deadlineMs) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the S3 server did not start");
}

/** Runs a script of e2e/clients in the environment of the real clients, with a fresh Prefect home; answers its output. */
export async function runClient(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  return await runInFreshHome(python, [join(scripts, script), ...args], env);
}

/** Runs the `prefect` command line, in this folder where one is named. */
export async function runPrefect(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  folder?: string,
): Promise<string> {
  return await runInFreshHome(prefect, args, env, folder);
}

/** A folder with the flow's files, as its author has it. Whoever makes it removes it. */
export async function makeFlowFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "blockyard-flow-"));
  await cp(join(scripts, "flows"), folder, { recursive: true });
  return folder;
}

export type Agent = { readonly output: () => string; readonly stop: () => Promise<void> };

/** A real agent that asks this queue for runs, and asks often. What it starts ends with it. */
export async function startAgent(queue: string, env: Readonly<Record<string, string>>): Promise<Agent> {
  const home = await mkdtemp(join(tmpdir(), "blockyard-agent-"));
  const child = spawn(prefect, ["agent", "start", "-q", queue], {
    cwd: home,
    env: { ...process.env, ...settingsOf(home), PREFECT_AGENT_QUERY_INTERVAL: "2", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exited = new Promise((resolve) => child.on("exit", resolve));
  return {
    output: () => output,
    stop: async () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function runInFreshHome(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  folder?: string,
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "blockyard-prefect-"));
  try {
    const { stdout } = await promisify(execFile)(program, [...args], {
      ...(folder !== undefined && { cwd: folder }),
      env: { ...process.env, ...settingsOf(home), ...env },
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function settingsOf(home: string) {
  return { PREFECT_HOME: home, PYTHONWARNINGS: "ignore", NO_COLOR: "1", COLUMNS: "260" };
}
