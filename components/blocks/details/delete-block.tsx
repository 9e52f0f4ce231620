"use client";

import { Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { DeleteActions } from "@/components/blocks/list/use-deletion";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const DeleteBlocksDialog = dynamic(
  () => import("@/components/blocks/list/delete-blocks-dialog").then((file) => file.DeleteBlocksDialog),
  { ssr: false },
);

type DeleteBlockProps = { id: string; name: string; actions: DeleteActions };

/** Asks, deletes, and goes back to the list. */
export function DeleteBlock({ id, name, actions }: DeleteBlockProps) {
  const [isAsking, setIsAsking] = useState(false);
  const targets = useMemo(() => [{ id, name }], [id, name]);
  const router = useRouter();
  return (
    <>
      <Button variant="danger" icon={<Icon icon={Trash2} />} onClick={() => setIsAsking(true)}>
        Delete
      </Button>
      {isAsking ? (
        <DeleteBlocksDialog
          targets={targets}
          actions={actions}
          onClose={() => setIsAsking(false)}
          // The page of a block that is gone must not stay in the history as the last one.
          onDeleted={() => router.replace("/blocks")}
        />
      ) : null}
    </>
  );
}
