"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { References } from "@/components/forms/form-contract";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";

/** The blocks that pickers offer, newest first. One that is made in a form is there for all its pickers at once. */
export type ChoiceStore = {
  readonly get: () => readonly ReferenceCandidate[];
  readonly add: (choice: ReferenceCandidate) => void;
  readonly subscribe: (onChange: () => void) => () => void;
};

export function createChoiceStore(initial: readonly ReferenceCandidate[]): ChoiceStore {
  let choices = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => choices,
    add: (choice) => {
      if (choices.some(({ id }) => id === choice.id)) return;
      choices = [choice, ...choices];
      for (const listener of listeners) listener();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** All choices, or those of some types. */
export function useBlockChoices(
  references: References,
  slugs?: readonly string[],
): readonly ReferenceCandidate[] {
  const { get, subscribe } = references.choices;
  const all = useSyncExternalStore(subscribe, get, get);
  return useMemo(() => (slugs ? all.filter(({ typeSlug }) => slugs.includes(typeSlug)) : all), [all, slugs]);
}
