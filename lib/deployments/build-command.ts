import type { BlockLabel } from "@/lib/blocks/block-label";
import type { InfrastructureRow } from "@/lib/deployments/lay-overrides";
import type { Deployment } from "@/lib/deployments/model";
import { isJsonArray, type Json } from "@/lib/json";
import { quoteShell } from "@/lib/snippets/quote";

/** The command, or why there is none that leaves the deployment as it is. Null: it does not say where its flow is. */
export type BuildCommand = { readonly command: string } | { readonly reason: string } | null;

type Built = Pick<
  Deployment,
  | "name"
  | "entrypoint"
  | "path"
  | "version"
  | "tags"
  | "workQueueName"
  | "infraOverrides"
  | "pullSteps"
  | "enforcesParameterSchema"
  | "isPaused"
  | "lostStorage"
  | "lostInfrastructure"
>;

export type BuildParts = {
  readonly deployment: Built;
  readonly storage: BlockLabel | null;
  readonly infrastructure: BlockLabel | null;
  /** What the page shows: an override that is hidden there may not stand in a command either. */
  readonly rows: readonly InfrastructureRow[];
  readonly schedules: readonly {
    readonly maxActiveRuns: number | null;
    readonly maxScheduledRuns: number | null;
    readonly catchup: boolean;
  }[];
};

/**
 * Uploads the flow and applies the deployment as it is. The client asks the server for description, tags, parameters,
 * schedules, pool and an infrastructure that no option names, and keeps those. Storage, path, version and overrides it
 * takes from the command line alone, and what it cannot say is reset.
 */
export function buildCommand(parts: BuildParts): BuildCommand {
  const { entrypoint } = parts.deployment;
  if (entrypoint === null || entrypoint === "") return null;
  const fault = lostFault(parts.deployment) ?? overrideFault(parts) ?? settingFault(parts);
  if (fault !== undefined) return { reason: fault };
  const given = optionsOf(parts).map(([flag, value]) => `${flag} ${quoteShell(value)}`);
  return { command: ["prefect deployment build", quoteShell(entrypoint), ...given, "-a"].join(" ") };
}

type Option = readonly [flag: string, value: string];

function optionsOf({ deployment, storage, infrastructure }: BuildParts): readonly Option[] {
  const { name, path, version, workQueueName, tags, infraOverrides } = deployment;
  const option = (flag: string, value: string | null): readonly Option[] =>
    value === null || value === "" ? [] : [[flag, value]];
  return [
    ["-n", name],
    ...option("-sb", storage && titleOf(storage)),
    ...option("--path", path),
    // One that was made with the deployment is kept when no option names an infrastructure: `-i` would make it anew.
    ...option("-ib", infrastructure && !infrastructure.isAnonymous ? titleOf(infrastructure) : null),
    ...option("-q", workQueueName),
    ...option("-v", isFileHash(version) ? null : version),
    ...tags.map((tag) => ["-t", tag] as const),
    ...[...infraOverrides].map(([key, value]) => ["--override", `${key}=${value}`] as const),
  ];
}

function titleOf({ type, name }: BlockLabel): string {
  return `${type.slug}/${name}`;
}

/** The client's own version of a flow that names none: it changes with the file. */
function isFileHash(version: string | null): boolean {
  return version !== null && /^[0-9a-f]{32}$/.test(version);
}

const remedy = "Keep the YAML file or the script that made the deployment, and apply that again.";

function lostFault({ lostStorage, lostInfrastructure }: Built): string | undefined {
  const role = lostStorage ? "storage" : "infrastructure";
  const lost = lostStorage ?? lostInfrastructure;
  if (!lost) return undefined;
  return `Its ${role} block ${lost.typeSlug}/${lost.name} was deleted: choose another one, and the command to build it again is shown here.`;
}

function overrideFault({ deployment, rows }: BuildParts): string | undefined {
  const hidden = new Set(rows.filter(({ override }) => override?.kind === "secret").map(({ key }) => key));
  for (const [key, value] of deployment.infraOverrides) {
    const fault = hidden.has(key)
      ? `The override ${key} reads like a credential and is not shown in a command.`
      : notationFault(key, value);
    if (fault !== undefined) return `${fault} ${remedy}`;
  }
  return undefined;
}

/** The client splits at the first equals sign, and what stands behind it stays a text. */
function notationFault(key: string, value: Json): string | undefined {
  if (key.includes("="))
    return `The override ${key} has an equals sign in its key, where a command ends the key.`;
  if (typeof value === "string") return undefined;
  return `A command can only override with texts, and the override ${key} is ${kindOf(value)}.`;
}

function kindOf(value: Json): string {
  if (value === null) return "empty";
  if (typeof value === "boolean") return "true or false";
  if (isJsonArray(value)) return "a list";
  return value instanceof Map ? "an object, which replaces the block's object as a whole" : "a number";
}

/** What the client does not send back, so that the server takes its default. */
function settingFault({ deployment, storage, schedules }: BuildParts): string | undefined {
  const { path, pullSteps, enforcesParameterSchema, isPaused } = deployment;
  const hasLimits = schedules.some(
    (each) => each.maxActiveRuns !== null || each.maxScheduledRuns !== null || each.catchup,
  );
  if (isJsonArray(pullSteps) && pullSteps.length > 0) {
    return `A build would drop the deployment's pull steps. ${remedy}`;
  }
  if (!storage && !path)
    return `A build would make the directory in which it runs the deployment's path. ${remedy}`;
  if (enforcesParameterSchema) return `A build would stop the server from checking parameters. ${remedy}`;
  if (hasLimits) return `A build would drop the limits of the deployment's schedules. ${remedy}`;
  if (isPaused) return "A build would resume the deployment, which is paused: resume it first.";
  return undefined;
}
