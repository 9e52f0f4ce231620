import { clsx } from "clsx";
import { Plus } from "lucide-react";
import Link from "next/link";
import { TypeLogo } from "@/components/blocks/type-logo";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { TagList } from "@/components/ui/tag";
import type { CatalogCard } from "@/lib/blocks/list-catalog";
import { toListPath } from "@/lib/blocks/list-query";
import { formatCount } from "@/lib/text/format-count";

type TypeCardProps = { card: CatalogCard; headingLevel: 2 | 3 };

/** A block type in the catalogue. The name leads to its page, Add to the form; the card itself is no link. */
export function TypeCard({ card, headingLevel }: TypeCardProps) {
  const { slug, name, description, capabilities, deprecated, matchedField, hasSchema } = card;
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <li
      className={clsx(
        "flex min-w-0 flex-col gap-2.5 rounded-card border border-line p-4 transition-[border-color,box-shadow] duration-90 hover:border-line-ctl hover:shadow-1",
        deprecated ? "bg-bg" : "bg-surface",
      )}
    >
      <div className="flex items-start gap-3">
        <span className={clsx("mt-0.5", deprecated && "saturate-25")}>
          <TypeLogo slug={slug} name={name} size="md" />
        </span>
        <div className="min-w-0 flex-1">
          <Heading className="break-words font-semibold text-[0.9375rem]/5 tracking-tight">
            <Link
              href={`/blocks/catalog/${slug}`}
              prefetch={false}
              dir="auto"
              className="hover:text-accent hover:underline hover:underline-offset-3"
            >
              {name}
            </Link>
          </Heading>
          <div className="flex items-baseline justify-between gap-3">
            <span className="truncate font-mono text-text-3 text-xs/4.5" title={slug}>
              {slug}
            </span>
            <BlockCount card={card} />
          </div>
        </div>
      </div>
      {description === "" ? null : (
        <p dir="auto" className="line-clamp-2 break-words text-sm text-text-2">
          {description}
        </p>
      )}
      {deprecated ? <Successor deprecated={deprecated} /> : null}
      {matchedField === undefined ? null : (
        <p className="break-words text-sm text-text-3">Has the field {matchedField}</p>
      )}
      <div className="mt-auto flex items-center gap-2 pt-0.5">
        <div className="flex min-w-0 flex-1 flex-wrap gap-1">
          {deprecated ? <Badge>Deprecated</Badge> : null}
          <TagList tags={capabilities} visible={deprecated ? 1 : 2} />
        </div>
        {hasSchema ? (
          <ButtonLink size="small" href={`/blocks/catalog/${slug}/create`} aria-label={`Add ${name}`}>
            Add
            <Icon icon={Plus} className="text-text-2" />
          </ButtonLink>
        ) : (
          <span className="text-sm text-text-3">No schema yet</span>
        )}
      </div>
    </li>
  );
}

function BlockCount({ card }: { card: CatalogCard }) {
  const look = "whitespace-nowrap text-xs/6 tabular-nums";
  if (card.blockCount === 0) return <span className={clsx(look, "text-text-3")}>No blocks</span>;
  return (
    <Link
      href={toListPath({ type: card.slug })}
      prefetch={false}
      aria-label={`${formatCount(card.blockCount, "block")} of type ${card.name}`}
      className={clsx(look, "text-text-2 underline-offset-3 hover:text-accent hover:underline")}
    >
      {formatCount(card.blockCount, "block")}
    </Link>
  );
}

function Successor({ deprecated }: { deprecated: NonNullable<CatalogCard["deprecated"]> }) {
  const { successor, note } = deprecated;
  if (!successor) return <p className="line-clamp-2 text-sm text-text-2">{note}</p>;
  return (
    <p className="prose-links -mt-1.5 text-sm text-text-2">
      Replaced by{" "}
      {successor.slug === undefined ? (
        <strong className="font-medium text-text">{successor.name}</strong>
      ) : (
        <Link href={`/blocks/catalog/${successor.slug}`} prefetch={false}>
          {successor.name}
        </Link>
      )}
    </p>
  );
}
