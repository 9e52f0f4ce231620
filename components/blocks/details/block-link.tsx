import Link from "next/link";
import { TypeLogo } from "@/components/blocks/type-logo";
import { Badge } from "@/components/ui/badge";
import type { BlockLabel } from "@/lib/blocks/block-label";

/** Another block: logo, name as a link, type. */
export function BlockLink({ block }: { block: BlockLabel }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-0.5 align-top">
      <TypeLogo slug={block.type.slug} name={block.type.name} />
      <Link
        href={`/blocks/block/${block.id}`}
        prefetch={false}
        className="min-w-0 font-medium font-mono underline-offset-3 [overflow-wrap:anywhere] hover:text-accent hover:underline"
      >
        {block.name}
      </Link>
      <bdi className="text-text-3">{block.type.name}</bdi>
      {block.isAnonymous ? <Badge>Anonymous</Badge> : null}
      {block.isReadable ? null : <Badge tone="danger">Cannot be read</Badge>}
    </span>
  );
}
