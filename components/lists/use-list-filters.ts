"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type RefObject,
  startTransition,
  useEffect,
  useEffectEvent,
  useOptimistic,
  useRef,
  useState,
} from "react";
import type { ListAddress } from "@/lib/lists/list-address";

const pauseMs = 250;

/** What every list can be narrowed by and paged with. */
type BaseQuery = { readonly text: string; readonly page: number };

export type ListFilters<Query extends BaseQuery> = {
  form: RefObject<HTMLFormElement | null>;
  /** What the filters show: what was chosen last, also while the page is on its way. */
  shown: Query;
  text: string;
  onText: (text: string) => void;
  onChoice: (change: Partial<Query>) => void;
  onSubmit: (event: FormEvent) => void;
  endTyping: () => void;
};

/**
 * Keeps the filters and the URL in step. A choice is a step in the history; so is a search, but as one step, however
 * many letters it has: Back leads to the list as it was before.
 */
export function useListFilters<Query extends BaseQuery>(
  query: Query,
  address: ListAddress<Query>,
): ListFilters<Query> {
  const router = useRouter();
  const [shown, show] = useOptimistic(query);
  const [text, setText] = useState(query.text);
  // The text last asked for, and the one for which the page was made last.
  const [asked, setAsked] = useState(query.text);
  const [answered, setAnswered] = useState(query.text);
  const isTyping = useRef(false);
  // The page changed for another reason than this input, such as Back: the input follows. What is being typed stays.
  if (query.text !== answered) {
    setAnswered(query.text);
    if (query.text !== asked) {
      setAsked(query.text);
      setText(query.text);
    }
  }

  const go = (change: (from: Query) => Query, isSameStep = false) => {
    const next = change({ ...shown, page: 1 });
    setAsked(next.text);
    startTransition(() => {
      show(next);
      router[isSameStep ? "replace" : "push"](address.toPath(next), { scroll: false });
    });
  };
  const search = () => {
    if (text.trim() === asked) return;
    go((from) => ({ ...from, text: text.trim() }), isTyping.current);
    isTyping.current = true;
  };
  const endTyping = () => {
    isTyping.current = false;
  };

  // Searches are taken one after the other: one that overtakes another on its way would drop it from the history.
  const searchNow = useEffectEvent(search);
  useEffect(() => {
    if (text.trim() === asked || answered !== asked) return;
    const timer = setTimeout(() => searchNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked, answered]);

  const form = useChangesBeforeScript(query, address, (chosen) => {
    setText(chosen.text);
    isTyping.current = chosen.text !== query.text;
    go(() => chosen);
  });
  return {
    form,
    shown,
    text,
    onText: setText,
    onChoice: (change) => {
      endTyping();
      go((from) => ({ ...from, text: text.trim(), ...change }));
    },
    onSubmit: (event) => {
      event.preventDefault();
      search();
      endTyping();
    },
    endTyping,
  };
}

/** Whoever chose or typed something before the script had arrived gets it now. */
function useChangesBeforeScript<Query extends BaseQuery>(
  query: Query,
  address: ListAddress<Query>,
  adopt: (chosen: Query) => void,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script arrives
  useEffect(() => {
    if (!form.current) return;
    const entries = [...new FormData(form.current)].map(([name, value]) => [name, String(value)]);
    const chosen = address.parse(Object.fromEntries(entries));
    if (address.toPath(chosen) !== address.toPath({ ...query, page: 1 })) adopt(chosen);
  }, []);
  return form;
}
