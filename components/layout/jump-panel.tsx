"use client";

import "@/components/ui/style-nonce";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import * as RadixDialog from "radix-ui/dialog";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { JumpList } from "@/components/layout/jump-list";
import type { FindJumpTargets } from "@/components/layout/jump-target";
import { takeTypeAhead } from "@/components/layout/type-ahead";
import { useJumpTargets } from "@/components/layout/use-jump-targets";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { mayLeave } from "@/components/ui/may-leave";
import { useInertBackground } from "@/components/ui/use-inert-background";

type JumpPanelProps = { findTargets: FindJumpTargets; onClose: () => void };

/** The open jump box: type, choose with the arrows, go with Enter. Loaded on first use. */
export function JumpPanel({ findTargets, onClose }: JumpPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  const router = useRouter();
  const [text, setText] = useState("");
  const [index, setIndex] = useState(0);
  const { targets, isCurrent, status } = useJumpTargets(text, findTargets);
  const [isEntered, setIsEntered] = useState(false);
  const chosen = Math.min(index, targets.length - 1);
  useInertBackground(panel);

  const go = (href: string) => {
    onClose();
    if (mayLeave(href)) router.push(href);
  };
  // This effect comes after the one that gives the focus to the input.
  useEffect(() => {
    const typed = takeTypeAhead();
    if (typed.text !== "") setText((text) => text + typed.text);
    if (typed.isEntered) setIsEntered(true);
  }, []);
  // Enter was faster than the server: it means the first target of what is typed, not what stands there from before.
  const goFirst = useEffectEvent(() => {
    setIsEntered(false);
    if (targets[0]) go(targets[0].href);
  });
  useEffect(() => {
    if (isEntered && isCurrent) goFirst();
  }, [isEntered, isCurrent]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = targets[chosen];
    if (step !== undefined && targets.length > 0) setIndex((chosen + step + targets.length) % targets.length);
    else if (event.key === "Enter" && !isCurrent) setIsEntered(true);
    else if (event.key === "Enter" && target) go(target.href);
    else return;
    event.preventDefault();
  };

  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <RadixDialog.Content
          ref={panel}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
          }}
          className="-translate-x-1/2 fixed top-[12dvh] left-1/2 z-40 flex max-h-[76dvh] w-[calc(100%-32px)] max-w-145 animate-appear flex-col overflow-hidden rounded-pop border border-line-strong bg-raised text-text shadow-3 max-narrow:top-2 max-narrow:w-[calc(100%-16px)]"
        >
          <RadixDialog.Title className="sr-only">Search or jump to</RadixDialog.Title>
          <div className="flex items-center gap-2.5 border-line border-b px-4">
            <Icon icon={Search} className="text-text-3" />
            <input
              role="combobox"
              aria-label="Search blocks, types and pages"
              aria-expanded={targets.length > 0}
              aria-controls="jump-list"
              aria-autocomplete="list"
              aria-activedescendant={targets.length > 0 ? `jump-${chosen}` : undefined}
              placeholder="Name of a block, a type or a page"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setIndex(0);
                setIsEntered(false);
              }}
              onKeyDown={onKeyDown}
              autoComplete="off"
              spellCheck={false}
              className="h-12 min-w-0 flex-1 bg-transparent outline-none max-medium:text-lg"
            />
            <Kbd>Esc</Kbd>
          </div>
          <JumpList targets={targets} chosen={chosen} onChoose={go} onPoint={setIndex} />
          <div role="status" className="px-4 py-2 text-sm text-text-3 empty:hidden">
            {status}
          </div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
