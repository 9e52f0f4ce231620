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
import type { StateType } from "@/lib/states/model";
import type { StateLabel } from "@/lib/states/state-label";

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

/** Icon and colours of a state; a word stands beside them, seen or read aloud. */
export function lookOf({ type, name }: StateLabel): Look {
  return (Object.hasOwn(byName, name) ? byName[name] : undefined) ?? byType[type];
}
