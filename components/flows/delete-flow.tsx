"use client";

import { Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DoomedFlow, RemoveFlow } from "@/components/flows/delete-flow-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const DeleteFlowDialog = dynamic(
  () => import("@/components/flows/delete-flow-dialog").then((file) => file.DeleteFlowDialog),
  { ssr: false },
);

/** Asks, deletes, and goes back to the list of runs. */
export function DeleteFlow({ flow, remove }: { flow: DoomedFlow; remove: RemoveFlow }) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button variant="danger" icon={<Icon icon={Trash2} />} onClick={() => setIsAsking(true)}>
        Delete…
      </Button>
      {isAsking ? (
        <DeleteFlowDialog
          flow={flow}
          remove={remove}
          onClose={() => setIsAsking(false)}
          onDeleted={() => router.replace("/flow-runs")}
        />
      ) : null}
    </>
  );
}
