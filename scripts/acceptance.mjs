// The acceptance suites that are shared between implementations of the API, against the built server.
// usage: acceptance.mjs DIRECTORY [vectors] [clients] [conformance]; all of them when none is named.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runClients } from "./acceptance/clients.mjs";
import { runConformance } from "./acceptance/conformance.mjs";
import { runVectors } from "./acceptance/vectors.mjs";
import { runStages } from "./run-stages.mjs";

const [directory, ...wanted] = process.argv.slice(2);
if (!directory) {
  console.error("usage: acceptance.mjs DIRECTORY [vectors] [clients] [conformance]");
  process.exit(2);
}
const shared = resolve(directory);
const scratch = mkdtempSync(join(tmpdir(), "blockyard-acceptance-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const stages = {
  vectors: () => runVectors(join(shared, "contract")),
  clients: () => runClients(join(shared, "clients"), scratch),
  conformance: () => runConformance(join(shared, "conformance"), scratch),
};
await runStages(stages, wanted);
