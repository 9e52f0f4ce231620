import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Icon } from "@/components/ui/icon";

type NoticeTone = "neutral" | "warn" | "danger" | "ok";
type NoticeProps = {
  tone?: NoticeTone;
  /** The fact, in bold. */
  title?: ReactNode;
  /** What follows from it. */
  children?: ReactNode;
  /** At most two. */
  actions?: ReactNode;
  /** `alert` only where it appears after the person's own action; `status` for news that may wait. */
  role?: "alert" | "status" | "note";
  id?: string;
  tabIndex?: number;
  ref?: Ref<HTMLDivElement>;
  className?: string;
};

const tones: Readonly<Record<NoticeTone, { box: string; icon: string; drawing: LucideIcon }>> = {
  neutral: { box: "border-line bg-sunken text-text-2", icon: "text-text-3", drawing: Info },
  warn: { box: "border-warn-line bg-warn-soft text-text", icon: "text-warn", drawing: TriangleAlert },
  danger: { box: "border-danger-line bg-danger-soft text-text", icon: "text-danger", drawing: CircleAlert },
  ok: { box: "border-ok-line bg-ok-soft text-text", icon: "text-ok", drawing: CircleCheck },
};

/** A remark above what it is about: one on a page at most. */
export function Notice(props: NoticeProps) {
  const { tone = "neutral", title, children, actions, className, ...rest } = props;
  const { box, icon, drawing } = tones[tone];
  return (
    <div {...rest} className={clsx("flex gap-2.5 rounded-card border px-3 py-2.5 text-sm", box, className)}>
      <Icon icon={drawing} className={clsx("mt-0.5", icon)} />
      <div className="prose-links min-w-0 flex-1 break-words">
        {title === undefined ? null : <strong className="block font-semibold text-text">{title}</strong>}
        {children}
        {actions === undefined ? null : (
          <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-2">{actions}</div>
        )}
      </div>
    </div>
  );
}
