import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type BadgeTone = "neutral" | "warn" | "danger" | "ok" | "accent";
type BadgeProps = { tone?: BadgeTone; icon?: LucideIcon; title?: string; children: ReactNode };

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: "border border-line-strong text-text-2",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
  ok: "bg-ok-soft text-ok",
  accent: "bg-accent-soft text-accent",
};

/** A state in a word or two: "Deprecated", "2 mismatches", "Cannot be read". */
export function Badge({ tone = "neutral", icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-5 items-center gap-1.25 whitespace-nowrap rounded-tag px-1.75 align-[1px] font-medium font-sans text-xs leading-none",
        tones[tone],
      )}
    >
      {icon ? <Icon icon={icon} size={12} /> : null}
      {children}
    </span>
  );
}
