import { clsx } from "clsx";
import {
  AlarmClock,
  Ban,
  Check,
  CircleDashed,
  CirclePause,
  Clock,
  type LucideIcon,
  OctagonX,
  Play,
  RotateCw,
  X,
  Zap,
} from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { StateType } from "@/lib/states/model";
import { type StateLabel, stateTypeWord, stateWords } from "@/lib/states/state-label";

type Look = { readonly icon: LucideIcon; readonly tone: string };

const neutral = "border border-line-strong text-text-2";
const warn = "bg-warn-soft text-warn";
const danger = "bg-danger-soft text-danger";

const byType: Readonly<Record<StateType, Look>> = {
  SCHEDULED: { icon: Clock, tone: neutral },
  PENDING: { icon: CircleDashed, tone: "bg-accent-soft text-accent" },
  RUNNING: { icon: Play, tone: "bg-accent-soft text-accent" },
  COMPLETED: { icon: Check, tone: "bg-ok-soft text-ok" },
  FAILED: { icon: X, tone: danger },
  CRASHED: { icon: Zap, tone: danger },
  PAUSED: { icon: CirclePause, tone: warn },
  CANCELLING: { icon: OctagonX, tone: warn },
  CANCELLED: { icon: Ban, tone: neutral },
};

/** Names that say more than their type. */
const byName: Readonly<Record<string, Look>> = {
  Late: { icon: AlarmClock, tone: warn },
  AwaitingRetry: { icon: RotateCw, tone: warn },
  Retrying: { icon: RotateCw, tone: "bg-accent-soft text-accent" },
};

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

function lookOf({ type, name }: StateLabel): Look {
  return (Object.hasOwn(byName, name) ? byName[name] : undefined) ?? byType[type];
}
