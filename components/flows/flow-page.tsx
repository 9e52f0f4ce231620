import Link from "next/link";
import type { ReactNode } from "react";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList, Section } from "@/components/blocks/details/split";
import { DeleteFlow } from "@/components/flows/delete-flow";
import type { RemoveFlow } from "@/components/flows/delete-flow-dialog";
import { PageHeader } from "@/components/layout/page-header";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { RunTable } from "@/components/runs/list/run-table";
import { StateBadge } from "@/components/runs/state-badge";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { TagList } from "@/components/ui/tag";
import { toChoice, toFlowRunsPath } from "@/lib/flow-runs/list-query";
import type { FlowView } from "@/lib/flows/read-flow-view";
import { stateTypeWord } from "@/lib/states/state-label";
import { formatCount, formatNumber } from "@/lib/text/format-count";

type FlowPageProps = { flow: FlowView; runActions: RunActions; remove: RemoveFlow };

/** The page of one flow: its deployments, its newest runs, and how many are in which state. */
export function FlowPage({ flow, runActions, remove }: FlowPageProps) {
  const { id, name, runs, runCount, now } = flow;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Flow runs", href: "/flow-runs" },
          { label: name, isMono: true },
        ]}
        title={<bdi>{name}</bdi>}
        isMono
        lede="Flow"
        actions={<DeleteFlow flow={flow} remove={remove} />}
      />
      <div className="grid items-start gap-10 wide:grid-cols-[minmax(0,1fr)_288px] max-wide:grid-cols-[minmax(0,1fr)] max-wide:gap-8">
        <div className="min-w-0">
          <Section id="runs" title="Newest runs">
            {runs.length === 0 ? (
              <p className="text-sm text-text-2">
                {runCount === 0 ? "It was never run." : "None of its runs was due until now."}
              </p>
            ) : (
              <RunTable label="Newest runs" rows={runs} now={now} actions={runActions} hasFlow={false} />
            )}
            {runCount > 0 ? (
              <p className="pt-3 text-sm">
                <MoreLink href={toFlowRunsPath({ flow: id, when: "any" })}>
                  Show all {formatCount(runCount, "run")}
                </MoreLink>
              </p>
            ) : null}
          </Section>
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8">
          <Deployments flow={flow} />
          <States flow={flow} />
          <About flow={flow} />
        </div>
      </div>
    </>
  );
}

function Deployments({ flow: { deployments, deploymentCount } }: { flow: FlowView }) {
  return (
    <AsideSection id="deployments" title="Deployments" end={formatNumber(deploymentCount)}>
      {deploymentCount === 0 ? (
        <p className="text-sm text-text-2">
          It has none. <code>prefect deployment build</code> makes one.
        </p>
      ) : null}
      <ul className="max-h-96 overflow-y-auto text-sm">
        {deployments.map(({ id, name, isPaused }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-2 border-line border-b py-2.25 last:border-b-0"
          >
            <MoreLink href={`/deployments/deployment/${id}`}>
              <bdi className="font-mono">{name}</bdi>
            </MoreLink>
            {isPaused ? <Badge>Paused</Badge> : null}
          </li>
        ))}
      </ul>
      {deployments.length < deploymentCount ? (
        <p className="pt-2 text-sm text-text-3">The first {deployments.length} by name.</p>
      ) : null}
    </AsideSection>
  );
}

function States({ flow: { id, states, runCount } }: { flow: FlowView }) {
  if (states.length === 0) return null;
  return (
    <AsideSection id="states" title="Runs by state" end={formatNumber(runCount)}>
      <MetaList>
        {states.map(({ type, count }) => (
          <Meta key={type} name={<StateBadge state={{ type, name: stateTypeWord(type) }} />}>
            <MoreLink href={toFlowRunsPath({ flow: id, state: toChoice(type), when: "any" })}>
              {formatNumber(count)}
              <span className="sr-only"> {stateTypeWord(type)}</span>
            </MoreLink>
          </Meta>
        ))}
      </MetaList>
    </AsideSection>
  );
}

function About({ flow: { id, created, tags } }: { flow: FlowView }) {
  return (
    <AsideSection id="about" title="About">
      <MetaList>
        <Meta name="Created">
          <PointInTime at={created} />
        </Meta>
        {tags.length === 0 ? null : (
          <Meta name="Tags">
            <span className="flex justify-end *:justify-end">
              <TagList tags={tags} visible={tags.length} />
            </span>
          </Meta>
        )}
        <Meta name="ID">
          <span className="-my-1 -mr-1.75 inline-flex items-center justify-end gap-0.5">
            <span className="font-mono text-[0.78125rem]" title={id}>
              {id.slice(0, 8)}…{id.slice(-4)}
            </span>
            <CopyButton text={id} label="Copy ID" done="Copied the ID" isIconOnly />
          </span>
        </Meta>
      </MetaList>
    </AsideSection>
  );
}

function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="min-w-0 text-accent underline-offset-3 [overflow-wrap:anywhere] hover:underline"
    >
      {children}
    </Link>
  );
}
