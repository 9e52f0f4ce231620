"use client";

type HistoryEntry = { readonly url: string | null };
type Navigation = {
  readonly currentEntry: { readonly index: number } | null;
  readonly entries: () => readonly HistoryEntry[];
};

/** True when the page before this one is ours: going back then leaves the person where they came from. */
export function canGoBack(): boolean {
  const navigation: Navigation | undefined = Reflect.get(window, "navigation");
  if (navigation?.currentEntry) {
    const previous = navigation.entries()[navigation.currentEntry.index - 1];
    return previous?.url != null && new URL(previous.url).origin === location.origin;
  }
  return document.referrer.startsWith(`${location.origin}/`) && history.length > 1;
}
