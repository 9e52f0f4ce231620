import { TypeCard } from "@/components/blocks/catalog/type-card";
import type { CatalogCard, CatalogView } from "@/lib/blocks/list-catalog";

/** The cards by group; deprecated types under a heading of their own, last. */
export function TypeCards({ view }: { view: CatalogView }) {
  // One group among current types needs no heading: the filter above says what it is.
  const hasHeadings = view.groups.length > 1;
  return (
    <>
      {view.groups.map(({ heading, cards }) =>
        hasHeadings ? (
          <section key={heading} aria-label={heading ?? undefined} className="mt-6 first:mt-0">
            <Divider heading={heading ?? ""} count={cards.length} />
            <CardGrid cards={cards} headingLevel={3} />
          </section>
        ) : (
          <CardGrid key={heading} cards={cards} headingLevel={2} />
        ),
      )}
      {view.deprecated.length > 0 ? (
        <section aria-label="Deprecated" className="mt-6">
          <Divider heading="Deprecated" count={view.deprecated.length} />
          <CardGrid cards={view.deprecated} headingLevel={3} />
        </section>
      ) : null}
    </>
  );
}

function Divider({ heading, count }: { heading: string; count: number }) {
  return (
    <div className="mb-4 flex items-center gap-3 text-sm text-text-3 after:h-px after:flex-1 after:bg-line">
      <h2 className="font-medium text-text-2">{heading}</h2>
      <span className="tabular-nums">{count}</span>
    </div>
  );
}

function CardGrid({ cards, headingLevel }: { cards: readonly CatalogCard[]; headingLevel: 2 | 3 }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,300px),1fr))] gap-4">
      {cards.map((card) => (
        <TypeCard key={card.slug} card={card} headingLevel={headingLevel} />
      ))}
    </ul>
  );
}
