import type { LucideIcon } from "lucide-react";

type IconProps = { icon: LucideIcon; size?: 12 | 14 | 16 | 20; className?: string };

/** A line icon in the text's colour: 1.5 px line in a 16 px box, hidden from assistive technology. */
export function Icon({ icon: Drawing, size = 16, className }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.5}
      absoluteStrokeWidth
      aria-hidden
      focusable={false}
      className={className ? `shrink-0 ${className}` : "shrink-0"}
    />
  );
}
