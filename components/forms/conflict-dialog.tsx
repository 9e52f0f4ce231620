"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type ConflictDialogProps = { name: string; isOpen: boolean; onReload: () => void; onClose: () => void };

/** Someone else saved the block while it was being edited. Nothing of either side is lost before a person decides. */
export function ConflictDialog({ name, isOpen, onReload, onClose }: ConflictDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={
        <>
          <span className="font-mono">{name}</span> has changed meanwhile
        </>
      }
      description="Someone else saved it after you opened this form, so your changes were not saved. Loading their version drops what you have typed."
      footer={
        <>
          <Button variant="filled" onClick={onReload}>
            Load their version
          </Button>
          <Button data-autofocus onClick={onClose}>
            Keep editing
          </Button>
        </>
      }
    />
  );
}
