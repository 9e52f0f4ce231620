"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { Brand } from "@/components/layout/brand";
import { JumpIcon, ShortcutsButton } from "@/components/layout/frame-buttons";
import { frameDialogEvent } from "@/components/layout/frame-events";
import { NavLinks } from "@/components/layout/nav-links";
import { ReferenceLink } from "@/components/layout/reference-link";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { Icon } from "@/components/ui/icon";

/** What stands above the page on narrow screens. The menu is a popover of the browser: it opens without JavaScript too. */
export function TopBar({ serverName, version }: { serverName: string; version: string }) {
  const menu = useRef<HTMLElement>(null);
  const close = () => menu.current?.hidePopover();

  // The browser draws a popover above everything else, dialogs included.
  useEffect(() => {
    const onDialog = () => menu.current?.hidePopover();
    window.addEventListener(frameDialogEvent, onDialog);
    return () => window.removeEventListener(frameDialogEvent, onDialog);
  }, []);

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
        <NavLinks onFollow={close} />
        <ReferenceLink />
        <ShortcutsButton />
        <div className="flex items-center justify-between px-2.5 pt-2 text-text-3 text-xs">
          <span>Version {version}</span>
          <ThemeSwitch />
        </div>
      </nav>
    </header>
  );
}
