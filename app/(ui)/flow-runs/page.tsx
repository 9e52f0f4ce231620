import type { Metadata } from "next";
import { guardPage } from "@/app/(ui)/_guard-page";
import { runActions } from "@/app/(ui)/flow-runs/_run-actions";
import { RunsView } from "@/components/runs/list/runs-view";
import { listFlowRuns } from "@/lib/flow-runs/list-flow-runs";
import { parseFlowRunQuery } from "@/lib/flow-runs/list-query";

export const metadata: Metadata = { title: "Flow runs" };

export default async function FlowRunsPage({ searchParams }: PageProps<"/flow-runs">) {
  const query = parseFlowRunQuery(await searchParams);
  return guardPage("the list of flow runs", async (context) => (
    <RunsView view={await listFlowRuns(context, query)} actions={runActions} />
  ));
}
