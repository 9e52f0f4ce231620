"use client";

import { Blocks, LayoutGrid, ListTree, type LucideIcon, Package, Rows3 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";

type Entry = {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Paths of pages that belong here though their addresses begin otherwise. */
  readonly also?: readonly string[];
};

const entries: readonly Entry[] = [
  { href: "/blocks", label: "Blocks", icon: Blocks },
  { href: "/blocks/catalog", label: "Catalogue", icon: LayoutGrid },
  { href: "/deployments", label: "Deployments", icon: Package },
  { href: "/flow-runs", label: "Flow runs", icon: ListTree, also: ["/flows"] },
  { href: "/work-queues", label: "Work queues", icon: Rows3, also: ["/work-pools"] },
];

/** The entry with the longest path that begins the page's path is the current one. */
function currentHref(pathname: string): string | undefined {
  return entries
    .flatMap(({ href, also = [] }) => [href, ...also].map((path) => ({ href, path })))
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.href;
}

/** The entries of the navigation. `onFollow` closes the menu in which they stand. */
export function NavLinks({ onFollow }: { onFollow?: () => void }) {
  const current = currentHref(usePathname());
  return (
    <ul className="grid gap-px">
      {entries.map(({ href, label, icon }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            {...(onFollow && { onClick: onFollow })}
            aria-current={href === current ? "page" : undefined}
            className="flex h-8 items-center gap-2.5 rounded-ctl px-2.5 text-text-2 hover:bg-pressed hover:text-text aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-text aria-[current]:shadow-current max-medium:h-11 [&[aria-current]_svg]:text-accent"
          >
            <Icon icon={icon} />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
