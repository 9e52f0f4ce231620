import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { DeploymentRow } from "@/components/deployments/list/deployment-row";
import { DeploymentsToolbar } from "@/components/deployments/list/deployments-toolbar";
import { EmptyDeployments } from "@/components/deployments/list/empty-deployments";
import { PageHeader } from "@/components/layout/page-header";
import { ListPager } from "@/components/lists/list-pager";
import { ColumnHead, ListTable, SortHead } from "@/components/lists/list-table";
import { NoResults } from "@/components/lists/no-results";
import { Tag } from "@/components/ui/tag";
import { type DeploymentListView, deploymentsPerPage } from "@/lib/deployments/list-deployments-view";
import { type DeploymentQuery, isNarrowed, toDeploymentsPath } from "@/lib/deployments/list-query";
import { formatCount, formatNumber } from "@/lib/text/format-count";

type DeploymentsViewProps = {
  view: DeploymentListView;
  apiUrl: string;
  /** A storage block to take for example. */
  storage: string | undefined;
  actions: DeploymentActions;
};

/** The page of all deployments. */
export function DeploymentsView({ view, apiUrl, storage, actions }: DeploymentsViewProps) {
  const { query, rows, total, found } = view;
  if (total === 0)
    return (
      <>
        <PageHeader title="Deployments" />
        <EmptyDeployments apiUrl={apiUrl} storage={storage} />
      </>
    );
  const count = isNarrowed(query) ? `${formatNumber(found)} of ${formatNumber(total)}` : formatNumber(total);
  return (
    <>
      <PageHeader title="Deployments" count={count} />
      <DeploymentsToolbar query={query} queues={view.queues} />
      {query.tag === "" ? null : (
        <p className="-mt-1 mb-3 flex flex-wrap items-center gap-2 text-sm text-text-2">
          With the tag <Tag>{query.tag}</Tag>
        </p>
      )}
      {/* Read aloud when a search or a filter changes it. */}
      <p role="status" className="sr-only">
        {isNarrowed(query)
          ? `${formatNumber(found)} of ${formatCount(total, "deployment")} shown`
          : formatCount(total, "deployment")}
      </p>
      {found === 0 ? (
        <NoResults
          title={query.text === "" ? "No deployment is like this" : `No deployment matches “${query.text}”`}
          hint="Try a part of the flow's or the deployment's name, or show everything."
          links={[
            {
              label:
                total === 1 ? "Show the only deployment" : `Show all ${formatCount(total, "deployment")}`,
              path: toDeploymentsPath({ sort: query.sort }),
            },
          ]}
        />
      ) : (
        <>
          <ListTable label="Deployments" head={<Heads query={query} />}>
            {rows.map((row) => (
              <DeploymentRow key={row.id} row={row} actions={actions} />
            ))}
          </ListTable>
          <ListPager
            {...view}
            perPage={deploymentsPerPage}
            shown={rows.length}
            pathOf={(page) => toDeploymentsPath({ ...query, page })}
          />
        </>
      )}
    </>
  );
}

function Heads({ query }: { query: DeploymentQuery }) {
  const order = query.sort === "name" ? "ascending" : query.sort === "name-desc" ? "descending" : undefined;
  const next = query.sort === "name" ? "name-desc" : "name";
  return (
    <>
      <SortHead
        label="Flow / deployment"
        order={order}
        path={toDeploymentsPath({ ...query, sort: next, page: 1 })}
        className="pl-0"
      />
      <ColumnHead className="w-[15%] max-wide:hidden">Storage</ColumnHead>
      <ColumnHead className="w-[14%] max-wide:hidden">Infrastructure</ColumnHead>
      <ColumnHead className="w-[17%] max-wide:w-[24%]">Schedule</ColumnHead>
      <ColumnHead className="w-37">Last runs</ColumnHead>
      <ColumnHead className="w-33">Status</ColumnHead>
      <ColumnHead className="w-11 px-0!">
        <span className="sr-only">Actions</span>
      </ColumnHead>
    </>
  );
}
