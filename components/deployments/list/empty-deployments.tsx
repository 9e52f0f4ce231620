import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EmptyPicture } from "@/components/lists/empty-picture";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";

type EmptyDeploymentsProps = {
  apiUrl: string;
  /** A storage block to take for example: "s3/log-test"; absent when there is none yet. */
  storage: string | undefined;
};

/** The list before the first deployment: what one is, and the way there with the command line. */
export function EmptyDeployments({ apiUrl, storage }: EmptyDeploymentsProps) {
  const build = `prefect deployment build ./log_flow.py:log_flow -n log-flow-s3 -sb ${storage ?? "s3/log-test"} -q test -o log-flow-s3-deployment.yaml`;
  return (
    <div className="mx-auto mt-[clamp(16px,4vh,48px)] max-w-180">
      <div className="text-center">
        <EmptyPicture />
        <p className="font-semibold text-[1.1875rem] leading-6.5 tracking-tight">No deployments yet</p>
        <p className="mx-auto mt-1.5 max-w-[54ch] text-text-2">
          A deployment says how and when a flow runs: from which storage, on which infrastructure, with which
          parameters. The command line makes it.
        </p>
      </div>
      <ol className="mt-8 grid gap-6">
        <Step number={1} title="Create a storage block">
          {storage === undefined ? (
            <StepLink href="/blocks/catalog?capability=get-directory">Choose a storage type</StepLink>
          ) : (
            <p className="text-text-2">
              Flows can be kept in <code className="text-text">{storage}</code>.{" "}
              <StepLink href="/blocks/catalog?capability=get-directory">Choose another type</StepLink>
            </p>
          )}
        </Step>
        <Step number={2} title="Point the client at this server">
          <Command text={`export PREFECT_API_URL=${apiUrl}`} />
        </Step>
        <Step number={3} title="Build the deployment, which uploads the flow">
          <Command text={build} />
        </Step>
        <Step number={4} title="Apply it, and it appears here">
          <Command text="prefect deployment apply log-flow-s3-deployment.yaml" />
        </Step>
        <Step number={5} title="Start an agent that takes its runs">
          <Command text="prefect agent start -q test" />
        </Step>
      </ol>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden
        className="grid size-7 place-items-center rounded-full border border-line-strong font-medium text-sm text-text-2 tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0">
        <h2 className="mb-1.5 font-medium leading-7">{title}</h2>
        {children}
      </div>
    </li>
  );
}

function StepLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 font-medium text-accent underline-offset-3 hover:underline"
    >
      {children}
      <Icon icon={ArrowRight} size={14} />
    </Link>
  );
}

function Command({ text }: { text: string }) {
  return (
    <div className="flex items-start gap-2 rounded-ctl border border-line bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 py-1.25 text-[0.8125rem] leading-5 [overflow-wrap:anywhere]">
        {text}
      </code>
      <CopyButton text={text} label={`Copy: ${text.slice(0, 40)}`} done="Copied the command" isIconOnly />
    </div>
  );
}
