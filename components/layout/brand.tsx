import Link from "next/link";

type BrandProps = { serverName: string; className?: string };

/** Mark, product and the name of this server: the way back to the list. */
export function Brand({ serverName, className }: BrandProps) {
  return (
    <Link
      href="/blocks"
      prefetch={false}
      className={`flex min-w-0 items-center gap-2.5 text-text ${className ?? ""}`}
    >
      <svg className="size-7.5 shrink-0 max-medium:size-6.5" viewBox="0 0 30 30" aria-hidden>
        <rect x="3" y="17" width="10.5" height="10.5" rx="2" fill="var(--text)" />
        <rect x="16.5" y="17" width="10.5" height="10.5" rx="2" fill="var(--text)" />
        <rect x="3" y="3.5" width="10.5" height="10.5" rx="2" fill="var(--text)" opacity=".32" />
        <rect
          x="16.9"
          y="2.9"
          width="9.7"
          height="9.7"
          rx="1.9"
          fill="var(--k-brand)"
          transform="rotate(12 21.7 7.7)"
        />
      </svg>
      <span className="min-w-0">
        <span className="block font-semibold text-[0.9375rem] leading-4.5 tracking-tight">Blockyard</span>
        <span className="flex items-center gap-1.5 font-mono text-text-3 text-xs tracking-tight">
          <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-ok" />
          <span className="truncate">{serverName}</span>
        </span>
      </span>
    </Link>
  );
}
