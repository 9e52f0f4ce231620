import { Pencil } from "lucide-react";
import Link from "next/link";
import { DeleteBlock } from "@/components/blocks/details/delete-block";
import { DetailsAside } from "@/components/blocks/details/details-aside";
import { Settings } from "@/components/blocks/details/settings";
import { Snippets } from "@/components/blocks/details/snippets";
import { Section, Split } from "@/components/blocks/details/split";
import type { DeleteActions } from "@/components/blocks/list/use-deletion";
import { NewerVersionNotice } from "@/components/blocks/type/newer-version-notice";
import { TypeLogo } from "@/components/blocks/type-logo";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { BlockDetailsView } from "@/lib/blocks/read-block-details";
import type { Snippet } from "@/lib/snippets/snippets-for";
import type { Micros } from "@/lib/time";

type DetailsPageProps = {
  block: BlockDetailsView;
  snippets: readonly Snippet[];
  now: Micros;
  deleteActions: DeleteActions;
};

/** One block: how to use it, what it holds, who uses it. */
export function DetailsPage({ block, snippets, now, deleteActions }: DetailsPageProps) {
  return (
    <>
      <PageHeader
        title={block.name}
        isMono
        leading={<TypeLogo slug={block.type.slug} name={block.type.name} size="lg" />}
        lede={
          <span className="flex flex-wrap items-center gap-x-2">
            <Link
              href={`/blocks/catalog/${block.type.slug}`}
              prefetch={false}
              className="text-text-2 underline decoration-line-ctl underline-offset-3 hover:text-text"
            >
              <bdi>{block.type.name}</bdi>
            </Link>
            {block.isAnonymous ? <Badge>Anonymous</Badge> : null}
          </span>
        }
        crumbs={[
          { label: "Blocks", href: "/blocks" },
          { label: block.name, isMono: true },
        ]}
        actions={
          <>
            {block.settings ? (
              <ButtonLink href={`/blocks/block/${block.id}/edit`} icon={<Icon icon={Pencil} />}>
                Edit
              </ButtonLink>
            ) : null}
            <DeleteBlock id={block.id} name={block.name} actions={deleteActions} />
          </>
        }
      />
      <Split aside={<DetailsAside block={block} now={now} />}>
        {block.settings ? null : <CannotBeRead />}
        {block.settings && block.schemaChanges !== undefined ? (
          <NewerVersionNotice blockId={block.id} changes={block.schemaChanges} />
        ) : null}
        <Snippets snippets={snippets} />
        {block.settings ? (
          <Settings settings={block.settings} />
        ) : (
          <Section id="settings" title="Settings">
            <p className="text-sm text-text-2">They cannot be shown.</p>
          </Section>
        )}
      </Split>
    </>
  );
}

function CannotBeRead() {
  return (
    <div className="mb-6">
      <Notice tone="danger" title="The settings of this block cannot be read">
        The stored bytes are damaged, or were encrypted with a key that the server does not have. Flows that
        load the block fail. Give the server the missing key, restore the data directory from a backup, or
        delete the block and create it again.
      </Notice>
    </div>
  );
}
