"use client";

import type { Ref } from "react";
import { formatCount } from "@/lib/text/format-count";

/** What keeps a form from being saved: a sentence, and a link for each field. */
export type Fault = { readonly name: string; readonly label: string; readonly message: string };
export type Refusal = { readonly message?: string; readonly faults: readonly Fault[] };

type ErrorSummaryProps = {
  /** "Not created" or "Not saved". */
  verb: string;
  refusal: Refusal;
  idPrefix: string;
  onGo: (name: string) => void;
  ref?: Ref<HTMLDivElement>;
};

/** First in the form. Read aloud when it appears; each line leads to its field. */
export function ErrorSummary({ verb, refusal, idPrefix, onGo, ref }: ErrorSummaryProps) {
  const { message, faults } = refusal;
  const title =
    faults.length > 0
      ? `${verb}: ${formatCount(faults.length, "field")} ${faults.length === 1 ? "needs" : "need"} attention`
      : verb;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-card border border-danger-line border-l-3 border-l-danger bg-danger-soft px-4 py-3 text-sm"
    >
      <h2 className="font-semibold text-md text-text">{title}</h2>
      {message === undefined ? null : <p className="mt-1 break-words">{message}</p>}
      {faults.length > 0 ? (
        <ul className="mt-1 grid gap-0.5">
          {faults.map((fault) => (
            <li key={fault.name + fault.message}>
              <a
                href={`#${idPrefix}${fault.name.replaceAll(".", "-")}`}
                className="inline-flex min-h-6 items-center break-words text-danger underline underline-offset-3"
                onClick={(event) => {
                  // The address stays as it is: Cancel goes back one page, not one field.
                  event.preventDefault();
                  onGo(fault.name);
                }}
              >
                {fault.label}: {lowerFirst(fault.message)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function lowerFirst(message: string): string {
  const text = message.replace(/\.$/, "");
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
