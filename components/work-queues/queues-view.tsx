import { PageHeader } from "@/components/layout/page-header";
import { ListPager } from "@/components/lists/list-pager";
import { NoResults } from "@/components/lists/no-results";
import { CreateQueue } from "@/components/work-queues/create-queue";
import { EmptyQueues } from "@/components/work-queues/empty-queues";
import type { QueueActions } from "@/components/work-queues/queue-actions";
import { QueueTable } from "@/components/work-queues/queue-table";
import { QueuesToolbar } from "@/components/work-queues/queues-toolbar";
import { formatCount, formatNumber } from "@/lib/text/format-count";
import { isNarrowed, toQueuesPath } from "@/lib/work-queues/list-query";
import { type QueueListView, queuesPerPage } from "@/lib/work-queues/list-queues-view";

type QueuesViewProps = { view: QueueListView; apiUrl: string; actions: QueueActions };

/** The page of all work queues. */
export function QueuesView({ view, apiUrl, actions }: QueuesViewProps) {
  const { query, rows, total, found } = view;
  const create = <CreateQueue create={actions.create} />;
  if (total === 0)
    return (
      <>
        <PageHeader title="Work queues" actions={create} isInline />
        <EmptyQueues apiUrl={apiUrl} />
      </>
    );
  const isPart = isNarrowed(query);
  const all = formatCount(total, "work queue");
  return (
    <>
      <PageHeader
        title="Work queues"
        count={isPart ? `${formatNumber(found)} of ${formatNumber(total)}` : formatNumber(total)}
        actions={create}
        isInline
      />
      <QueuesToolbar query={query} pools={view.pools} />
      {/* Read aloud when a search or a filter changes it. */}
      <p role="status" className="sr-only">
        {isPart ? `${formatNumber(found)} of ${all} shown` : all}
      </p>
      {found === 0 ? (
        <NoResults
          title={query.text === "" ? "This pool has no queue" : `No work queue matches “${query.text}”`}
          hint="Try a part of the name, or show everything."
          links={[{ label: total === 1 ? "Show the only queue" : `Show all ${all}`, path: toQueuesPath({}) }]}
        />
      ) : (
        <>
          <QueueTable label="Work queues" rows={rows} now={view.now} setPaused={actions.setPaused} />
          <ListPager
            {...view}
            perPage={queuesPerPage}
            shown={rows.length}
            pathOf={(page) => toQueuesPath({ ...query, page })}
          />
        </>
      )}
    </>
  );
}
