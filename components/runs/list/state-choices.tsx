import { clsx } from "clsx";
import Link from "next/link";
import { lookOf } from "@/components/runs/state-look";
import { Icon } from "@/components/ui/icon";
import type { FlowRunListView } from "@/lib/flow-runs/list-flow-runs";
import { type FlowRunStateChoice, toChoice, toFlowRunsPath } from "@/lib/flow-runs/list-query";
import { stateTypes } from "@/lib/states/model";
import { type StateLabel, stateTypeWord } from "@/lib/states/state-label";
import { formatNumber } from "@/lib/text/format-count";

/** How many runs there are in each state; a press shows those alone, another one all of them. */
export function StateChoices({ states, query }: Pick<FlowRunListView, "states" | "query">) {
  if (states.length === 0) return null;
  return (
    <nav
      aria-label="States"
      className="-mx-1 mb-3 overflow-x-auto px-1 py-1 [scrollbar-width:none] max-medium:mb-2"
    >
      <ul className="flex gap-1.5">
        {states.map(({ choice, count }) => {
          const isChosen = choice === query.state;
          const label = labelOf(choice);
          return (
            <li key={choice}>
              <Link
                href={toFlowRunsPath({ ...query, state: isChosen ? "" : choice, page: 1 })}
                prefetch={false}
                scroll={false}
                aria-current={isChosen ? "true" : undefined}
                className={clsx(
                  "flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 text-sm transition-colors duration-90 max-medium:h-10",
                  isChosen
                    ? "border-accent bg-accent-soft font-medium text-accent"
                    : "border-line-strong text-text-2 hover:border-line-ctl hover:bg-hover hover:text-text",
                )}
              >
                <Icon icon={lookOf(label).icon} size={14} className={isChosen ? "" : colourOf(choice)} />
                {label.name}
                <span className={clsx("tabular-nums", isChosen ? "" : "text-text-3")}>
                  {formatNumber(count)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function labelOf(choice: FlowRunStateChoice): StateLabel {
  const type = stateTypes.find((each) => toChoice(each) === choice) ?? "SCHEDULED";
  return { type, name: choice === "late" ? "Late" : stateTypeWord(type) };
}

const colours: Partial<Readonly<Record<FlowRunStateChoice, string>>> = {
  late: "text-warn",
  pending: "text-accent",
  running: "text-accent",
  paused: "text-warn",
  cancelling: "text-warn",
  completed: "text-ok",
  failed: "text-danger",
  crashed: "text-danger",
};

function colourOf(choice: FlowRunStateChoice): string {
  return colours[choice] ?? "text-text-3";
}
