"use client";

import { CirclePlay, Copy, Ellipsis, type LucideIcon, Pause, Play, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeploymentActions } from "@/components/deployments/deployment-actions";
import { FaultDialog } from "@/components/deployments/fault-dialog";
import { useAction } from "@/components/deployments/use-action";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";

const DeleteDeploymentDialog = dynamic(
  () =>
    import("@/components/deployments/delete-deployment-dialog").then((file) => file.DeleteDeploymentDialog),
  { ssr: false },
);

type DeploymentMenuProps = {
  id: string;
  /** "log-flow/log-flow-s3" */
  title: string;
  isPaused: boolean;
  runCommand: string;
  actions: DeploymentActions;
};

/** What can be done with one deployment of the list. */
export function DeploymentMenu({ id, title, isPaused, runCommand, actions }: DeploymentMenuProps) {
  const [asker, setAsker] = useState<HTMLElement | null>(null);
  const { fault, dismiss, run } = useAction();
  const router = useRouter();
  const label = `Actions for ${title}`;
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
      <Menu
        label={label}
        items={[
          { label: "Run", icon: draw(CirclePlay), href: `/deployments/deployment/${id}/run` },
          isPaused
            ? { label: "Resume", icon: draw(Play), onSelect: () => void turn() }
            : { label: "Pause", icon: draw(Pause), onSelect: () => void turn() },
          {
            label: "Copy run command",
            icon: draw(Copy),
            onSelect: () => void copyText(runCommand, "Copied the run command"),
          },
          "separator",
          { label: "Delete…", icon: draw(Trash2), tone: "danger", onSelect: setAsker },
        ]}
        trigger={(props) => (
          <IconButton
            {...props}
            icon={Ellipsis}
            label={label}
            variant="row"
            className="max-medium:size-11!"
          />
        )}
      />
      <FaultDialog fault={fault} onClose={dismiss} />
      {asker ? (
        <DeleteDeploymentDialog
          id={id}
          title={title}
          actions={actions}
          onClose={() => setAsker(null)}
          onDeleted={() => {
            setAsker(null);
            router.refresh();
          }}
          returnFocusTo={() => asker}
        />
      ) : null}
    </>
  );
}

function draw(icon: LucideIcon) {
  return <Icon icon={icon} />;
}
