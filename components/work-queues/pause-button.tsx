"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ActionAnswer } from "@/components/deployments/deployment-actions";
import { FaultDialog } from "@/components/deployments/fault-dialog";
import { useAction } from "@/components/deployments/use-action";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";

type PauseButtonProps = {
  /** What the action knows it by: the id of a queue, the name of a pool. */
  subject: string;
  name: string;
  isPaused: boolean;
  setPaused: (subject: string, isPaused: boolean) => Promise<ActionAnswer>;
};

/** Pauses or resumes a queue or a pool. */
export function PauseButton({ subject, name, isPaused, setPaused }: PauseButtonProps) {
  const { isBusy, fault, dismiss, run } = useAction();
  const router = useRouter();
  const turn = () =>
    run(
      () => setPaused(subject, !isPaused),
      () => {
        toast(isPaused ? `Resumed ${name}` : `Paused ${name}`);
        router.refresh();
      },
    );
  const label = isPaused ? "Resume" : "Pause";
  return (
    <>
      <Button
        icon={<Icon icon={isPaused ? Play : Pause} />}
        isBusy={isBusy}
        busyLabel={label}
        onClick={() => void turn()}
      >
        {label}
      </Button>
      <FaultDialog fault={fault} onClose={dismiss} />
    </>
  );
}
