import { clsx } from "clsx";
import { lookOf } from "@/components/runs/state-look";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type StateLabel, stateWords } from "@/lib/states/state-label";

type MarkedRun = {
  readonly id: string;
  readonly state: StateLabel | null;
  /** "2 h ago" */
  readonly age: string | undefined;
};

/** How the last runs went, as small marks: the newest at the right. Read aloud in words, newest first. */
export function StateMarks({ runs }: { runs: readonly MarkedRun[] }) {
  if (runs.length === 0) return <span className="text-text-3">No runs</span>;
  return (
    <ul className="flex flex-row-reverse justify-end gap-1">
      {runs.map(({ id, state, age }) => {
        const words = [state ? stateWords(state.name) : "No state", age].filter(Boolean).join(", ");
        const look = state && lookOf(state);
        return (
          <li
            key={id}
            title={words}
            className={clsx(
              "grid size-5 place-items-center rounded-tag",
              look?.tone ?? "border border-line-strong text-text-3",
            )}
          >
            {look ? <Icon icon={look.icon} size={12} /> : null}
            <VisuallyHidden>{words}</VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}
