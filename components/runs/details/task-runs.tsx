"use client";

import Link from "next/link";
import { Section } from "@/components/blocks/details/split";
import { ColumnHead, ListCell, ListRow, ListTable } from "@/components/lists/list-table";
import { Elapsed } from "@/components/runs/elapsed";
import { StateBadge } from "@/components/runs/state-badge";
import type { RunProgress, TaskRunRow } from "@/lib/flow-runs/read-progress";
import { formatCount, formatNumber } from "@/lib/text/format-count";
import { formatExactTime, toIsoTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

type TaskRunsProps = Pick<RunProgress, "taskRuns" | "taskRunCount" | "isFinal"> & { now: Micros };

/** The tasks that a run has called so far. */
export function TaskRuns({ taskRuns, taskRunCount, isFinal, now }: TaskRunsProps) {
  return (
    <Section
      id="task-runs"
      title={`Task runs${taskRunCount === 0 ? "" : ` (${formatNumber(taskRunCount)})`}`}
    >
      {taskRuns.length === 0 ? (
        <p className="text-sm text-text-2">
          {isFinal ? "The flow called no task." : "The flow has called no task yet."}
        </p>
      ) : (
        <ListTable label="Task runs" head={<Heads />}>
          {taskRuns.map((row) => (
            <Row key={row.id} row={row} now={now} />
          ))}
        </ListTable>
      )}
      {taskRuns.length < taskRunCount ? (
        <p className="pt-2.5 text-sm text-text-3">
          The newest {taskRuns.length} of {formatCount(taskRunCount, "task run")}.
        </p>
      ) : null}
    </Section>
  );
}

function Heads() {
  return (
    <>
      <ColumnHead className="pl-0!">Name</ColumnHead>
      <ColumnHead className="w-44">State</ColumnHead>
      <ColumnHead className="w-28 text-right">Start</ColumnHead>
      <ColumnHead className="w-28 pr-0! text-right">Duration</ColumnHead>
    </>
  );
}

function Row({ row: { name, state, isFinal, start, end, child }, now }: { row: TaskRunRow; now: Micros }) {
  return (
    <ListRow className="max-medium:grid-cols-[minmax(0,1fr)_auto] max-medium:gap-y-1">
      <ListCell className="medium:pr-3 max-medium:col-span-2 max-medium:row-start-1">
        <bdi className="block truncate font-mono text-text" title={name.length > 30 ? name : undefined}>
          {name}
        </bdi>
        {child ? (
          <span className="flex gap-1 pb-1.5 text-text-3">
            Flow run{" "}
            <Link
              href={`/flow-runs/flow-run/${child.id}`}
              prefetch={false}
              className="truncate font-mono text-accent underline-offset-3 hover:underline"
            >
              <bdi>{child.name}</bdi>
            </Link>
          </span>
        ) : null}
      </ListCell>
      <ListCell className="min-w-0 medium:px-3 max-medium:col-start-1 max-medium:row-start-2">
        <StateBadge state={state} />
      </ListCell>
      <ListCell className="px-3 text-right tabular-nums max-medium:hidden">
        {start === null ? (
          <span className="text-text-3">Not yet</span>
        ) : (
          <time dateTime={toIsoTime(start)} title={formatExactTime(start)}>
            {toIsoTime(start).slice(11, 19)}
          </time>
        )}
      </ListCell>
      <ListCell className="text-right medium:pl-3 max-medium:col-start-2 max-medium:row-start-2">
        {start === null ? (
          <span className="text-text-3">–</span>
        ) : (
          <Elapsed start={start} end={isFinal ? (end ?? start) : null} now={now} />
        )}
      </ListCell>
    </ListRow>
  );
}
