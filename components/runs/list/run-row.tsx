import Link from "next/link";
import type { ReactNode } from "react";
import { ListCell, ListRow } from "@/components/lists/list-table";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { Elapsed } from "@/components/runs/elapsed";
import { Instant } from "@/components/runs/instant";
import { RunMenu } from "@/components/runs/list/run-menu";
import { StateBadge } from "@/components/runs/state-badge";
import type { FlowRunRow } from "@/lib/flow-runs/list-flow-runs";
import type { Micros } from "@/lib/time";

type RunRowProps = {
  row: FlowRunRow;
  now: Micros;
  actions: Pick<RunActions, "cancel" | "remove">;
  /** On the page of a flow its own name says nothing. */
  hasFlow: boolean;
};

/** One run. On narrow screens the row folds to its name, then state and time. */
export function RunRow({ row, now, actions, hasFlow }: RunRowProps) {
  const { id, name, flow, deployment, state, isFinal } = row;
  return (
    <ListRow
      id={`run-${id}`}
      className="hover:bg-hover has-[[aria-expanded=true]]:bg-hover max-medium:grid-cols-[minmax(0,1fr)_auto_44px] max-medium:gap-y-1 max-medium:pr-2!"
    >
      <ListCell className="medium:pr-3 max-medium:col-span-2 max-medium:col-start-1 max-medium:row-start-1">
        <NameLink href={`/flow-runs/flow-run/${id}`} name={name} isMain />
      </ListCell>
      {hasFlow ? (
        <ListCell className="px-3 max-medium:hidden">
          <NameLink href={`/flows/flow/${flow.id}`} name={flow.name} />
        </ListCell>
      ) : null}
      <ListCell className="px-3 max-medium:hidden">
        {deployment ? (
          <NameLink href={`/deployments/deployment/${deployment.id}`} name={deployment.name} />
        ) : (
          <Nothing words="No deployment" />
        )}
      </ListCell>
      <ListCell className="min-w-0 medium:px-3 max-medium:col-start-1 max-medium:row-start-2">
        <StateBadge state={state} />
      </ListCell>
      <ListCell className="text-right medium:px-3 max-medium:col-start-2 max-medium:row-start-2 max-medium:pl-3">
        <When row={row} now={now} />
      </ListCell>
      <ListCell className="px-3 text-right max-medium:hidden">
        {row.start === null ? (
          <Nothing words="Not started" />
        ) : (
          <Elapsed start={row.start} end={isFinal ? (row.end ?? row.start) : null} now={now} />
        )}
      </ListCell>
      <ListCell className="px-2 text-right noscript:invisible max-medium:col-start-3 max-medium:row-span-2 max-medium:row-start-1 max-medium:px-0">
        <RunMenu run={{ id, name, isFinal }} actions={actions} />
      </ListCell>
    </ListRow>
  );
}

function When({ row: { start, expected, isFinal }, now }: Pick<RunRowProps, "row" | "now">): ReactNode {
  if (start !== null) return <Instant at={start} now={now} />;
  if (expected === null || isFinal) return <Nothing words="Not started" />;
  return (
    <span className="text-text-3">
      {expected > now ? "" : "due "}
      <Instant at={expected} now={now} isInSentence />
    </span>
  );
}

type NameLinkProps = { href: string; name: string; isMain?: boolean };

function NameLink({ href, name, isMain = false }: NameLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      title={name.length > 20 ? name : undefined}
      className={
        isMain
          ? "block truncate font-medium font-mono text-sm text-text leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
          : "block truncate font-mono leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
      }
    >
      <bdi>{name}</bdi>
    </Link>
  );
}

function Nothing({ words }: { words: string }) {
  return (
    <span className="text-text-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
