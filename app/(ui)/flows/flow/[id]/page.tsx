import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { runActions } from "@/app/(ui)/flow-runs/_run-actions";
import { deleteFlowAction } from "@/app/(ui)/flows/_actions";
import { FlowPage } from "@/components/flows/flow-page";
import { NotFoundView } from "@/components/layout/not-found-view";
import { readFlowView } from "@/lib/flows/read-flow-view";
import { type FlowId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/flows/flow/[id]">;

// Title and page are made from one reading.
const readFlow = cache(async (text: string) => {
  const id = parseUuid<FlowId>(text);
  return id && readFlowView(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const flow = await readFlow((await params).id).catch(() => undefined);
  return { title: flow?.name ?? "No such flow" };
}

export default async function FlowDetailsPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the page of a flow", async () => {
    const flow = await readFlow(id);
    if (flow) return <FlowPage flow={flow} runActions={runActions} remove={deleteFlowAction} />;
    setPageStatus(404);
    return (
      <NotFoundView
        title="No flow has this ID"
        links={[
          { label: "Show all flow runs", href: "/flow-runs" },
          { label: "Show deployments", href: "/deployments" },
        ]}
      >
        <p>It was deleted, or the link comes from another server.</p>
        <p className="mt-2">
          Asked for: <code className="text-sm">{id}</code>
        </p>
      </NotFoundView>
    );
  });
}
