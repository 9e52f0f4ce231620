"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { BlockChoice, References } from "@/components/forms/form-contract";

/** The blocks that pickers offer, newest first. One that is made in a form is there for all its pickers at once. */
export type ChoiceStore = {
  readonly get: () => readonly BlockChoice[];
  readonly add: (choice: BlockChoice) => void;
  readonly subscribe: (onChange: () => void) => () => void;
};

export function createChoiceStore(initial: readonly BlockChoice[]): ChoiceStore {
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

/** The choices of some types. */
export function useBlockChoices(references: References, slugs: readonly string[]): readonly BlockChoice[] {
  const { get, subscribe } = references.choices;
  const all = useSyncExternalStore(subscribe, get, get);
  return useMemo(() => all.filter(({ typeSlug }) => slugs.includes(typeSlug)), [all, slugs]);
}
