"use client";

import { Pause, Play, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { FaultDialog } from "@/components/deployments/fault-dialog";
import { useAction } from "@/components/deployments/use-action";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";

const DeleteDeploymentDialog = dynamic(
  () =>
    import("@/components/deployments/delete-deployment-dialog").then((file) => file.DeleteDeploymentDialog),
  { ssr: false },
);

type DeploymentButtonsProps = {
  id: string;
  title: string;
  isPaused: boolean;
  actions: DeploymentActions;
};

/** Pauses, resumes and deletes one deployment. */
export function DeploymentButtons({ id, title, isPaused, actions }: DeploymentButtonsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, fault, dismiss, run } = useAction();
  const router = useRouter();
  const turn = () =>
    run(
      () => actions.setPaused(id, !isPaused),
      () => {
        toast(isPaused ? `Resumed ${title}` : `Paused ${title}`);
        router.refresh();
      },
    );
  return (
    <>
      <Button
        icon={<Icon icon={isPaused ? Play : Pause} />}
        isBusy={isBusy}
        busyLabel={isPaused ? "Resume" : "Pause"}
        onClick={() => void turn()}
      >
        {isPaused ? "Resume" : "Pause"}
      </Button>
      <Button variant="danger" icon={<Icon icon={Trash2} />} onClick={() => setIsAsking(true)}>
        Delete
      </Button>
      <FaultDialog fault={fault} onClose={dismiss} />
      {isAsking ? (
        <DeleteDeploymentDialog
          id={id}
          title={title}
          actions={actions}
          onClose={() => setIsAsking(false)}
          // The page of a deployment that is gone must not stay in the history as the last one.
          onDeleted={() => router.replace("/deployments")}
        />
      ) : null}
    </>
  );
}
