"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { onTraversal } from "@/components/forms/go-back";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leaveEvent } from "@/components/ui/may-leave";

/** Where somebody wants to go: a path of ours, or steps through the history. */
type Target = { readonly path: string } | { readonly steps: number };

/**
 * Asks before unsaved changes are lost: at links and shortcuts of the app and at the browser's Back with a dialog, at
 * closing or reloading with the browser's own question. Returns the dialog.
 */
export function useLeaveGuard(hasChanges: () => boolean): ReactNode {
  const router = useRouter();
  const [target, setTarget] = useState<Target | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    const onLink = (event: MouseEvent) => {
      const path = leavingPath(event);
      if (path === undefined || !hasChanges()) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget({ path });
    };
    const onScript = (event: Event) => {
      if (!(event instanceof CustomEvent) || !hasChanges()) return;
      event.preventDefault();
      setTarget({ path: String(event.detail) });
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (hasChanges()) event.preventDefault();
    };
    const stopTraversals = onTraversal((steps) => {
      if (isLeaving.current || !hasChanges()) return true;
      setTarget({ steps });
      return false;
    });
    // Capture, on window: before React hands the click to the link.
    window.addEventListener("click", onLink, true);
    window.addEventListener(leaveEvent, onScript);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      stopTraversals();
      window.removeEventListener("click", onLink, true);
      window.removeEventListener(leaveEvent, onScript);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [hasChanges]);

  const leave = () => {
    isLeaving.current = true;
    if (target && "path" in target) router.push(target.path);
    else if (target) history.go(target.steps);
  };
  return (
    <Dialog
      isOpen={target !== null}
      onClose={() => setTarget(null)}
      title="Leave without saving?"
      description="What you have typed on this page is lost then."
      footer={
        <>
          <Button variant="danger-filled" onClick={leave}>
            Leave
          </Button>
          <Button data-autofocus onClick={() => setTarget(null)}>
            Stay here
          </Button>
        </>
      }
    />
  );
}

/** The path of a plain click on a link that leaves this page; undefined for everything else. */
function leavingPath(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return undefined;
  // What is typed is parked and there again when the person comes back.
  if (link.dataset["keepsDraft"] !== undefined) return undefined;
  const url = new URL(link.href);
  if (url.origin !== location.origin || isThisPage(url)) return undefined;
  // No page of the app: the browser unloads this one and asks by itself.
  if (url.pathname.startsWith("/api/")) return undefined;
  return url.pathname + url.search + url.hash;
}

/** Links inside the page lead to its parts; another query is another form. */
function isThisPage({ pathname, search }: URL): boolean {
  return pathname === location.pathname && search === location.search;
}
