import Link from "next/link";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList } from "@/components/blocks/details/split";
import { TagList } from "@/components/ui/tag";
import { toListPath } from "@/lib/blocks/list-query";
import type { BlockTypeView } from "@/lib/blocks/read-block-type-view";
import { formatCount } from "@/lib/text/format-count";

/** The type's blocks, newest first, and what there is to know about it. */
export function TypeAside({ type }: { type: BlockTypeView }) {
  return (
    <>
      <AsideSection id="blocks" title="Blocks" end={formatCount(type.blockCount, "block")}>
        {type.blocks.length === 0 ? (
          <p className="text-sm text-text-2">No block of this type exists yet.</p>
        ) : (
          <TypeBlocks type={type} />
        )}
      </AsideSection>
      <AsideSection id="about" title="About">
        <MetaList>
          <Meta name="Category">{type.category}</Meta>
          <Meta name="Capabilities">
            {type.capabilities.length === 0 ? (
              "None"
            ) : (
              <span className="flex justify-end *:justify-end">
                <TagList tags={type.capabilities} visible={type.capabilities.length} />
              </span>
            )}
          </Meta>
          {isWebAddress(type.documentationUrl) ? (
            <Meta name="Documentation">
              <a
                href={type.documentationUrl}
                rel="noreferrer"
                className="text-accent underline-offset-3 hover:underline"
              >
                {new URL(type.documentationUrl).hostname}
              </a>
            </Meta>
          ) : null}
        </MetaList>
      </AsideSection>
    </>
  );
}

function TypeBlocks({ type }: { type: BlockTypeView }) {
  const link = "font-mono text-text underline-offset-3 hover:text-accent hover:underline";
  return (
    <ul className="text-sm">
      {type.blocks.map((block) => (
        <li
          key={block.id}
          className="flex items-baseline justify-between gap-3 border-line border-b py-2 last:border-b-0"
        >
          <Link
            href={`/blocks/block/${block.id}`}
            prefetch={false}
            className={`${link} truncate`}
            title={block.name}
          >
            {block.name}
          </Link>
          <span className="shrink-0 text-text-3 tabular-nums">
            <PointInTime at={block.updated} />
          </span>
        </li>
      ))}
      <li className="pt-2">
        <Link
          href={toListPath({ type: type.slug })}
          prefetch={false}
          className="text-accent underline-offset-3 hover:underline"
        >
          Show {type.blockCount === 1 ? "it" : `all ${type.blockCount}`} in the list of blocks
        </Link>
      </li>
    </ul>
  );
}

/** A client may register any text; only a web address becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
}
