import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stepWithOutput } from "../run-stages.mjs";

const script = fileURLToPath(new URL("./check-vectors.ts", import.meta.url));

/** Checksums of schemas that other servers computed: ours must be the same. */
export async function runVectors(contract) {
  const files = ["checksum_vectors.json", "checksum_synthetic.json"].map((name) => join(contract, name));
  const { isOk, output } = await stepWithOutput("tsx", [script, ...files]);
  const [, passed = 0, failed = 0] = /^(\d+) checksums agree, (\d+) do not$/m.exec(output) ?? [];
  return { passed: Number(passed), failed: Number(failed) || (isOk && Number(passed) > 0 ? 0 : 1) };
}
