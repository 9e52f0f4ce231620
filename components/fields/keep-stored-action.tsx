"use client";

import { Undo2 } from "lucide-react";
import { LabelAction } from "@/components/fields/label-action";
import { Icon } from "@/components/ui/icon";

type KeepStoredActionProps = { labelId: string; isCopy?: boolean; onClick: () => void };

/** Back to the stored value, at the right end of the label line. */
export function KeepStoredAction({ labelId, isCopy = false, onClick }: KeepStoredActionProps) {
  return (
    <LabelAction fieldLabelId={labelId} onClick={onClick}>
      <Icon icon={Undo2} size={14} />
      {isCopy ? "Use the copied value" : "Keep the stored value"}
    </LabelAction>
  );
}
