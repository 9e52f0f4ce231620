import Link from "next/link";
import { StateBadge } from "@/components/runs/state-badge";
import type { ShownRun } from "@/lib/deployments/shown-run";

/** Runs of the deployment: name, state, when. */
export function RunList({ runs }: { runs: readonly ShownRun[] }) {
  return (
    <ul className="border-line border-t">
      {runs.map(({ id, name, state, at }) => (
        <li
          key={id}
          className="grid min-h-11.5 grid-cols-[minmax(0,1fr)_fit-content(45%)_112px] items-center gap-x-4 border-line border-b py-1.5 text-sm max-medium:grid-cols-[minmax(0,1fr)_fit-content(55%)]"
        >
          <Link
            href={`/flow-runs/flow-run/${id}`}
            prefetch={false}
            title={name}
            className="truncate font-medium font-mono leading-6 tracking-tight underline-offset-3 hover:text-accent hover:underline"
          >
            <bdi>{name}</bdi>
          </Link>
          <StateBadge state={state} />
          {at === null ? (
            <span />
          ) : (
            <time
              dateTime={at.iso}
              title={at.exact}
              className="text-right text-text-3 tabular-nums max-medium:col-span-2 max-medium:text-left"
            >
              {at.words}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}
