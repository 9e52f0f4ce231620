"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Why an action failed that has no place of its own on the page. */
export function FaultDialog({ fault, onClose }: { fault: string; onClose: () => void }) {
  return (
    <Dialog
      isOpen={fault !== ""}
      onClose={onClose}
      title="Nothing was changed"
      description={fault}
      footer={
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      }
    />
  );
}
