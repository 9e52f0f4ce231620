import { AlarmClock, CircleCheck, CircleDashed, CirclePause, type LucideIcon } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ShownHealth } from "@/lib/work-queues/shown-health";

const looks: Readonly<Record<ShownHealth["kind"], { tone: "ok" | "neutral" | "warn"; icon: LucideIcon }>> = {
  healthy: { tone: "ok", icon: CircleCheck },
  late: { tone: "warn", icon: AlarmClock },
  waiting: { tone: "neutral", icon: CircleDashed },
  paused: { tone: "warn", icon: CirclePause },
};

/** How a queue is served: "Healthy", "2 late runs", "Not polled for 5 min". */
export function HealthBadge({ health: { kind, label, hint } }: { health: ShownHealth }) {
  return (
    <Badge {...looks[kind]} title={hint}>
      {label}
    </Badge>
  );
}
