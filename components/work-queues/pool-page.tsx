import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList, Section } from "@/components/blocks/details/split";
import { PageHeader } from "@/components/layout/page-header";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { EditButton } from "@/components/work-queues/edit-button";
import { PauseButton } from "@/components/work-queues/pause-button";
import type { PoolActions, QueueActions } from "@/components/work-queues/queue-actions";
import { QueueTable } from "@/components/work-queues/queue-table";
import { formatCount, formatNumber } from "@/lib/text/format-count";
import type { PoolView } from "@/lib/work-queues/read-pool-view";

type PoolPageProps = { pool: PoolView; actions: PoolActions } & Pick<QueueActions, "setPaused">;

/** The page of one work pool: its queues, its pause and its limit. */
export function PoolPage({ pool, actions, setPaused }: PoolPageProps) {
  const { name, isPaused, concurrencyLimit, description, queues } = pool;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        isMono
        crumbs={[
          { label: "Work queues", href: "/work-queues" },
          { label: name, isMono: true },
        ]}
        lede={description ? <span className="whitespace-pre-line">{description}</span> : "Work pool"}
        actions={
          <>
            <PauseButton subject={name} name={name} isPaused={isPaused} setPaused={actions.setPaused} />
            <EditButton
              subject={name}
              name={name}
              fields={["limit", "description"]}
              initial={{
                name,
                limit: concurrencyLimit === null ? "" : String(concurrencyLimit),
                priority: "",
                description: description ?? "",
              }}
              save={actions.save}
            />
          </>
        }
      />
      {isPaused ? (
        <Notice tone="warn" title="This pool is paused" className="mb-6">
          Agents get no runs from any of its {formatCount(queues.length, "queue")} until it is resumed.
        </Notice>
      ) : null}
      <Section id="queues" title="Queues">
        {queues.length === 0 ? (
          <p className="text-sm text-text-2">It has none.</p>
        ) : (
          <QueueTable
            label="Queues of this pool"
            rows={queues}
            now={pool.now}
            isOfPool
            setPaused={setPaused}
          />
        )}
      </Section>
      <div className="mt-8 max-w-90">
        <About pool={pool} />
      </div>
    </>
  );
}

function About({ pool: { id, type, concurrencyLimit, underWay, created, updated } }: { pool: PoolView }) {
  return (
    <AsideSection id="about" title="About">
      <MetaList>
        <Meta name="Type">
          <code>{type}</code>
        </Meta>
        <Meta name="Limit of all queues">
          {concurrencyLimit === null
            ? "None"
            : `${formatNumber(underWay)} of ${formatNumber(concurrencyLimit)} under way`}
        </Meta>
        <Meta name="Created">
          <PointInTime at={created} />
        </Meta>
        <Meta name="Updated">
          <PointInTime at={updated} />
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
    </AsideSection>
  );
}
