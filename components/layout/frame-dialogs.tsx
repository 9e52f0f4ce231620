"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type FrameDialog, frameDialogEvent, openFrameDialog } from "@/components/layout/frame-events";
import type { FindJumpTargets } from "@/components/layout/jump-target";
import { type ShortcutAction, shortcutOf } from "@/components/layout/shortcuts";
import { areSingleKeysOn } from "@/components/layout/single-keys";
import { keepTypeAhead, startTypeAhead } from "@/components/layout/type-ahead";
import { mayLeave } from "@/components/ui/may-leave";

export type FrameDialogsProps = { findTargets: FindJumpTargets };

const JumpPanel = dynamic(() => import("@/components/layout/jump-panel").then((file) => file.JumpPanel), {
  ssr: false,
});

const ShortcutsDialog = dynamic(
  () => import("@/components/layout/shortcuts-dialog").then((file) => file.ShortcutsDialog),
  { ssr: false },
);

/** The jump box, the list of shortcuts, and the keys that open them and act on every page. */
export function FrameDialogs({ findTargets }: FrameDialogsProps) {
  const [open, setOpen] = useState<FrameDialog | null>(null);
  const router = useRouter();

  useEffect(() => {
    const actions: Readonly<Record<ShortcutAction, () => unknown>> = {
      new: () => mayLeave("/blocks/catalog") && router.push("/blocks/catalog"),
      search: focusSearch,
      help: () => openFrameDialog("shortcuts"),
      jump: () => openFrameDialog("jump"),
    };
    const onOpen = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      if (event.detail === "jump") startTypeAhead();
      setOpen(event.detail === "jump" ? "jump" : "shortcuts");
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (keepTypeAhead(event)) return;
      const action = shortcutOf(event, areSingleKeysOn());
      if (!action) return;
      event.preventDefault();
      actions[action]();
    };
    window.addEventListener(frameDialogEvent, onOpen);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener(frameDialogEvent, onOpen);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [router]);

  const close = () => setOpen(null);
  return (
    <>
      {open === "jump" ? <JumpPanel findTargets={findTargets} onClose={close} /> : null}
      {open === "shortcuts" ? <ShortcutsDialog isOpen onClose={close} /> : null}
    </>
  );
}

/** The page's own search field, else the jump box. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[aria-keyshortcuts="/"]');
  if (field) {
    field.focus();
    field.select();
  } else openFrameDialog("jump");
}
