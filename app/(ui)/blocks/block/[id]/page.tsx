import type { Metadata } from "next";
import { cache } from "react";
import { readApiUrl } from "@/app/(ui)/_api-url";
import { guardPage } from "@/app/(ui)/_guard-page";
import { deleteBlocksAction, previewDeletionAction } from "@/app/(ui)/blocks/_delete-actions";
import { DetailsPage } from "@/components/blocks/details/details-page";
import { NoSuchBlock } from "@/components/blocks/details/no-such-block";
import { type BlockDetailsView, readBlockDetails } from "@/lib/blocks/read-block-details";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";
import { type SnippetSubject, snippetsFor } from "@/lib/snippets/snippets-for";

type Props = PageProps<"/blocks/block/[id]">;

// Title and page are made from one reading.
const readBlock = cache(async (text: string) => {
  const id = parseUuid<BlockDocumentId>(text);
  return id && readBlockDetails(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const block = await readBlock((await params).id).catch(() => undefined);
  return { title: block?.name ?? "No such block" };
}

export default async function BlockPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the details of a block", async (context) => {
    const block = await readBlock(id);
    if (!block) {
      setPageStatus(404);
      return <NoSuchBlock id={id} />;
    }
    return (
      <DetailsPage
        block={block}
        snippets={snippetsFor(toSubject(block, await readApiUrl()))}
        now={context.now()}
        deleteActions={{ preview: previewDeletionAction, remove: deleteBlocksAction }}
      />
    );
  });
}

function toSubject(block: BlockDetailsView, apiUrl: string): SnippetSubject {
  const { name, type, capabilities, dataKeys, pythonClass } = block;
  const user = block.deployments.find(({ isPaused }) => !isPaused) ?? block.deployments[0];
  return {
    slug: type.slug,
    name,
    capabilities,
    dataKeys,
    apiUrl,
    ...(pythonClass && { pythonClass }),
    ...(user && { deployment: user.deployment }),
  };
}
