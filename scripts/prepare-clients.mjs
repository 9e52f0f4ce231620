import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const uv = "uv==0.13.9";

/** Where virtual environments are kept from one run to the next. */
export const cacheDir = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");

const clientRequirements = "e2e/clients/requirements.txt";

/** The Python of an environment with the real 2.20 client and an S3 server, made once per requirements file. */
export function preparePythonClients(step) {
  return prepareVenv(step, pathOfVenv("clients", clientRequirements), clientRequirements);
}

/** Its name changes with what is required, so that a change makes a new one. */
export function pathOfVenv(name, requirements) {
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  return join(cacheDir, "blockyard", `${name}-${hash}`);
}

/** Makes a virtual environment in this folder, unless one is ready there, and answers its Python. */
export async function prepareVenv(step, folder, requirements) {
  const python = join(folder, "bin", "python");
  const stamp = join(folder, ".ready");
  if (existsSync(stamp)) return python;
  mkdirSync(folder, { recursive: true });
  // pip alone takes many minutes to unpack and compile so much, uv one.
  const install = ["pip", "install", "--quiet", "--compile-bytecode", "--python", python, "-r", requirements];
  const isReady =
    (await step("python3", ["-m", "venv", "--clear", folder])) &&
    (await step(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", uv])) &&
    (await step(join(folder, "bin", "uv"), install));
  if (!isReady) throw new Error("The client tests need Python 3 with venv and pip: see the messages above.");
  writeFileSync(stamp, "");
  return python;
}
