import type { Metadata } from "next";
import { headers } from "next/headers";
import { deleteBlocksAction, previewDeletionAction } from "@/app/(ui)/blocks/_delete-actions";
import { ListView } from "@/components/blocks/list/list-view";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { parseListQuery } from "@/lib/blocks/list-query";
import type { Store } from "@/lib/blocks/store";
import { getContext } from "@/lib/server/context";

export const metadata: Metadata = { title: "Blocks" };

export default async function BlocksPage({ searchParams }: PageProps<"/blocks">) {
  const context = getContext();
  const view = await listBlocks(context, parseListQuery(await searchParams));
  return (
    <ListView
      view={view}
      starters={await countStarters(context.store)}
      apiUrl={await readApiUrl()}
      deleteActions={{ preview: previewDeletionAction, remove: deleteBlocksAction }}
    />
  );
}

async function countStarters({ blockTypes }: Store) {
  const count = async (capability: string) =>
    (await blockTypes.list({ schema: { capabilities: [capability] } })).length;
  return { storage: await count("get-directory"), infrastructure: await count("run-infrastructure") };
}

/** The address under which this browser reaches the API; server.ts has checked the Host header. */
async function readApiUrl(): Promise<string> {
  const incoming = await headers();
  const scheme = incoming.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${incoming.get("host") ?? "127.0.0.1:4200"}/api`;
}
