import Link from "next/link";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { ShownValueView } from "@/components/blocks/details/shown-value-view";
import { AsideSection, Meta, MetaList, Section } from "@/components/blocks/details/split";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { RunView } from "@/components/runs/details/run-view";
import { CopyButton } from "@/components/ui/copy-button";
import { TagList } from "@/components/ui/tag";
import type { FlowRunView, ShownEntry } from "@/lib/flow-runs/read-flow-run-view";

/** The page of one flow run. */
export function RunPage({ view, actions }: { view: FlowRunView; actions: RunActions }) {
  const { parameters, jobVariables, ...rest } = view;
  return (
    <RunView key={view.id} view={rest} actions={actions} about={<About view={view} />}>
      <Section id="parameters" title="Parameters">
        {parameters.length === 0 ? (
          <p className="text-sm text-text-2">The flow was called without parameters.</p>
        ) : (
          <Entries entries={parameters} />
        )}
      </Section>
      {jobVariables.length === 0 ? null : (
        <Section id="job-variables" title="Job variables">
          <Entries entries={jobVariables} />
        </Section>
      )}
    </RunView>
  );
}

function Entries({ entries }: { entries: readonly ShownEntry[] }) {
  return (
    <dl className="border-line border-t">
      {entries.map(({ key, value }) => (
        <div
          key={key}
          className="grid grid-cols-[188px_minmax(0,1fr)] gap-x-4 border-line border-b py-2.5 text-sm/5.5 max-medium:grid-cols-1"
        >
          <dt dir="auto" className="text-left font-mono text-text-2 [overflow-wrap:anywhere]">
            {key}
          </dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            <ShownValueView value={value} label={key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function About({ view }: { view: FlowRunView }) {
  const { id, queue, created, tags, flowVersion, isAutoScheduled, progress } = view;
  return (
    <AsideSection id="about" title="About">
      <MetaList>
        <Meta name="Work queue">
          <Queue queue={queue} />
        </Meta>
        <Meta name="Made by">{isAutoScheduled ? "Its schedule" : "A person or a program"}</Meta>
        <Meta name="Created">
          <PointInTime at={created} />
        </Meta>
        {flowVersion === null ? null : (
          <Meta name="Flow version">
            <span className="font-mono text-[0.78125rem]">{flowVersion}</span>
          </Meta>
        )}
        {progress.pid === null ? null : (
          <Meta name="Process">
            <span className="font-mono text-[0.78125rem]">{progress.pid}</span>
          </Meta>
        )}
        {tags.length === 0 ? null : (
          <Meta name="Tags">
            <span className="flex justify-end *:justify-end">
              <TagList tags={tags} visible={tags.length} />
            </span>
          </Meta>
        )}
        <Meta name="ID">
          <span className="-my-1 -mr-1.75 inline-flex items-center justify-end gap-0.5">
            <span className="font-mono text-[0.78125rem]" title={id}>
              {id.slice(0, 8)}…{id.slice(-4)}
            </span>
            <CopyButton text={id} label="Copy ID" done="Copied the ID" isIconOnly />
          </span>
        </Meta>
      </MetaList>
    </AsideSection>
  );
}

function Queue({ queue }: Pick<FlowRunView, "queue">) {
  if (!queue) return "None";
  if (queue.id === null) return <span title="The queue was deleted">{queue.name}</span>;
  return (
    <Link
      href={`/work-queues/work-queue/${queue.id}`}
      prefetch={false}
      className="font-mono text-[0.78125rem] text-accent underline-offset-3 hover:underline"
    >
      <bdi>{queue.name}</bdi>
    </Link>
  );
}
