"use client";

import type { ReactNode } from "react";
import { Button, buttonLook } from "@/components/ui/button";

type ErrorViewProps = {
  /** What is known of the reason, and what to do. Never the raw error. */
  children?: ReactNode;
  /** Under which the server's log has the details. */
  reference?: string;
  onRetry?: () => void;
};

const unexpected =
  "Something unexpected happened while it was made. Nothing was changed. Try again; if it happens again, the server's log says why.";

/** What stands in the place of a page that could not be made. The address stays, so that trying again repeats the request. */
export function ErrorView({ children = unexpected, reference, onRetry = reload }: ErrorViewProps) {
  return (
    <div role="alert" className="mx-auto mt-[11vh] max-w-140">
      <h1 className="font-semibold text-xl tracking-tight">This page could not be loaded</h1>
      <p className="mt-1.5 break-words text-text-2">{children}</p>
      {reference === undefined ? null : (
        <p className="mt-1.5 text-text-2">
          It stands in the log under <code className="text-text">{reference}</code>.
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="filled" className="noscript:hidden" onClick={onRetry}>
          Try again
        </Button>
        {/* Loads the page anew: after an error nothing of this one is worth keeping. */}
        <a href="/blocks" className={buttonLook({})}>
          Show all blocks
        </a>
      </div>
    </div>
  );
}

function reload(): void {
  window.location.reload();
}
