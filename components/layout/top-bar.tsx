"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Brand } from "@/components/layout/brand";
import { JumpIcon, ShortcutsButton } from "@/components/layout/frame-buttons";
import { NavLinks } from "@/components/layout/nav-links";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { Icon } from "@/components/ui/icon";

/** What stands above the page on narrow screens. The menu is a popover of the browser: it opens without JavaScript too. */
export function TopBar({ serverName, version }: { serverName: string; version: string }) {
  const menu = useRef<HTMLElement>(null);
  const pathname = usePathname();

  // Following a link keeps this frame: the menu has to be closed by hand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason, not an input
  useEffect(() => {
    if (menu.current?.matches(":popover-open")) menu.current.hidePopover();
  }, [pathname]);

  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-line border-b bg-bg pr-1 pl-4 medium:hidden">
      <Brand serverName={serverName} className="flex-1" />
      <JumpIcon />
      <button
        type="button"
        aria-label="Menu"
        popoverTarget="frame-menu"
        className="grid size-11 place-items-center rounded-ctl text-text-2 hover:bg-hover"
      >
        <Icon icon={MenuIcon} />
      </button>
      <nav
        ref={menu}
        id="frame-menu"
        popover="auto"
        aria-label="Menu"
        className="inset-x-0 top-13 bottom-auto m-0 w-auto border-line-strong border-b bg-bg p-2 text-text shadow-2"
      >
        <NavLinks />
        <ShortcutsButton />
        <div className="flex items-center justify-between px-2.5 pt-2 text-text-3 text-xs">
          <span>Version {version}</span>
          <ThemeSwitch />
        </div>
      </nav>
    </header>
  );
}
