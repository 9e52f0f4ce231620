"use client";

// The browser's Navigation API: not everywhere yet, and not in the compiler's DOM types.
type HistoryEntry = { readonly url: string | null; readonly index: number };
type NavigateEvent = Event & { readonly navigationType: string; readonly destination: HistoryEntry };
type Navigation = EventTarget & {
  readonly currentEntry: HistoryEntry | null;
  readonly entries: () => readonly HistoryEntry[];
};

function findNavigation(): Navigation | undefined {
  return Reflect.get(window, "navigation");
}

/** True when the page before this one is ours: going back then leaves the person where they came from. */
export function canGoBack(): boolean {
  const navigation = findNavigation();
  if (navigation?.currentEntry) {
    const previous = navigation.entries()[navigation.currentEntry.index - 1];
    return previous?.url != null && new URL(previous.url).origin === location.origin;
  }
  return document.referrer.startsWith(`${location.origin}/`) && history.length > 1;
}

type Router = { readonly back: () => void; readonly replace: (path: string) => void };

/** Leaves a form for a page. Where that one stands just before in the history, back to it: it must not be there twice. */
export function leaveTo(router: Router, path: string): void {
  const navigation = findNavigation();
  const previous = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  if (previous?.url === location.origin + path) router.back();
  else router.replace(path);
}

/** Calls `mayGo` at the browser's Back and Forward inside the app; false keeps the page. Returns how to stop listening. */
export function onTraversal(mayGo: (steps: number) => boolean): () => void {
  const navigation = findNavigation();
  if (!navigation) return () => {};
  const onNavigate = (event: Event) => {
    if (!isTraversal(event) || !event.cancelable) return;
    const steps = event.destination.index - (navigation.currentEntry?.index ?? 0);
    if (!mayGo(steps)) event.preventDefault();
  };
  navigation.addEventListener("navigate", onNavigate);
  return () => navigation.removeEventListener("navigate", onNavigate);
}

function isTraversal(event: Event): event is NavigateEvent {
  return "navigationType" in event && event.navigationType === "traverse";
}
