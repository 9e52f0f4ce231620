import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { deleteBlocksAction, previewDeletionAction } from "@/app/(ui)/blocks/_delete-actions";
import { DetailsPage } from "@/components/blocks/details/details-page";
import { NotFoundView } from "@/components/layout/not-found-view";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";
import { snippetsFor } from "@/lib/snippets/snippets-for";

type Props = PageProps<"/blocks/block/[id]">;

// Title and page are made from one reading.
const readBlock = cache(async (text: string) => {
  const id = parseUuid<BlockDocumentId>(text);
  return id && readBlockDetails(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const block = await readBlock((await params).id);
  return { title: block?.name ?? "No such block" };
}

export default async function BlockPage({ params }: Props) {
  const { id } = await params;
  const block = await readBlock(id);
  if (!block) {
    setPageStatus(404);
    return <NoSuchBlock id={id} />;
  }
  const snippets = snippetsFor({
    slug: block.type.slug,
    name: block.name,
    capabilities: block.capabilities,
    dataKeys: block.dataKeys,
    ...(block.pythonClass && { pythonClass: block.pythonClass }),
    apiUrl: await readApiUrl(),
  });
  return (
    <DetailsPage
      block={block}
      snippets={snippets}
      now={getContext().now()}
      deleteActions={{ preview: previewDeletionAction, remove: deleteBlocksAction }}
    />
  );
}

function NoSuchBlock({ id }: { id: string }) {
  return (
    <NotFoundView
      title="No block has this ID"
      links={[
        { label: "Show all blocks", href: "/blocks" },
        { label: "Choose a block to add", href: "/blocks/catalog" },
      ]}
    >
      <p>It was deleted, or the link comes from another server.</p>
      <p className="mt-2">
        Asked for: <code className="text-sm">{id}</code>
      </p>
    </NotFoundView>
  );
}

/** The address under which this browser reaches the API; server.ts has checked the Host header. */
async function readApiUrl(): Promise<string> {
  const incoming = await headers();
  const scheme = incoming.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${incoming.get("host") ?? "127.0.0.1:4200"}/api`;
}
