import { clsx } from "clsx";
import type { LogoFamily } from "@/lib/catalog/define-block-type";
import type { Glyph } from "@/lib/catalog/glyphs";
import { findLogo } from "@/lib/catalog/logos";

type Size = "sm" | "md" | "lg";

const tiles: Readonly<Record<Size, string>> = {
  sm: "size-6 rounded-[6px]",
  md: "size-8 rounded-[7px]",
  lg: "size-11 rounded-[9px]",
};

// Whole class names: Tailwind finds them by reading this file.
const tints: Readonly<Record<LogoFamily, string>> = {
  storage: "bg-(--k-storage-soft) text-(--k-storage)",
  infra: "bg-(--k-infra-soft) text-(--k-infra)",
  cred: "bg-(--k-cred-soft) text-(--k-cred)",
  secret: "bg-(--k-secret-soft) text-(--k-secret)",
  notify: "bg-(--k-notify-soft) text-(--k-notify)",
  data: "bg-(--k-data-soft) text-(--k-data)",
  source: "bg-(--k-source-soft) text-(--k-source)",
};

/** The logo of a block type. Decorative: its name stands beside it. */
export function TypeLogo({ slug, name, size = "sm" }: { slug: string; name: string; size?: Size }) {
  const { family, glyph } = findLogo(slug, name);
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "grid shrink-0 place-items-center inset-ring inset-ring-current/16",
        tiles[size],
        tints[family],
      )}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-[66%] overflow-visible">
        <GlyphShape glyph={glyph} strokeWidth={size === "sm" ? 2 : 1.75} />
      </svg>
    </span>
  );
}

function GlyphShape({ glyph, strokeWidth }: { glyph: Glyph; strokeWidth: number }) {
  if ("shape" in glyph) return <path d={glyph.shape} fill="currentColor" />;
  if ("letters" in glyph) {
    const isWide = glyph.letters.length > 2;
    return (
      <text
        x="12"
        y={isWide ? 16.3 : 17.6}
        textAnchor="middle"
        fontSize={isWide ? 12 : 16}
        fontWeight="600"
        fill="currentColor"
      >
        {glyph.letters}
      </text>
    );
  }
  return (
    <g
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {glyph.lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </g>
  );
}
