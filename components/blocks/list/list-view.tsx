import type { ReactNode } from "react";
import { BlockTable, type TableRow } from "@/components/blocks/list/block-table";
import { EmptyList } from "@/components/blocks/list/empty-list";
import { ListToolbar } from "@/components/blocks/list/list-toolbar";
import { NewBlockLink } from "@/components/blocks/list/new-block-link";
import { NoBlocksFound } from "@/components/blocks/list/no-blocks-found";
import type { DeleteActions } from "@/components/blocks/list/use-deletion";
import { TypeLogo } from "@/components/blocks/type-logo";
import { PageHeader } from "@/components/layout/page-header";
import { ListPager } from "@/components/lists/list-pager";
import { type BlockListView, type BlockRow, blocksPerPage } from "@/lib/blocks/list-blocks";
import { isFiltered, toListPath } from "@/lib/blocks/list-query";
import { formatCount, formatNumber } from "@/lib/text/format-count";

type ListViewProps = {
  view: BlockListView;
  /** How many types the starter tiles lead to. */
  starters: { readonly storage: number; readonly infrastructure: number };
  apiUrl: string;
  deleteActions: DeleteActions;
};

/** The page of the configured blocks. */
export function ListView({ view, starters, apiUrl, deleteActions }: ListViewProps) {
  if (view.total === 0)
    return (
      <>
        <PageHeader title="Blocks" />
        <EmptyList starters={starters} apiUrl={apiUrl} />
      </>
    );

  const logos = drawLogos(view.rows);
  const rows = view.rows.map((row): TableRow => ({ ...row, logo: logos.get(row.typeSlug) }));
  return (
    <>
      <PageHeader title="Blocks" count={countOf(view)} actions={<NewBlockLink />} isInline />
      <ListToolbar query={view.query} types={view.types} capabilities={view.capabilities} />
      {/* Read aloud when a search or a filter changes it. */}
      <p role="status" className="sr-only">
        {isFiltered(view.query)
          ? `${formatNumber(view.found)} of ${formatCount(view.total, "block")} shown`
          : formatCount(view.total, "block")}
      </p>
      {view.found === 0 ? (
        <NoBlocksFound view={view} />
      ) : (
        <BlockTable rows={rows} query={view.query} deleteActions={deleteActions}>
          <ListPager
            {...view}
            perPage={blocksPerPage}
            shown={view.rows.length}
            pathOf={(page) => toListPath({ ...view.query, page })}
          />
        </BlockTable>
      )}
    </>
  );
}

/** One element for each type: the page's data then holds its shapes once, not once a row. */
function drawLogos(rows: readonly BlockRow[]): ReadonlyMap<string, ReactNode> {
  return new Map(
    rows.map(({ typeSlug, typeName }) => [
      typeSlug,
      <TypeLogo key={typeSlug} slug={typeSlug} name={typeName} />,
    ]),
  );
}

function countOf(view: BlockListView): string {
  const total = formatNumber(view.total);
  return isFiltered(view.query) ? `${formatNumber(view.found)} of ${total}` : total;
}
