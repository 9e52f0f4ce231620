"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { QueueActions } from "@/components/work-queues/queue-actions";

const QueueFormDialog = dynamic(
  () => import("@/components/work-queues/queue-form-dialog").then((file) => file.QueueFormDialog),
  { ssr: false },
);

const nothing = { name: "", limit: "", priority: "", description: "" };

/** Asks for the name of a new queue and opens its page. */
export function CreateQueue({ create }: Pick<QueueActions, "create">) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button
        variant="filled"
        icon={<Icon icon={Plus} />}
        onClick={() => setIsAsking(true)}
        className="noscript:hidden"
      >
        New queue
      </Button>
      {isAsking ? (
        <QueueFormDialog
          title="New work queue"
          description={
            <>
              Deployments make the queues that they name, so one made here is for agents that start before
              them.
            </>
          }
          fields={["name", "limit", "description"]}
          initial={nothing}
          submitLabel="Create queue"
          busyLabel="Creating…"
          save={create}
          onClose={() => setIsAsking(false)}
          onSaved={(path) => {
            setIsAsking(false);
            toast("Created the queue");
            if (path !== undefined) router.push(path);
          }}
        />
      ) : null}
    </>
  );
}
