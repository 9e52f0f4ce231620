import type { BlockLabel } from "@/lib/blocks/block-label";
import { quoteShell } from "@/lib/snippets/quote";

/** `prefect deployment run log-flow/log-flow-s3` */
export function runCommand(flowName: string, name: string): string {
  return `prefect deployment run ${quoteShell(`${flowName}/${name}`)}`;
}

/** Starts an agent that takes the runs of the queue. */
export function agentCommand(queue: string): string {
  return `prefect agent start -q ${quoteShell(queue)}`;
}

type Built = {
  readonly name: string;
  readonly entrypoint: string | null;
  readonly path: string | null;
  readonly queue: { readonly name: string } | null;
  readonly tags: readonly string[];
  readonly storage: BlockLabel | null;
  readonly infrastructure: BlockLabel | null;
};

/** Uploads the flow and applies the deployment; undefined when it does not say where its flow is. */
export function buildCommand(deployment: Built): string | undefined {
  const { name, entrypoint, path, queue, tags, storage, infrastructure } = deployment;
  if (entrypoint === null || entrypoint === "") return undefined;
  const titleOf = (block: BlockLabel) => `${block.type.slug}/${block.name}`;
  const below = path === null || path === "" || path.startsWith("/") ? "" : `/${path}`;
  const options: readonly (readonly [flag: string, value: string])[] = [
    ["-n", name],
    ...(storage ? [["-sb", titleOf(storage) + below] as const] : []),
    ...(infrastructure && !infrastructure.isAnonymous ? [["-ib", titleOf(infrastructure)] as const] : []),
    ...(infrastructure?.isAnonymous ? [["-i", infrastructure.type.slug] as const] : []),
    ...(queue ? [["-q", queue.name] as const] : []),
    ...tags.map((tag) => ["-t", tag] as const),
  ];
  const given = options.map(([flag, value]) => `${flag} ${quoteShell(value)}`);
  return ["prefect deployment build", quoteShell(entrypoint), ...given, "-a"].join(" ");
}
