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

type DeploymentBadgeProps = {
  status: DeploymentStatus;
  /** In a narrow column, beside the block that is missing. */
  isShort?: boolean;
};

/** How a deployment stands: "Ready", "No agent", "Paused". */
export function DeploymentBadge({ status, isShort = false }: DeploymentBadgeProps) {
  const { kind, label, hint } = status;
  return (
    <Badge {...looks[kind]} title={isShort ? `${label}. ${hint}` : hint}>
      {isShort && kind === "lost" ? "Block missing" : label}
    </Badge>
  );
}
