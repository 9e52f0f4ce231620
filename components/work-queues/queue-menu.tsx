"use client";

import { Copy, Ellipsis, Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { FaultDialog } from "@/components/deployments/fault-dialog";
import { useAction } from "@/components/deployments/use-action";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { QueueActions } from "@/components/work-queues/queue-actions";

type QueueMenuProps = Pick<QueueActions, "setPaused"> & {
  id: string;
  name: string;
  isPaused: boolean;
  /** Absent where no agent can ask. */
  agentCommand: string | undefined;
};

/** What can be done with one queue of a list. */
export function QueueMenu({ id, name, isPaused, agentCommand, setPaused }: QueueMenuProps) {
  const { fault, dismiss, run } = useAction();
  const router = useRouter();
  const label = `Actions for ${name}`;
  const turn = () =>
    run(
      () => setPaused(id, !isPaused),
      () => {
        toast(isPaused ? `Resumed ${name}` : `Paused ${name}`);
        router.refresh();
      },
    );
  return (
    <>
      <Menu
        label={label}
        items={[
          {
            label: isPaused ? "Resume" : "Pause",
            icon: <Icon icon={isPaused ? Play : Pause} />,
            onSelect: () => void turn(),
          },
          ...(agentCommand === undefined
            ? []
            : [
                {
                  label: "Copy agent command",
                  icon: <Icon icon={Copy} />,
                  onSelect: () => void copyText(agentCommand, "Copied the agent command"),
                },
              ]),
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
    </>
  );
}
