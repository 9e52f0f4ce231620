import Link from "next/link";
import type { ReactNode } from "react";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList, Section, Split } from "@/components/blocks/details/split";
import { CommandLine } from "@/components/code/command-line";
import { RunList } from "@/components/deployments/details/run-list";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { DeleteQueue } from "@/components/work-queues/delete-queue";
import { EditButton } from "@/components/work-queues/edit-button";
import { HealthBadge } from "@/components/work-queues/health-badge";
import { PauseButton } from "@/components/work-queues/pause-button";
import type { QueueActions } from "@/components/work-queues/queue-actions";
import { agentCommand } from "@/lib/deployments/cli-commands";
import { formatNumber } from "@/lib/text/format-count";
import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import { defaultPoolName } from "@/lib/work-queues/ensure-work-queue";
import { toPoolPath } from "@/lib/work-queues/list-query";
import type { QueueView } from "@/lib/work-queues/read-queue-view";

/** The page of one work queue: who serves it, what waits in it, and what uses it. */
export function QueuePage({ queue, actions }: { queue: QueueView; actions: QueueActions }) {
  const { id, name, health, description } = queue;
  return (
    <>
      <PageHeader
        title={<bdi>{name === "" ? "(no name)" : name}</bdi>}
        isMono
        crumbs={[
          { label: "Work queues", href: "/work-queues" },
          { label: name, isMono: true },
        ]}
        lede={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 pt-1">
            <HealthBadge health={health} />
            <span className="text-sm">{health.hint}</span>
          </span>
        }
        actions={
          <>
            <PauseButton subject={id} name={name} isPaused={queue.isPaused} setPaused={actions.setPaused} />
            <EditButton
              subject={id}
              name={name}
              fields={["limit", "priority", "description"]}
              initial={{
                name,
                limit: queue.concurrencyLimit === null ? "" : String(queue.concurrencyLimit),
                priority: String(queue.priority),
                description,
              }}
              save={actions.save}
            />
            {queue.isDefault ? null : <DeleteQueue queue={queue} remove={actions.remove} />}
          </>
        }
      />
      <Split aside={<Aside queue={queue} />}>
        {description === "" ? null : (
          <p className="mb-8 max-w-[68ch] whitespace-pre-line [overflow-wrap:anywhere]">{description}</p>
        )}
        <Agent queue={queue} />
        <Runs queue={queue} />
      </Split>
    </>
  );
}

function Agent({ queue: { name, isForAgents } }: { queue: QueueView }) {
  if (!isForAgents) {
    return (
      <Section id="agent" title="Agents">
        <p className="text-sm text-text-2">
          Agents ask only the queues of the pool{" "}
          <TextLink href={toPoolPath(defaultPoolName)}>
            <code>{defaultPoolName}</code>
          </TextLink>
          , so none takes runs from this one. Name a queue of that pool in the deployment.
        </p>
      </Section>
    );
  }
  return (
    <Section id="agent" title="Start an agent">
      <p className="mb-2 text-sm text-text-2">It asks this queue for runs every 15 seconds.</p>
      <div className="*:flex *:w-full *:justify-between">
        <CommandLine
          command={agentCommand(name)}
          label="Command that starts an agent"
          copyLabel="Copy the agent command"
          done="Copied the agent command"
        />
      </div>
    </Section>
  );
}

function Runs({ queue: { upcoming, current, waiting, underWay } }: { queue: QueueView }) {
  return (
    <>
      <Section id="upcoming" title="Upcoming runs">
        {upcoming.length > 0 ? (
          <RunList runs={upcoming} />
        ) : (
          <p className="text-sm text-text-2">No run waits in this queue.</p>
        )}
        <Rest shown={upcoming.length} all={waiting} what="next" />
      </Section>
      <Section id="current" title="Running now">
        {current.length > 0 ? <RunList runs={current} /> : <p className="text-sm text-text-2">None.</p>}
        <Rest shown={current.length} all={underWay} what="newest" />
      </Section>
    </>
  );
}

function Rest({ shown, all, what }: { shown: number; all: number; what: string }) {
  if (all <= shown) return null;
  return (
    <p className="pt-2 text-sm text-text-3">
      The {shown} {what} of {formatNumber(all)}.
    </p>
  );
}

function Aside({ queue }: { queue: QueueView }) {
  const { id, pool, concurrencyLimit, underWay, lastPolled, now } = queue;
  const limit =
    concurrencyLimit === null
      ? "None"
      : `${formatNumber(underWay)} of ${formatNumber(concurrencyLimit)} under way`;
  return (
    <>
      <Deployments queue={queue} />
      <AsideSection id="about" title="About">
        <MetaList>
          <Meta name="Pool">
            <TextLink href={toPoolPath(pool)}>
              <bdi className="font-mono text-[0.78125rem]">{pool}</bdi>
            </TextLink>
          </Meta>
          <Meta name="Limit">{limit}</Meta>
          <Meta name="Priority">{formatNumber(queue.priority)}</Meta>
          <Meta name="Last polled">
            {lastPolled === null ? (
              "Never"
            ) : (
              <time dateTime={toIsoTime(lastPolled)} title={formatExactTime(lastPolled)}>
                {formatAge(lastPolled, now)}
              </time>
            )}
          </Meta>
          <Meta name="Created">
            <PointInTime at={queue.created} />
          </Meta>
          <Meta name="Updated">
            <PointInTime at={queue.updated} />
          </Meta>
          <Meta name="ID">
            <span className="-my-1 -mr-1.75 inline-flex items-center justify-end gap-0.5">
              <span className="font-mono text-[0.78125rem]" title={id}>
                {id.slice(0, 8)}…{id.slice(-4)}
              </span>
              <CopyButton text={id} label="Copy ID" done="Copied the ID" isIconOnly />
            </span>
          </Meta>
        </MetaList>
        {queue.isDefault ? (
          <p className="mt-3 text-sm text-text-3">
            It is the default queue of its pool, so it can be paused but not deleted.
          </p>
        ) : null}
      </AsideSection>
    </>
  );
}

function Deployments({ queue: { deployments, deploymentCount } }: { queue: QueueView }) {
  return (
    <AsideSection id="deployments" title="Deployments that use it" end={formatNumber(deploymentCount)}>
      {deploymentCount === 0 ? (
        <p className="text-sm text-text-2">
          None yet. <code>prefect deployment build -q</code> names a queue.
        </p>
      ) : null}
      <ul className="text-sm">
        {deployments.map(({ id, title, isPaused }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-2 border-line border-b py-2.25 last:border-b-0"
          >
            <TextLink href={`/deployments/deployment/${id}`}>
              <bdi className="font-mono">{title}</bdi>
            </TextLink>
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

function TextLink({ href, children }: { href: string; children: ReactNode }) {
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
