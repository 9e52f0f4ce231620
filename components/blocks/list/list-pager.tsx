import { ButtonLink } from "@/components/ui/button-link";
import { type BlockListView, blocksPerPage } from "@/lib/blocks/list-blocks";
import { toListPath } from "@/lib/blocks/list-query";
import { formatNumber } from "@/lib/text/format-count";

/** Where one is in the list, and the pages before and after. */
export function ListPager({ view }: { view: BlockListView }) {
  const { query, page, pageCount, found, rows } = view;
  const first = (page - 1) * blocksPerPage + 1;
  const last = first + rows.length - 1;
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-3 pt-3 text-sm text-text-3"
    >
      <span className="tabular-nums">
        {formatNumber(first)}–{formatNumber(last)} of {formatNumber(found)}
      </span>
      {pageCount > 1 ? (
        <div className="flex items-center gap-2">
          <span className="mr-2 tabular-nums">
            Page {page} of {pageCount}
          </span>
          <PageLink label="Previous" page={page - 1} view={view} query={query} />
          <PageLink label="Next" page={page + 1} view={view} query={query} />
        </div>
      ) : null}
    </nav>
  );
}

type PageLinkProps = { label: string; page: number; view: BlockListView; query: BlockListView["query"] };

function PageLink({ label, page, view, query }: PageLinkProps) {
  // There is no such page: the word keeps the row's shape, and "Page 1 of 5" beside it says why it is no link.
  if (page < 1 || page > view.pageCount)
    return (
      <span className="inline-flex h-ctl-sm items-center rounded-ctl border border-line bg-sunken px-2.25 font-medium text-text-3 leading-none">
        {label}
      </span>
    );
  return (
    <ButtonLink href={toListPath({ ...query, page })} size="small">
      {label}
    </ButtonLink>
  );
}
