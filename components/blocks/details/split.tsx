import type { ReactNode } from "react";

/** Content of at most 720 px, and an aside that stands beside it on wide screens and below it on others. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start justify-between gap-14 wide:grid-cols-[minmax(0,720px)_288px] max-wide:grid-cols-1 max-wide:gap-8">
      <div className="min-w-0 max-wide:max-w-180">{children}</div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8 wide:sticky wide:top-6 max-wide:max-w-180">
        {aside}
      </div>
    </div>
  );
}

type SectionProps = { id: string; title: ReactNode; end?: ReactNode; children: ReactNode };

/** A part of the main column. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-8 first:mt-0">
      <h2 id={id} className="mb-2 font-semibold text-lg tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A part of the aside; `end` stands at the right of its heading. */
export function AsideSection({ id, title, end, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex items-baseline justify-between gap-2 text-sm">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {end === undefined ? null : <span className="text-text-3 tabular-nums">{end}</span>}
      </div>
      {children}
    </section>
  );
}

/** Names left, values right. */
export function MetaList({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.75 text-sm">{children}</dl>;
}

export function Meta({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-3">{name}</dt>
      <dd className="min-w-0 text-right tabular-nums [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
