import { clsx } from "clsx";
import { lookOf } from "@/components/runs/state-look";
import { Icon } from "@/components/ui/icon";
import { type StateLabel, stateTypeWord, stateWords } from "@/lib/states/state-label";

/** The state of a run: word, icon and colour. Null: a run that was made without a state. */
export function StateBadge({ state, className }: { state: StateLabel | null; className?: string }) {
  if (state === null) return <span className="text-sm text-text-3">No state</span>;
  const { icon, tone } = lookOf(state);
  const words = stateWords(state.name);
  const typeWord = stateTypeWord(state.type);
  return (
    <span
      data-state={state.type}
      title={words === typeWord ? undefined : `${words} (${typeWord.toLowerCase()})`}
      className={clsx(
        "inline-flex h-5 max-w-full items-center gap-1.25 rounded-tag px-1.75 align-[1px] font-medium font-sans text-xs leading-none",
        tone,
        className,
      )}
    >
      <Icon icon={icon} size={12} />
      <bdi className="truncate leading-4">{words}</bdi>
    </span>
  );
}
