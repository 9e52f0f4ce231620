import Link from "next/link";
import type { ReactNode } from "react";
import { TypeLogo } from "@/components/blocks/type-logo";
import { Tag } from "@/components/ui/tag";

type TypeCardProps = {
  name: string;
  slug: string;
  description: ReactNode;
  capabilities: readonly string[];
};

/** What a form makes: beside it on wide screens, one line above it on narrow ones. */
export function TypeCard({ name, slug, description, capabilities }: TypeCardProps) {
  return (
    <section
      aria-label="Block type"
      className="grid gap-3 rounded-card border border-line bg-bg p-4 text-sm text-text-2 max-wide:flex max-wide:items-center max-wide:justify-between max-wide:rounded-none max-wide:border-0 max-wide:border-b max-wide:bg-transparent max-wide:px-0 max-wide:pt-0"
    >
      <div className="flex min-w-0 items-center gap-3">
        <TypeLogo slug={slug} name={name} size="lg" />
        <div className="min-w-0">
          <h2 className="break-words font-semibold text-lg/5 text-text tracking-tight">{name}</h2>
          <span className="break-all font-mono text-text-3 text-xs">{slug}</span>
        </div>
      </div>
      <div className="max-wide:hidden">{description}</div>
      {capabilities.length > 0 ? (
        <ul aria-label="Capabilities" className="flex flex-wrap gap-1 max-wide:hidden">
          {capabilities.map((capability) => (
            <li key={capability} className="flex">
              <Tag>{capability}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t pt-3 text-accent max-wide:border-0 max-wide:pt-0">
        <Link
          className="underline-offset-3 hover:underline"
          href={`/blocks/catalog/${slug}`}
          prefetch={false}
        >
          About this type
        </Link>
        <Link
          className="underline-offset-3 hover:underline max-wide:hidden"
          href={`/blocks?type=${encodeURIComponent(slug)}`}
          prefetch={false}
        >
          Its blocks
        </Link>
      </div>
    </section>
  );
}
