import { CircleCheck, CircleDashed, CirclePause, type LucideIcon, Unlink } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { DeploymentStatus } from "@/lib/deployments/shown-status";

const looks: Readonly<
  Record<DeploymentStatus["kind"], { tone: "ok" | "neutral" | "warn" | "danger"; icon: LucideIcon }>
> = {
  ready: { tone: "ok", icon: CircleCheck },
  waiting: { tone: "neutral", icon: CircleDashed },
  paused: { tone: "warn", icon: CirclePause },
  lost: { tone: "danger", icon: Unlink },
};

/** How a deployment stands: "Ready", "No agent", "Paused". */
export function DeploymentBadge({ status: { kind, label, hint } }: { status: DeploymentStatus }) {
  return (
    <Badge {...looks[kind]} title={hint}>
      {label}
    </Badge>
  );
}
