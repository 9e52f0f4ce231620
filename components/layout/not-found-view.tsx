import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";

type NotFoundViewProps = {
  /** The fact: "No block has this ID". */
  title: string;
  /** Why that may be. */
  children: ReactNode;
  /** Where to go on; the first one is the main way. */
  links: readonly { readonly label: string; readonly href: string }[];
};

/** What a page shows instead of its content when nothing is at its address. The page sets the status 404 itself. */
export function NotFoundView({ title, children, links }: NotFoundViewProps) {
  return (
    <div className="mx-auto mt-[11vh] max-w-140">
      <MissingBlockPicture />
      <h1 className="break-words font-semibold text-xl tracking-tight">{title}</h1>
      <div className="prose-links mt-1.5 text-text-2 [overflow-wrap:anywhere]">{children}</div>
      <div className="mt-5 flex flex-wrap gap-2">
        {links.map(({ label, href }, index) => (
          <ButtonLink key={href} href={href} variant={index === 0 ? "filled" : "plain"}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </div>
  );
}

/** Three blocks on a line; the one in the middle is missing. */
function MissingBlockPicture() {
  return (
    <svg width="120" height="60" viewBox="0 0 120 60" fill="none" aria-hidden="true" className="mb-5">
      <rect x="2" y="26" width="26" height="26" rx="4" className="fill-pressed" />
      <rect
        x="36"
        y="26"
        width="26"
        height="26"
        rx="4"
        strokeWidth="1.5"
        strokeDasharray="3 3.5"
        className="stroke-line-ctl"
      />
      <rect x="70" y="26" width="26" height="26" rx="4" className="fill-pressed" />
      <path d="M1 57h118" strokeWidth="1.5" strokeLinecap="round" className="stroke-line-ctl" />
    </svg>
  );
}
