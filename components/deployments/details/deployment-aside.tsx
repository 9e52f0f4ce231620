import { Unlink } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PointInTime } from "@/components/blocks/details/point-in-time";
import { AsideSection, Meta, MetaList } from "@/components/blocks/details/split";
import { TypeLogo } from "@/components/blocks/type-logo";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import type { BlockLabel } from "@/lib/blocks/block-label";
import { toDeploymentsPath } from "@/lib/deployments/list-query";
import type { DeploymentView } from "@/lib/deployments/read-deployment-view";

/** What the deployment is made of, and its identifiers. */
export function DeploymentAside({ deployment }: { deployment: DeploymentView }) {
  const { id, storage, infrastructure, lost, queue, tags, version } = deployment;
  return (
    <>
      <AsideSection id="blocks" title="Blocks">
        <BlockLine title="Storage" block={storage} lost={lost.storage} none="Local files of the agent">
          {storage?.basePath}
        </BlockLine>
        <BlockLine
          title="Infrastructure"
          block={infrastructure}
          lost={lost.infrastructure}
          none="The agent's default"
        />
      </AsideSection>
      <AsideSection id="about" title="About">
        <MetaList>
          <Meta name="Flow">
            <Link
              href={`/flows/flow/${deployment.flow.id}`}
              prefetch={false}
              className="text-accent underline-offset-3 hover:underline"
            >
              <bdi className="font-mono text-[0.78125rem]">{deployment.flow.name}</bdi>
            </Link>
          </Meta>
          <Meta name="Work queue">{queue === null ? "None" : <QueueLink queue={queue} />}</Meta>
          <Meta name="Entrypoint">{mono(deployment.entrypoint)}</Meta>
          <Meta name="Path">{mono(deployment.path)}</Meta>
          <Meta name="Version">{mono(version)}</Meta>
          <Meta name="Tags">{tags.length === 0 ? "None" : <TagLinks tags={tags} />}</Meta>
          <Meta name="Updated">
            <PointInTime at={deployment.updated} />
          </Meta>
          <Meta name="Created">
            <PointInTime at={deployment.created} />
          </Meta>
          <Meta name="ID">
            <span className="-my-1 -mr-1.75 inline-flex items-center justify-end gap-0.5">
              <span className="font-mono text-[0.78125rem]" title={id}>
                {id.slice(0, 8)}…{id.slice(-4)}
              </span>
              <CopyButton text={id} label="Copy the ID" done="Copied the ID" isIconOnly />
            </span>
          </Meta>
        </MetaList>
      </AsideSection>
    </>
  );
}

function mono(text: string | null): ReactNode {
  return text === null || text === "" ? (
    "Not set"
  ) : (
    <span className="font-mono text-[0.78125rem]">{text}</span>
  );
}

function QueueLink({ queue: { id, name } }: { queue: NonNullable<DeploymentView["queue"]> }) {
  const words = <bdi className="font-mono text-[0.78125rem]">{name}</bdi>;
  if (id === null) return words;
  return (
    <Link
      href={`/work-queues/work-queue/${id}`}
      prefetch={false}
      className="text-accent underline-offset-3 hover:underline"
    >
      {words}
    </Link>
  );
}

function TagLinks({ tags }: { tags: readonly string[] }) {
  return (
    <ul className="flex flex-wrap justify-end gap-1">
      {tags.map((tag) => (
        <li key={tag} className="flex min-w-0">
          <Link
            href={toDeploymentsPath({ tag })}
            prefetch={false}
            title={`Deployments with the tag ${tag}`}
            className="inline-flex min-h-6 items-center rounded-tag border border-line-strong px-1.5 font-mono text-[0.71875rem] text-text-2 [overflow-wrap:anywhere] hover:border-accent hover:text-accent"
          >
            <bdi>{tag}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type BlockLineProps = {
  title: string;
  block: BlockLabel | null;
  lost: string | undefined;
  none: string;
  children?: ReactNode;
};

function BlockLine({ title, block, lost, none, children }: BlockLineProps) {
  return (
    <div className="flex gap-2.5 border-line border-b py-2.25 text-sm last:border-b-0">
      {block ? (
        <TypeLogo slug={block.type.slug} name={block.type.name} />
      ) : (
        <span className="grid size-6 shrink-0 place-items-center">
          {lost === undefined ? null : <Icon icon={Unlink} className="text-danger" />}
        </span>
      )}
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <div className="text-text-3 text-xs">{title}</div>
        {block ? (
          <>
            <Link
              href={`/blocks/block/${block.id}`}
              prefetch={false}
              className="font-mono text-accent underline-offset-3 hover:underline"
            >
              <bdi>{block.isAnonymous ? block.type.slug : `${block.type.slug}/${block.name}`}</bdi>
            </Link>
            <div className="text-text-3">
              {block.isAnonymous ? "Made with the deployment" : <bdi>{block.type.name}</bdi>}
              {children === undefined ? null : <div className="font-mono text-text-2">{children}</div>}
            </div>
          </>
        ) : (
          <div className="text-text-2">
            {lost === undefined ? (
              none
            ) : (
              <>
                <code className="line-through">{lost}</code> was deleted
              </>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
