"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { FormAnswer } from "@/components/work-queues/queue-actions";
import type { QueueField, QueueInput } from "@/lib/work-queues/queue-input";

const QueueFormDialog = dynamic(
  () => import("@/components/work-queues/queue-form-dialog").then((file) => file.QueueFormDialog),
  { ssr: false },
);

type EditButtonProps = {
  /** What the action knows it by: the id of a queue, the name of a pool. */
  subject: string;
  name: string;
  fields: readonly QueueField[];
  initial: QueueInput;
  save: (subject: string, input: QueueInput) => Promise<FormAnswer>;
};

/** Edits the limit and the texts of a queue or a pool. */
export function EditButton({ subject, name, fields, initial, save }: EditButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button icon={<Icon icon={Pencil} />} onClick={() => setIsOpen(true)}>
        Edit
      </Button>
      {isOpen ? (
        <QueueFormDialog
          title={
            <span className="line-clamp-3 [overflow-wrap:anywhere]">
              Edit <bdi className="font-mono">{name}</bdi>
            </span>
          }
          description="Agents follow it at their next poll. Runs under way go on."
          fields={fields}
          initial={initial}
          submitLabel="Save"
          busyLabel="Saving…"
          save={(input) => save(subject, input)}
          onClose={() => setIsOpen(false)}
          onSaved={() => {
            setIsOpen(false);
            toast(`Saved ${name}`);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
