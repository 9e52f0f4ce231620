import { clsx } from "clsx";

type KbdProps = { children: string; isOnFill?: boolean; className?: string };

/** A key, shown where it acts; hidden on narrow screens and from assistive technology (`aria-keyshortcuts` says it there). */
export function Kbd({ children, isOnFill = false, className }: KbdProps) {
  return (
    <kbd
      aria-hidden
      className={clsx(
        "inline-grid h-4.5 min-w-4.5 place-items-center whitespace-nowrap rounded-tag border px-1 font-sans text-[0.6875rem] leading-none max-medium:hidden",
        isOnFill ? "border-current/45" : "border-line-strong bg-surface text-text-3",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
