"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { LogPanel } from "@/components/runs/details/log-panel";
import { RunButtons } from "@/components/runs/details/run-buttons";
import { RunFacts } from "@/components/runs/details/run-facts";
import { StateTimeline } from "@/components/runs/details/state-timeline";
import { TaskRuns } from "@/components/runs/details/task-runs";
import { type RunFollow, useRunFollow } from "@/components/runs/details/use-run-follow";
import { StateBadge } from "@/components/runs/state-badge";
import { Notice } from "@/components/ui/notice";
import { announce } from "@/components/ui/toast";
import type { FlowRunView } from "@/lib/flow-runs/read-flow-run-view";
import { stateWords } from "@/lib/states/state-label";
import { formatCount } from "@/lib/text/format-count";

type RunViewProps = {
  view: Omit<FlowRunView, "parameters" | "jobVariables">;
  actions: RunActions;
  /** What stays as it is, made on the server: below the log, and at the end of the aside. */
  children: ReactNode;
  about: ReactNode;
};

/** The page of one flow run. What changes while it is under way appears by itself. */
export function RunView({ view, actions, children, about }: RunViewProps) {
  const follow = useRunFollow(view);
  const [fault, setFault] = useState("");
  const { progress, status } = follow;
  useAnnouncements(follow);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Flow runs", href: "/flow-runs" },
          { label: view.name, isMono: true },
        ]}
        title={<bdi>{view.name}</bdi>}
        isMono
        lede={<Lede view={view} state={progress.state} />}
        actions={
          status === "gone" ? undefined : (
            <RunButtons
              run={view}
              progress={progress}
              actions={actions}
              onFault={setFault}
              onResume={follow.resume}
            />
          )
        }
      />
      {status === "gone" ? (
        <Notice title="This run was deleted" role="status" className="mb-6">
          What is shown is the last that was known of it.
        </Notice>
      ) : null}
      {fault === "" ? null : (
        <Notice tone="danger" title="Nothing was started" role="alert" className="mb-6">
          {fault}
        </Notice>
      )}
      <RunFacts progress={progress} now={view.now} />
      <div className="grid items-start gap-10 wide:grid-cols-[minmax(0,1fr)_288px] max-wide:grid-cols-[minmax(0,1fr)] max-wide:gap-8">
        <div className="min-w-0">
          <LogPanel runId={view.id} follow={follow} />
          <TaskRuns {...progress} now={view.now} />
          {children}
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8 wide:sticky wide:top-6">
          <StateTimeline states={progress.states} />
          {about}
        </div>
      </div>
    </>
  );
}

type LedeProps = Pick<RunViewProps, "view"> & { state: RunFollow["progress"]["state"] };

function Lede({ view: { flow, deployment, parent }, state }: LedeProps) {
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <StateBadge state={state} isWhole />
      <span className="min-w-0">
        Flow <NameLink href={`/flows/flow/${flow.id}`} name={flow.name} />
      </span>
      {deployment ? (
        <span className="min-w-0">
          Deployment <NameLink href={`/deployments/deployment/${deployment.id}`} name={deployment.name} />
        </span>
      ) : null}
      {parent ? (
        <span className="min-w-0">
          Called by <NameLink href={`/flow-runs/flow-run/${parent.id}`} name={parent.name} />
        </span>
      ) : null}
    </span>
  );
}

function NameLink({ href, name }: { href: string; name: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-mono text-accent underline-offset-3 [overflow-wrap:anywhere] hover:underline"
    >
      <bdi>{name}</bdi>
    </Link>
  );
}

const quietMs = 10_000;

/** Says a new state at once, and how many lines came now and then: never each of them. */
function useAnnouncements({ progress, arrived }: RunFollow): void {
  const { state } = progress;
  const told = useRef({ state: state?.id, arrived: 0, atMs: 0 });
  useEffect(() => {
    if (!state || told.current.state === state.id) return;
    told.current.state = state.id;
    announce(`The run is now in the state ${stateWords(state.name)}.`);
  }, [state]);
  useEffect(() => {
    if (told.current.arrived === arrived) return;
    const timer = setTimeout(
      () => {
        announce(formatCount(arrived - told.current.arrived, "new log line"));
        told.current = { ...told.current, arrived, atMs: performance.now() };
      },
      Math.max(1000, told.current.atMs + quietMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [arrived]);
}
