import Link from "next/link";
import { ColumnHead, ListCell, ListRow, ListTable } from "@/components/lists/list-table";
import { HealthBadge } from "@/components/work-queues/health-badge";
import type { QueueActions } from "@/components/work-queues/queue-actions";
import { QueueMenu } from "@/components/work-queues/queue-menu";
import { agentCommand } from "@/lib/deployments/cli-commands";
import { formatNumber } from "@/lib/text/format-count";
import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";
import { toPoolPath } from "@/lib/work-queues/list-query";
import type { QueueRow } from "@/lib/work-queues/queue-rows";

type QueueTableProps = Pick<QueueActions, "setPaused"> & {
  label: string;
  rows: readonly QueueRow[];
  now: Micros;
  /** On the page of a pool the priority stands in place of the pool. */
  isOfPool?: boolean;
};

/** Work queues: who serves them, and what waits in them. */
export function QueueTable({ label, rows, now, isOfPool = false, setPaused }: QueueTableProps) {
  return (
    <ListTable
      label={label}
      head={
        <>
          <ColumnHead className="pl-0">Queue</ColumnHead>
          {isOfPool ? (
            <ColumnHead className="w-20 text-right!">Priority</ColumnHead>
          ) : (
            <ColumnHead className="w-[21%]">Pool</ColumnHead>
          )}
          <ColumnHead className="w-47">Health</ColumnHead>
          <ColumnHead className="w-29 max-wide:hidden">Last polled</ColumnHead>
          <ColumnHead className="w-19 text-right!">Waiting</ColumnHead>
          <ColumnHead className="w-20 text-right!">Running</ColumnHead>
          <ColumnHead className="w-16 text-right!">Limit</ColumnHead>
          <ColumnHead className="w-11 px-0!">
            <span className="sr-only">Actions</span>
          </ColumnHead>
        </>
      }
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} now={now} isOfPool={isOfPool} setPaused={setPaused} />
      ))}
    </ListTable>
  );
}

type RowProps = Pick<QueueActions, "setPaused"> & { row: QueueRow; now: Micros; isOfPool: boolean };

/** On narrow screens the row folds to its name, then health and what waits. */
function Row({ row, now, isOfPool, setPaused }: RowProps) {
  const { id, name, pool, health, waiting, underWay, concurrencyLimit, priority, isPaused } = row;
  return (
    <ListRow
      id={`queue-${id}`}
      className="hover:bg-hover has-[[aria-expanded=true]]:bg-hover max-medium:grid-cols-[auto_minmax(0,1fr)_44px] max-medium:gap-x-2.5 max-medium:gap-y-1 max-medium:pr-2!"
    >
      <ListCell className="overflow-hidden medium:px-3 medium:pl-0 max-medium:col-span-2 max-medium:col-start-1 max-medium:row-start-1">
        <span className="flex min-w-0 items-baseline gap-1.5">
          <Link
            href={`/work-queues/work-queue/${id}`}
            prefetch={false}
            title={name}
            className="min-w-0 truncate font-medium font-mono text-text leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
          >
            <bdi>{name === "" ? "(no name)" : name}</bdi>
          </Link>
          {/* Wide screens have a column for it. */}
          {row.isForAgents || isOfPool ? null : (
            <span className="max-w-1/2 shrink-0 truncate text-text-3 medium:hidden">in {pool}</span>
          )}
        </span>
      </ListCell>
      {isOfPool ? (
        <ListCell className="px-3 text-right tabular-nums max-medium:hidden">{priority}</ListCell>
      ) : (
        <ListCell className="overflow-hidden px-3 max-medium:hidden">
          <PoolLink pool={pool} />
        </ListCell>
      )}
      <ListCell className="medium:px-3 max-medium:col-start-1 max-medium:row-start-2">
        <HealthBadge health={health} />
      </ListCell>
      <ListCell className="px-3 tabular-nums max-wide:hidden">
        <LastPolled at={row.lastPolled} now={now} />
      </ListCell>
      <NumberCell value={waiting} />
      <NumberCell value={underWay} />
      <ListCell className="px-3 text-right tabular-nums max-medium:hidden">
        {concurrencyLimit === null ? (
          <span className="text-text-3">None</span>
        ) : (
          formatNumber(concurrencyLimit)
        )}
      </ListCell>
      <ListCell className="medium:hidden max-medium:col-start-2 max-medium:row-start-2 max-medium:truncate">
        {formatNumber(waiting)} waiting, {formatNumber(underWay)} running
      </ListCell>
      <ListCell className="px-2 text-right noscript:invisible max-medium:col-start-3 max-medium:row-span-2 max-medium:row-start-1 max-medium:px-0">
        <QueueMenu
          id={id}
          name={name}
          isPaused={isPaused}
          agentCommand={row.isForAgents ? agentCommand(name) : undefined}
          setPaused={setPaused}
        />
      </ListCell>
    </ListRow>
  );
}

function PoolLink({ pool }: { pool: string }) {
  return (
    <Link
      href={toPoolPath(pool)}
      prefetch={false}
      title={pool}
      className="block truncate font-mono leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
    >
      <bdi>{pool}</bdi>
    </Link>
  );
}

function NumberCell({ value }: { value: number }) {
  return (
    <ListCell className="px-3 text-right tabular-nums max-medium:hidden">
      {value === 0 ? <span className="text-text-3">0</span> : formatNumber(value)}
    </ListCell>
  );
}

function LastPolled({ at, now }: { at: Micros | null; now: Micros }) {
  if (at === null) return <span className="text-text-3">Never</span>;
  return (
    <time dateTime={toIsoTime(at)} title={formatExactTime(at)}>
      {formatAge(at, now)}
    </time>
  );
}
