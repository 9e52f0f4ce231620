"use client";

import { Blocks, LayoutGrid } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";

const entries = [
  { href: "/blocks", label: "Blocks", icon: Blocks },
  { href: "/blocks/catalog", label: "Catalogue", icon: LayoutGrid },
] as const;

/** The entry whose path is the longest beginning of the page's path is the current one. */
function currentHref(pathname: string): string | undefined {
  return entries
    .map((entry) => entry.href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
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
