"use client";

import { Check, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

type Message = { readonly id: number; readonly text: string };
const toastEvent = "blockyard-toast";
const announceEvent = "blockyard-announce";
const shownMs = 5_000;

/** Says in the corner that something is done, in the past tense: "Copied s3/log-test". Never for errors. */
export function toast(text: string): void {
  window.dispatchEvent(new CustomEvent<string>(toastEvent, { detail: text }));
}

/** Says something to assistive technology only: result counts, added and moved rows. */
export function announce(text: string): void {
  window.dispatchEvent(new CustomEvent<string>(announceEvent, { detail: text }));
}

/** Stands once, in the root of the pages. The regions exist from the start: what is put in later is read aloud. */
export function Toaster() {
  const [message, dismiss] = useMessage(toastEvent);
  const [announcement] = useMessage(announceEvent);
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    if (!message || isHeld) return;
    const timer = setTimeout(dismiss, shownMs);
    return () => clearTimeout(timer);
  }, [message, isHeld, dismiss]);

  return (
    <div data-live-region>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: focus or the pointer only keeps the toast; nobody has to read within five seconds */}
      <div
        className={
          message
            ? "fixed right-5 bottom-5 z-50 flex max-w-[calc(100vw-32px)] animate-rise items-center gap-2.5 rounded-card border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 text-sm text-text shadow-2 max-narrow:right-4 max-narrow:left-4"
            : undefined
        }
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {message ? <Icon icon={Check} className="text-ok" /> : null}
        <div role="status" className="min-w-0 flex-1 break-words">
          {message ? <span key={message.id}>{message.text}</span> : null}
        </div>
        {message ? (
          <IconButton
            icon={X}
            label="Dismiss"
            variant="row"
            onClick={dismiss}
            className="max-medium:size-11"
          />
        ) : null}
      </div>
      <div role="status" className="sr-only">
        {announcement ? <span key={announcement.id}>{announcement.text}</span> : null}
      </div>
    </div>
  );
}

function useMessage(event: string): [Message | null, () => void] {
  const [message, setMessage] = useState<Message | null>(null);
  const [dismiss] = useState(() => () => setMessage(null));
  useEffect(() => {
    const show = (raised: Event) => {
      if (!(raised instanceof CustomEvent)) return;
      const text = String(raised.detail);
      // A new id makes the same sentence a new node, so that it is read again.
      setMessage((last) => ({ id: (last?.id ?? 0) + 1, text }));
    };
    window.addEventListener(event, show);
    return () => window.removeEventListener(event, show);
  }, [event]);
  return [message, dismiss];
}
