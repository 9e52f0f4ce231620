"use client";

import type { FormDraft } from "@/lib/forms/draft";

// "Open log-test" leaves a form for a look at another block. What was typed waits in memory, not in the browser's
// storage, and is there again when the person comes back; a reload forgets it.
let parked: { readonly slug: string; readonly draft: FormDraft } | null = null;

export function parkDraft(slug: string, draft: FormDraft): void {
  parked = { slug, draft };
}

/** Looks without taking: rendering twice must give the same. */
export function peekParkedDraft(slug: string): FormDraft | undefined {
  return parked?.slug === slug ? parked.draft : undefined;
}

export function forgetParkedDraft(): void {
  parked = null;
}
