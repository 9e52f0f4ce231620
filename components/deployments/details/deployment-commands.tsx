import { CommandLine } from "@/components/code/command-line";
import { agentCommand, runCommand } from "@/lib/deployments/cli-commands";
import type { DeploymentView } from "@/lib/deployments/read-deployment-view";

const rebuild = "Build and apply it again, after the flow has changed";

/** The same from the command line. */
export function DeploymentCommands({ deployment }: { deployment: DeploymentView }) {
  const { flow, name, queue, build } = deployment;
  const commands = [
    { what: "Run it", text: runCommand(flow.name, name) },
    ...(queue === null
      ? []
      : [{ what: "Start an agent that takes its runs", text: agentCommand(queue.name) }]),
    ...(build !== null && "command" in build ? [{ what: rebuild, text: build.command }] : []),
  ];
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {commands.map(({ what, text }) => (
        <div key={what} className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <dt className="text-sm text-text-2">{what}</dt>
          <dd className="min-w-0 *:flex *:w-full *:justify-between">
            <CommandLine command={text} label={what} copyLabel={`Copy: ${what}`} done="Copied the command" />
          </dd>
        </div>
      ))}
      {build !== null && "reason" in build ? (
        <div className="grid gap-1">
          <dt className="text-sm text-text-2">{rebuild}</dt>
          <dd className="max-w-[68ch] text-sm">{build.reason}</dd>
        </div>
      ) : null}
    </dl>
  );
}
