import { CommandLine } from "@/components/code/command-line";
import { agentCommand, runCommand } from "@/lib/deployments/cli-commands";

type DeploymentCommandsProps = { flowName: string; name: string; queue: string | null };

/** The same from the command line. */
export function DeploymentCommands({ flowName, name, queue }: DeploymentCommandsProps) {
  const commands = [
    { what: "Run it", text: runCommand(flowName, name) },
    ...(queue === null ? [] : [{ what: "Start an agent that takes its runs", text: agentCommand(queue) }]),
    { what: "Change it: build again, then apply", text: "prefect deployment apply <name>-deployment.yaml" },
  ];
  return (
    <dl className="grid gap-3">
      {commands.map(({ what, text }) => (
        <div key={what} className="grid gap-1">
          <dt className="text-sm text-text-2">{what}</dt>
          <dd className="min-w-0 *:flex *:w-full *:justify-between">
            <CommandLine command={text} label={what} copyLabel={`Copy: ${what}`} done="Copied the command" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
