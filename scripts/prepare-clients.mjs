import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const requirements = "e2e/clients/requirements.txt";
const uv = "uv==0.13.9";

/** The Python of a virtual environment with the real Prefect client and an S3 server, made once per requirements file. */
export async function preparePythonClients(step) {
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "blockyard", `clients-${hash}`);
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
