"use client";

import { Keyboard, Search } from "lucide-react";
import { openFrameDialog } from "@/components/layout/frame-events";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

/** Looks like a search field, opens the jump box. */
export function JumpField() {
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => openFrameDialog("jump")}
      className="flex h-ctl w-full items-center gap-2 rounded-ctl border border-line-strong bg-surface pr-1.5 pl-2.5 text-left text-sm text-text-3 transition-colors duration-90 hover:border-line-ctl noscript:hidden"
    >
      <Icon icon={Search} size={14} />
      <span className="flex-1">Search or jump to</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}

/** The jump box's button of the narrow top bar. */
export function JumpIcon() {
  return (
    <button
      type="button"
      aria-label="Search or jump to"
      onClick={() => openFrameDialog("jump")}
      className="grid size-11 place-items-center rounded-ctl text-text-2 hover:bg-hover noscript:hidden"
    >
      <Icon icon={Search} />
    </button>
  );
}

/** Opens the list of keyboard shortcuts, where single keys can be switched off. */
export function ShortcutsButton() {
  return (
    <button
      type="button"
      aria-keyshortcuts="?"
      onClick={() => openFrameDialog("shortcuts")}
      className="flex h-8 w-full items-center gap-2.5 rounded-ctl px-2.5 text-left text-text-2 hover:bg-pressed hover:text-text noscript:hidden max-medium:h-11"
    >
      <Icon icon={Keyboard} />
      Keyboard shortcuts
      <Kbd isSingleKey className="ml-auto">
        ?
      </Kbd>
    </button>
  );
}
