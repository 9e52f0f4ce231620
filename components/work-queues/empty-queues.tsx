import type { ReactNode } from "react";
import { CommandLine } from "@/components/code/command-line";
import { EmptyPicture } from "@/components/lists/empty-picture";

/** The list before the first queue: what one is, and how an agent makes it. */
export function EmptyQueues({ apiUrl }: { apiUrl: string }) {
  return (
    <div className="mx-auto mt-[clamp(16px,4vh,48px)] max-w-150">
      <div className="text-center">
        <EmptyPicture />
        <p className="font-semibold text-[1.1875rem] leading-6.5 tracking-tight">No work queues yet</p>
        <p className="mx-auto mt-1.5 max-w-[54ch] text-text-2">
          Agents ask a work queue for runs. It appears here as soon as a deployment names it or an agent
          starts on it.
        </p>
      </div>
      <dl className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-4">
        <Step title="Point the agent at this server">
          <Command text={`export PREFECT_API_URL=${apiUrl}`} what="the address" />
        </Step>
        <Step title="Start it on a queue, which is made if it is missing">
          <Command text="prefect agent start -q test" what="the agent command" />
        </Step>
      </dl>
    </div>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <dt className="text-sm text-text-2">{title}</dt>
      <dd className="min-w-0 *:flex *:w-full *:justify-between">{children}</dd>
    </div>
  );
}

function Command({ text, what }: { text: string; what: string }) {
  return <CommandLine command={text} label={text} copyLabel={`Copy ${what}`} done={`Copied ${what}`} />;
}
