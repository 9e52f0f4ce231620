import Link from "next/link";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList } from "@/components/blocks/details/split";
import { schemaAnchor, shortChecksum } from "@/components/blocks/type/checksum";
import { TypeLogo } from "@/components/blocks/type-logo";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { TagList } from "@/components/ui/tag";
import type { BlockDetailsView } from "@/lib/blocks/read-block-details";
import { formatCount } from "@/lib/text/format-count";
import { formatAge } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

/** Who refers to the block, and its dates and identifiers. */
export function DetailsAside({ block, now }: { block: BlockDetailsView; now: Micros }) {
  return (
    <>
      <UsedBy usedBy={block.usedBy} />
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

function UsedBy({ usedBy }: { usedBy: BlockDetailsView["usedBy"] }) {
  if (usedBy.length === 0) {
    return (
      <AsideSection id="used-by" title="Used by">
        <p className="text-sm text-text-2">No other block refers to this one.</p>
      </AsideSection>
    );
  }
  const blocks = new Set(usedBy.map((user) => user.id)).size;
  return (
    <AsideSection id="used-by" title="Used by" end={formatCount(blocks, "block")}>
      <ul className="max-h-96 overflow-y-auto text-sm">
        {usedBy.map((user) => (
          <li
            key={`${user.id} ${user.field}`}
            className="flex gap-2.5 border-line border-b py-2.25 last:border-b-0"
          >
            <TypeLogo slug={user.type.slug} name={user.type.name} />
            <div className="min-w-0">
              <Link
                href={`/blocks/block/${user.id}`}
                prefetch={false}
                className="break-words font-mono text-accent underline-offset-3 [overflow-wrap:anywhere] hover:underline"
              >
                {user.name}
              </Link>{" "}
              {user.isAnonymous ? <Badge>Anonymous</Badge> : null}
              <div className="break-words text-text-3">
                <bdi>{user.type.name}</bdi>, field <code>{user.field}</code>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </AsideSection>
  );
}
