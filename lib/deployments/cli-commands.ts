import { quoteShell } from "@/lib/snippets/quote";

/** `prefect deployment run log-flow/log-flow-s3` */
export function runCommand(flowName: string, name: string): string {
  return `prefect deployment run ${quoteShell(`${flowName}/${name}`)}`;
}

/** Starts an agent that takes the runs of the queue. */
export function agentCommand(queue: string): string {
  return `prefect agent start -q ${quoteShell(queue)}`;
}
