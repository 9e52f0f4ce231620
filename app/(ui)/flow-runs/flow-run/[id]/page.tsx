import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { runActions } from "@/app/(ui)/flow-runs/_run-actions";
import { NotFoundView } from "@/components/layout/not-found-view";
import { RunPage } from "@/components/runs/details/run-page";
import { readFlowRunView } from "@/lib/flow-runs/read-flow-run-view";
import { type FlowRunId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/flow-runs/flow-run/[id]">;

// Title and page are made from one reading.
const readRun = cache(async (text: string) => {
  const id = parseUuid<FlowRunId>(text);
  return id && readFlowRunView(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const run = await readRun((await params).id).catch(() => undefined);
  return { title: run?.name ?? "No such flow run" };
}

export default async function FlowRunPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the page of a flow run", async () => {
    const view = await readRun(id);
    if (view) return <RunPage view={view} actions={runActions} />;
    setPageStatus(404);
    return (
      <NotFoundView
        title="No flow run has this ID"
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
