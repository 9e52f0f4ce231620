import { ButtonLink } from "@/components/ui/button-link";
import { formatNumber } from "@/lib/text/format-count";

type ListPagerProps = {
  page: number;
  pageCount: number;
  perPage: number;
  /** Rows of the whole list, and of this page. */
  found: number;
  shown: number;
  pathOf: (page: number) => string;
};

/** Where one is in the list, and the pages before and after. */
export function ListPager({ page, pageCount, perPage, found, shown, pathOf }: ListPagerProps) {
  const first = (page - 1) * perPage + 1;
  const last = first + shown - 1;
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
          <PageLink label="Previous" path={page > 1 ? pathOf(page - 1) : undefined} />
          <PageLink label="Next" path={page < pageCount ? pathOf(page + 1) : undefined} />
        </div>
      ) : null}
    </nav>
  );
}

function PageLink({ label, path }: { label: string; path: string | undefined }) {
  // There is no such page: the word keeps the row's shape, and "Page 1 of 5" beside it says why it is no link.
  if (path === undefined)
    return (
      <span className="inline-flex h-ctl-sm items-center rounded-ctl border border-line bg-sunken px-2.25 font-medium text-text-3 leading-none">
        {label}
      </span>
    );
  return (
    <ButtonLink href={path} size="small">
      {label}
    </ButtonLink>
  );
}
