import Link from "next/link";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList } from "@/components/blocks/details/split";
import { UsedBy } from "@/components/blocks/details/used-by";
import { schemaAnchor, shortChecksum } from "@/components/blocks/type/checksum";
import { CopyButton } from "@/components/ui/copy-button";
import { TagList } from "@/components/ui/tag";
import type { BlockDetailsView } from "@/lib/blocks/read-block-details";
import { formatAge } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

/** Who refers to the block, and its dates and identifiers. */
export function DetailsAside({ block, now }: { block: BlockDetailsView; now: Micros }) {
  return (
    <>
      <UsedBy usedBy={block.usedBy} deployments={block.deployments} />
      <AsideSection id="about" title="About">
        <MetaList>
          <Meta name="Updated">
            <Age at={block.updated} now={now} />
            <PointInTime at={block.updated} />
          </Meta>
          <Meta name="Created">
            <PointInTime at={block.created} />
          </Meta>
          <Meta name="Capabilities">
            {block.capabilities.length === 0 ? (
              "None"
            ) : (
              <span className="flex justify-end *:justify-end">
                <TagList tags={block.capabilities} visible={block.capabilities.length} />
              </span>
            )}
          </Meta>
          <Meta name="Schema">
            <Link
              href={`/blocks/catalog/${block.type.slug}#${schemaAnchor(block.checksum)}`}
              prefetch={false}
              title={block.checksum}
              className="font-mono text-[0.78125rem] text-accent underline-offset-3 hover:underline"
            >
              {shortChecksum(block.checksum)}
            </Link>
          </Meta>
          <Meta name="ID">
            <span className="-my-1 -mr-1.75 inline-flex items-center justify-end gap-0.5">
              <span className="font-mono text-[0.78125rem]" title={block.id}>
                {block.id.slice(0, 8)}…{block.id.slice(-4)}
              </span>
              {/* "Copy" is the name of the snippet's button; scripts look for it. */}
              <CopyButton
                text={block.id}
                label="Put the ID on the clipboard"
                done="Copied the ID"
                isIconOnly
              />
            </span>
          </Meta>
        </MetaList>
      </AsideSection>
    </>
  );
}

/** "4 h ago, " before the date, under seven days. */
function Age({ at, now }: { at: Micros; now: Micros }) {
  const age = formatAge(at, now);
  return /ago$|^Just/.test(age) ? `${age}, ` : null;
}
