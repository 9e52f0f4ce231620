import { clsx } from "clsx";

type KbdProps = {
  children: string;
  isOnFill?: boolean;
  /** A key without Ctrl: the hint vanishes when the person has switched such shortcuts off. */
  isSingleKey?: boolean;
  /** Also on narrow screens: in the list of shortcuts. */
  isAlwaysShown?: boolean;
  className?: string;
};

/** A key, shown where it acts; hidden on narrow screens and from assistive technology (`aria-keyshortcuts` says it there). */
export function Kbd(props: KbdProps) {
  const { children, isOnFill = false, isSingleKey = false, isAlwaysShown = false, className } = props;
  return (
    <kbd
      aria-hidden
      className={clsx(
        "inline-grid h-4.5 min-w-4.5 place-items-center whitespace-nowrap rounded-tag border px-1 font-sans text-[0.6875rem] leading-none noscript:hidden",
        !isAlwaysShown && "max-medium:hidden",
        isOnFill ? "border-current/45" : "border-line-strong bg-surface text-text-3",
        isSingleKey && "single-key",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
