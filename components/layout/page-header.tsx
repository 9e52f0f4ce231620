import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type Crumb = { readonly label: string; readonly href?: string; readonly isMono?: boolean };

type PageHeaderProps = {
  /** The page's only `h1`. */
  title: ReactNode;
  /** Of things listed; read aloud with the title's line, not part of the heading's name. */
  count?: string;
  /** The way here; the last one is this page and has no link. */
  crumbs?: readonly Crumb[];
  /** Stands before the title: a logo. */
  leading?: ReactNode;
  /** A line under the title. */
  lede?: ReactNode;
  /** At the right end, the filled one last. */
  actions?: ReactNode;
  /** The actions stay beside the title on narrow screens: for a single short one. */
  isInline?: boolean;
  isMono?: boolean;
};

/** Breadcrumb and title row: the top of every page. */
export function PageHeader(props: PageHeaderProps) {
  const { title, count, crumbs, leading, lede, actions, isInline = false, isMono = false } = props;
  return (
    <>
      {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
      <div
        className={clsx(
          "mb-5 flex items-start gap-4 max-medium:gap-3",
          crumbs && "mt-4",
          isInline ? "items-center" : "max-medium:flex-wrap",
        )}
      >
        {leading}
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline gap-2">
            <h1
              className={clsx(
                "min-w-0 font-semibold tracking-tight [overflow-wrap:anywhere]",
                isMono ? "font-mono text-[1.25rem] leading-7" : "text-xl",
              )}
            >
              {title}
            </h1>
            {count === undefined ? null : <span className="text-text-3 tabular-nums">{count}</span>}
          </div>
          {lede === undefined ? null : (
            <div className="prose-links mt-0.75 max-w-[68ch] text-text-2 [overflow-wrap:anywhere]">
              {lede}
            </div>
          )}
        </div>
        {actions === undefined ? null : (
          <div className={clsx("flex shrink-0 gap-2", !isInline && "max-narrow:w-full max-narrow:*:flex-1")}>
            {actions}
          </div>
        )}
      </div>
    </>
  );
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-sm text-text-3">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex min-w-0 items-center gap-1.5">
            {index > 0 ? <Icon icon={ChevronRight} size={12} /> : null}
            {crumb.href === undefined ? (
              <span aria-current="page" className={clsx("truncate", crumb.isMono && "font-mono")}>
                {crumb.label}
              </span>
            ) : (
              <Link
                href={crumb.href}
                prefetch={false}
                className={clsx(
                  "truncate text-text-2 underline-offset-3 hover:text-text hover:underline",
                  crumb.isMono && "font-mono",
                )}
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
