import type { Metadata } from "next";
import { readApiUrl } from "@/app/(ui)/_api-url";
import { guardPage } from "@/app/(ui)/_guard-page";
import { deleteBlocksAction, previewDeletionAction } from "@/app/(ui)/blocks/_delete-actions";
import { ListView } from "@/components/blocks/list/list-view";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { parseListQuery } from "@/lib/blocks/list-query";
import type { Store } from "@/lib/store";

export const metadata: Metadata = { title: "Blocks" };

export default async function BlocksPage({ searchParams }: PageProps<"/blocks">) {
  const query = parseListQuery(await searchParams);
  return guardPage("the list of blocks", async (context) => (
    <ListView
      view={await listBlocks(context, query)}
      starters={await countStarters(context.store)}
      apiUrl={await readApiUrl()}
      deleteActions={{ preview: previewDeletionAction, remove: deleteBlocksAction }}
    />
  ));
}

async function countStarters({ blockTypes }: Store) {
  const count = async (capability: string) =>
    (await blockTypes.list({ schema: { capabilities: [capability] } })).length;
  return { storage: await count("get-directory"), infrastructure: await count("run-infrastructure") };
}
