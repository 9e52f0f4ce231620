import { CirclePlay } from "lucide-react";
import { Section, Split } from "@/components/blocks/details/split";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { DeploymentAside } from "@/components/deployments/details/deployment-aside";
import { DeploymentButtons } from "@/components/deployments/details/deployment-buttons";
import { DeploymentCommands } from "@/components/deployments/details/deployment-commands";
import { InfrastructureTable } from "@/components/deployments/details/infrastructure-table";
import { MissingBlockNotice } from "@/components/deployments/details/missing-block-notice";
import { ParameterList } from "@/components/deployments/details/parameter-list";
import { RunList } from "@/components/deployments/details/run-list";
import { ScheduleList } from "@/components/deployments/details/schedule-list";
import { DeploymentBadge } from "@/components/deployments/status-badge";
import { PageHeader } from "@/components/layout/page-header";
import { ProseText } from "@/components/prose/prose-text";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { DeploymentView } from "@/lib/deployments/read-deployment-view";

type DeploymentPageProps = {
  deployment: DeploymentView;
  /** Blocks that could take the place of a deleted one. */
  candidates: Readonly<Record<"storage" | "infrastructure", readonly ReferenceCandidate[]>>;
  actions: DeploymentActions;
};

/** One deployment: how it stands, when it runs, with which values. */
export function DeploymentPage({ deployment, candidates, actions }: DeploymentPageProps) {
  const { id, name, flow, lost } = deployment;
  const title = `${flow.name}/${name}`;
  return (
    <>
      <PageHeader
        title={<bdi>{title}</bdi>}
        isMono
        lede={<Lede deployment={deployment} />}
        crumbs={[
          { label: "Deployments", href: "/deployments" },
          { label: name, isMono: true },
        ]}
        actions={
          <>
            <DeploymentButtons id={id} title={title} isPaused={deployment.isPaused} actions={actions} />
            <ButtonLink
              href={`/deployments/deployment/${id}/run`}
              variant="filled"
              icon={<Icon icon={CirclePlay} />}
            >
              Run
            </ButtonLink>
          </>
        }
      />
      <Split aside={<DeploymentAside deployment={deployment} />}>
        {(["storage", "infrastructure"] as const).map((role) =>
          lost[role] === undefined ? null : (
            <MissingBlockNotice
              key={role}
              deploymentId={id}
              role={role}
              lost={lost[role]}
              candidates={candidates[role]}
              chooseBlock={actions.chooseBlock}
            />
          ),
        )}
        {deployment.description.length > 0 ? (
          <div className="mb-8 max-w-[68ch]">
            <ProseText prose={deployment.description} />
          </div>
        ) : null}
        <Runs deployment={deployment} />
        <Schedules deployment={deployment} setActive={actions.setScheduleActive} />
        <Section id="command-line" title="Command line">
          <DeploymentCommands deployment={deployment} />
        </Section>
        <Values deployment={deployment} />
      </Split>
    </>
  );
}

function Lede({ deployment: { status } }: { deployment: DeploymentView }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 pt-1">
      <DeploymentBadge status={status} />
      {/* A notice says more. */}
      {status.kind === "lost" ? null : <span className="text-sm">{status.hint}</span>}
    </span>
  );
}

function Runs({ deployment: { recent, upcoming } }: { deployment: DeploymentView }) {
  return (
    <>
      {upcoming.length > 0 ? (
        <Section id="upcoming" title="Upcoming runs">
          <RunList runs={upcoming} />
        </Section>
      ) : null}
      <Section id="recent" title="Recent runs">
        {recent.length > 0 ? <RunList runs={recent} /> : <p className="text-sm text-text-2">None yet.</p>}
      </Section>
    </>
  );
}

type SchedulesProps = { deployment: DeploymentView; setActive: DeploymentActions["setScheduleActive"] };

function Schedules({ deployment: { id, schedules, isPaused }, setActive }: SchedulesProps) {
  return (
    <Section id="schedules" title={schedules.length > 1 ? "Schedules" : "Schedule"}>
      {schedules.length > 0 ? (
        <ScheduleList deploymentId={id} schedules={schedules} isPaused={isPaused} setActive={setActive} />
      ) : (
        <p className="text-sm text-text-2">
          None: it runs when somebody starts it. Add one with{" "}
          <code className="whitespace-nowrap">--cron</code>,{" "}
          <code className="whitespace-nowrap">--interval</code> or{" "}
          <code className="whitespace-nowrap">--rrule</code> when building it.
        </p>
      )}
    </Section>
  );
}

function Values({ deployment: { parameters, infrastructureRows } }: { deployment: DeploymentView }) {
  return (
    <>
      <Section id="parameters" title="Parameters">
        {parameters.length > 0 ? (
          <ParameterList parameters={parameters} />
        ) : (
          <p className="text-sm text-text-2">The flow takes none.</p>
        )}
      </Section>
      <Section id="infrastructure" title="Infrastructure">
        {infrastructureRows.length > 0 ? (
          <InfrastructureTable rows={infrastructureRows} />
        ) : (
          <p className="text-sm text-text-2">Neither the block nor the deployment sets anything.</p>
        )}
      </Section>
    </>
  );
}
