import { Unlink } from "lucide-react";
import Link from "next/link";
import { TypeLogo } from "@/components/blocks/type-logo";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { DeploymentMenu } from "@/components/deployments/deployment-menu";
import { DeploymentBadge } from "@/components/deployments/status-badge";
import { ListCell, ListRow } from "@/components/lists/list-table";
import { StateMarks } from "@/components/runs/state-marks";
import { Icon } from "@/components/ui/icon";
import type { BlockLabel } from "@/lib/blocks/block-label";
import { runCommand } from "@/lib/deployments/cli-commands";
import type { DeploymentRow as Row } from "@/lib/deployments/list-deployments-view";

/** One deployment. On narrow screens the row folds to its name, then schedule and last runs. */
export function DeploymentRow({ row, actions }: { row: Row; actions: DeploymentActions }) {
  const title = `${row.flow.name}/${row.name}`;
  return (
    <ListRow
      id={`deployment-${row.id}`}
      className="hover:bg-hover has-[[aria-expanded=true]]:bg-hover max-medium:grid-cols-[minmax(0,1fr)_auto_44px] max-medium:gap-y-1 max-medium:pr-2!"
    >
      <ListCell className="medium:px-3 medium:pl-0 max-medium:col-start-1 max-medium:col-span-2 max-medium:row-start-1">
        <NameLinks row={row} />
      </ListCell>
      <ListCell className="px-3 max-wide:hidden">
        <BlockCell block={row.storage} lost={row.lost.storage} none="Local files" />
      </ListCell>
      <ListCell className="px-3 max-wide:hidden">
        <BlockCell block={row.infrastructure} lost={row.lost.infrastructure} none="Agent's own" />
      </ListCell>
      <ListCell className="medium:px-3 max-medium:col-start-1 max-medium:row-start-2">
        <ScheduleWords schedules={row.schedules} />
      </ListCell>
      <ListCell className="px-3 max-medium:hidden">
        <StateMarks runs={row.runs.map(({ id, state, at }) => ({ id, state, age: at?.words }))} />
      </ListCell>
      <ListCell className="medium:px-3 max-medium:col-start-2 max-medium:row-start-2">
        <DeploymentBadge status={row.status} isShort />
      </ListCell>
      <ListCell className="px-2 text-right noscript:invisible max-medium:col-start-3 max-medium:row-span-2 max-medium:row-start-1 max-medium:px-0">
        <DeploymentMenu
          id={row.id}
          title={title}
          isPaused={row.isPaused}
          runCommand={runCommand(row.flow.name, row.name)}
          actions={actions}
        />
      </ListCell>
    </ListRow>
  );
}

function NameLinks({ row: { id, name, flow } }: { row: Row }) {
  return (
    <span className="flex min-w-0 items-baseline font-mono text-sm tracking-tight">
      <Link
        href={`/flows/flow/${flow.id}`}
        prefetch={false}
        title={flow.name}
        className="min-w-[3ch] max-w-1/2 shrink truncate leading-6 text-text-2 underline-offset-3 hover:text-accent hover:underline"
      >
        <bdi>{flow.name}</bdi>
      </Link>
      <span aria-hidden className="px-1 text-text-3">
        /
      </span>
      <Link
        href={`/deployments/deployment/${id}`}
        prefetch={false}
        title={name}
        className="min-w-0 truncate font-medium leading-6 text-text underline-offset-3 hover:text-accent hover:underline"
      >
        <bdi>{name}</bdi>
      </Link>
    </span>
  );
}

type BlockCellProps = { block: BlockLabel | null; lost: string | undefined; none: string };

function BlockCell({ block, lost, none }: BlockCellProps) {
  if (lost !== undefined) {
    return (
      <span className="flex min-w-0 items-center gap-2" title={`${lost} was deleted`}>
        <Icon icon={Unlink} className="mx-1 shrink-0 text-danger" />
        <span className="truncate font-mono text-text-3 line-through">{lost}</span>
        <span className="sr-only">was deleted</span>
      </span>
    );
  }
  if (!block) return <span className="text-text-3">{none}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <TypeLogo slug={block.type.slug} name={block.type.name} />
      <Link
        href={`/blocks/block/${block.id}`}
        prefetch={false}
        title={
          block.isAnonymous
            ? `${block.type.name}, made with the deployment`
            : `${block.type.slug}/${block.name}`
        }
        className={
          block.isAnonymous
            ? "truncate leading-6 underline-offset-3 hover:text-accent hover:underline"
            : "truncate font-mono leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
        }
      >
        <bdi>{block.isAnonymous ? block.type.name : block.name}</bdi>
      </Link>
    </span>
  );
}

function ScheduleWords({ schedules }: Pick<Row, "schedules">) {
  const active = schedules.filter(({ isActive }) => isActive);
  const [first] = active;
  if (!first) {
    return <span className="text-text-3">{schedules.length === 0 ? "No schedule" : "Schedule paused"}</span>;
  }
  const words = active.map((schedule) => schedule.words);
  return (
    <span className="flex min-w-0 gap-1.5" title={words.join("\n")}>
      <span className="truncate">{first.words}</span>
      {active.length > 1 ? <span className="text-text-3">+{active.length - 1}</span> : null}
    </span>
  );
}
