"use client";

import { Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { DoomedQueue } from "@/components/work-queues/delete-queue-dialog";
import type { QueueActions } from "@/components/work-queues/queue-actions";

const DeleteQueueDialog = dynamic(
  () => import("@/components/work-queues/delete-queue-dialog").then((file) => file.DeleteQueueDialog),
  { ssr: false },
);

/** Asks, deletes, and goes back to the list. */
export function DeleteQueue({ queue, remove }: { queue: DoomedQueue } & Pick<QueueActions, "remove">) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button variant="danger" icon={<Icon icon={Trash2} />} onClick={() => setIsAsking(true)}>
        Delete
      </Button>
      {isAsking ? (
        <DeleteQueueDialog
          queue={queue}
          remove={remove}
          onClose={() => setIsAsking(false)}
          onDeleted={() => router.replace("/work-queues")}
        />
      ) : null}
    </>
  );
}
