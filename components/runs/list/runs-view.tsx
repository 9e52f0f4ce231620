import { PageHeader } from "@/components/layout/page-header";
import { EmptyPicture } from "@/components/lists/empty-picture";
import { ListPager } from "@/components/lists/list-pager";
import { NoResults } from "@/components/lists/no-results";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { RunTable } from "@/components/runs/list/run-table";
import { RunsRefresh } from "@/components/runs/list/runs-refresh";
import { RunsToolbar } from "@/components/runs/list/runs-toolbar";
import { StateChoices } from "@/components/runs/list/state-choices";
import { ButtonLink } from "@/components/ui/button-link";
import { type FlowRunListView, flowRunsPerPage } from "@/lib/flow-runs/list-flow-runs";
import { isNarrowed, toFlowRunsPath } from "@/lib/flow-runs/list-query";
import { formatCount, formatNumber } from "@/lib/text/format-count";

type RunsViewProps = { view: FlowRunListView; actions: RunActions };

/** The page of all flow runs. */
export function RunsView({ view, actions }: RunsViewProps) {
  const { query, rows, total, found, now } = view;
  const refresh = (
    <RunsRefresh
      newsPath={toFlowRunsPath({ ...query, page: view.page }).replace("/flow-runs", "/flow-runs/news")}
      revision={view.revision}
      isMoving={rows.some((row) => !row.isFinal && (row.expected ?? now) <= now)}
    />
  );
  if (total === 0)
    return (
      <>
        <PageHeader title="Flow runs" />
        <EmptyRuns />
        {refresh}
      </>
    );
  return (
    <>
      <PageHeader title="Flow runs" count={countOf(view)} />
      <RunsToolbar query={query} flows={view.flows} deployments={view.deployments} queues={view.queues} />
      <StateChoices states={view.states} query={query} />
      {/* Read aloud when a search or a filter changes it; not when runs come and go by themselves. */}
      <p role="status" className="sr-only">
        {isNarrowed(query) ? `${formatNumber(found)} of ${formatCount(total, "flow run")} shown` : ""}
      </p>
      {found === 0 ? (
        <NothingFound view={view} />
      ) : (
        <>
          <RunTable label="Flow runs" rows={rows} now={now} actions={actions} query={query} />
          <ListPager
            {...view}
            perPage={flowRunsPerPage}
            shown={rows.length}
            pathOf={(page) => toFlowRunsPath({ ...query, page })}
          />
        </>
      )}
      {refresh}
    </>
  );
}

function countOf({ found, total }: FlowRunListView): string {
  return found === total ? formatNumber(total) : `${formatNumber(found)} of ${formatNumber(total)}`;
}

function NothingFound({ view: { query, total } }: { view: FlowRunListView }) {
  const all = {
    label: total === 1 ? "Show the only run" : `Show all ${formatCount(total, "run")}`,
    path: toFlowRunsPath({ when: "any", sort: query.sort }),
  };
  if (!isNarrowed(query))
    return (
      <NoResults
        title="No run was due until now"
        hint="There are runs that are still to come."
        links={[
          { label: "Show what is still to come", path: toFlowRunsPath({ when: "coming", sort: "oldest" }) },
        ]}
      />
    );
  return (
    <NoResults
      title={query.text === "" ? "No flow run is like this" : `No flow run matches “${query.text}”`}
      hint="Try a part of the name or another time, or show everything."
      links={[all]}
    />
  );
}

function EmptyRuns() {
  return (
    <div className="mx-auto mt-[clamp(24px,6vh,72px)] max-w-140 text-center">
      <EmptyPicture />
      <p className="font-semibold text-[1.1875rem] leading-6.5 tracking-tight">No flow runs yet</p>
      <p className="mx-auto mt-1.5 mb-5 max-w-[50ch] text-text-2">
        A run appears here as soon as a deployment is run, a schedule makes one, or a flow is called with a
        client that points at this server.
      </p>
      <ButtonLink href="/deployments" variant="filled">
        Show deployments
      </ButtonLink>
    </div>
  );
}
