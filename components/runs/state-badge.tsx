import { clsx } from "clsx";
import { lookOf } from "@/components/runs/state-look";
import { Icon } from "@/components/ui/icon";
import { type StateLabel, stateTypeWord, stateWords } from "@/lib/states/state-label";

type StateBadgeProps = {
  /** Null: a run that was made without a state. */
  state: StateLabel | null;
  /** A long name goes on in further lines; elsewhere its end is in the title alone. */
  isWhole?: boolean;
};

/** The state of a run: word, icon and colour. */
export function StateBadge({ state, isWhole = false }: StateBadgeProps) {
  if (state === null) return <span className="text-sm text-text-3">No state</span>;
  const { icon, tone } = lookOf(state);
  const words = stateWords(state.name);
  const typeWord = stateTypeWord(state.type);
  return (
    <span
      data-state={state.type}
      title={words === typeWord ? undefined : `${words} (${typeWord.toLowerCase()})`}
      className={clsx(
        "inline-flex min-w-0 max-w-full items-center gap-1.25 rounded-tag px-1.75 align-[1px] font-medium font-sans text-xs leading-none",
        isWhole ? "min-h-5 py-0.5" : "h-5",
        tone,
      )}
    >
      <Icon icon={icon} size={12} />
      <bdi className={clsx("min-w-0 leading-4", isWhole ? "[overflow-wrap:anywhere]" : "truncate")}>
        {words}
      </bdi>
    </span>
  );
}
