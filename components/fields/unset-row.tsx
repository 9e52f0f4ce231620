"use client";

import type { LucideIcon } from "lucide-react";
import { LabelAction } from "@/components/fields/label-action";
import { Icon } from "@/components/ui/icon";

type UnsetRowProps = { text: string; labelId: string; action: string; icon?: LucideIcon; onSet: () => void };

/** Dashed: nothing is stored here. One button sets it. */
export function UnsetRow({ text, labelId, action, icon, onSet }: UnsetRowProps) {
  return (
    <div className="flex min-h-ctl flex-wrap items-center gap-2 rounded-ctl border border-line-strong border-dashed py-0.5 pr-3 pl-2.5 text-sm text-text-3">
      <span className="min-w-0 flex-1 break-words">{text}</span>
      <LabelAction fieldLabelId={labelId} data-focus onClick={onSet} tone="accent">
        {icon ? <Icon icon={icon} /> : null}
        {action}
      </LabelAction>
    </div>
  );
}
