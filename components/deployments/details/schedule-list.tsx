"use client";

import { useRouter } from "next/navigation";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { useAction } from "@/components/deployments/use-action";
import { Switch } from "@/components/ui/switch";
import type { ShownSchedule } from "@/lib/deployments/shown-schedule";

type ScheduleListProps = {
  deploymentId: string;
  schedules: readonly ShownSchedule[];
  /** The deployment is paused: no schedule acts, whatever its own switch says. */
  isPaused: boolean;
  setActive: DeploymentActions["setScheduleActive"];
};

/** The schedules in words, each with a switch. */
export function ScheduleList({ deploymentId, schedules, isPaused, setActive }: ScheduleListProps) {
  const { isBusy, fault, run } = useAction();
  const router = useRouter();
  return (
    <>
      <ul className="border-line border-t">
        {schedules.map(({ id, words, isActive }) => (
          <li
            key={id}
            className="flex min-h-11.5 items-center justify-between gap-4 border-line border-b py-2 text-sm"
          >
            <span className={isActive ? "min-w-0 break-words" : "min-w-0 break-words text-text-3"}>
              {words}
              {isActive && !isPaused ? null : <span className="text-text-3"> (paused)</span>}
            </span>
            <Switch
              aria-label={`Schedule ${words}`}
              checked={isActive}
              disabled={isBusy}
              onChange={() =>
                void run(
                  () => setActive(deploymentId, id, !isActive),
                  () => router.refresh(),
                )
              }
              className="noscript:hidden"
            />
          </li>
        ))}
      </ul>
      {fault === "" ? null : (
        <p role="alert" className="mt-2 text-danger text-sm">
          {fault}
        </p>
      )}
    </>
  );
}
