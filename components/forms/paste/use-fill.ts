"use client";

import { useCallback } from "react";
import { useFormContext } from "react-hook-form";
import { announce } from "@/components/ui/toast";
import type { Draft } from "@/lib/forms/draft";
import { isSameDraft } from "@/lib/forms/draft-shape";
import type { FillPlan } from "@/lib/paste/plan-fill";
import { formatCount } from "@/lib/text/format-count";

/** What was filled, and what stood there before. */
export type FilledFields = {
  readonly labels: readonly string[];
  readonly before: ReadonlyMap<string, Draft>;
  readonly after: ReadonlyMap<string, Draft>;
};

type Fill = {
  readonly fill: (plan: Pick<FillPlan, "drafts" | "fills" | "unused">) => FilledFields;
  /** Puts back what stood there, except in fields that were changed since. */
  readonly undo: (filled: FilledFields) => void;
};

/** Puts drafts into the form, as if somebody had typed them. */
export function useFill(): Fill {
  const { getValues, setValue, clearErrors } = useFormContext();
  const put = useCallback(
    (name: string, draft: Draft) => {
      // Arrays of rows hear only of a change at their own position.
      setValue(name, draft);
      for (const [path, rows] of rowsIn(name, draft)) setValue(path, rows);
      clearErrors(name);
    },
    [setValue, clearErrors],
  );
  const fill = useCallback<Fill["fill"]>(
    ({ drafts, fills, unused }) => {
      const labels = fills.map(({ label }) => label);
      const before = new Map([...drafts.keys()].map((name) => [name, structuredClone(getValues(name))]));
      for (const [name, draft] of drafts) put(name, draft);
      announce(filledText(labels, unused));
      return { labels, before, after: drafts };
    },
    [getValues, put],
  );
  const undo = useCallback<Fill["undo"]>(
    ({ before, after }) => {
      let left = 0;
      for (const [name, draft] of before) {
        if (isSameDraft(getValues(name), after.get(name))) put(name, draft);
        else left += 1;
      }
      announce(left === 0 ? "Undone." : `Undone, except ${formatCount(left, "field")} changed since.`);
    },
    [getValues, put],
  );
  return { fill, undo };
}

/** "Filled 2 fields: Bucket Path, AWS Access Key ID. Not used: region." */
export function filledText(labels: readonly string[], unused: readonly string[]): string {
  const filled = `Filled ${formatCount(labels.length, "field")}: ${labels.join(", ")}.`;
  return unused.length === 0 ? filled : `${filled} Not used: ${unused.join(", ")}.`;
}

function rowsIn(name: string, draft: unknown): readonly (readonly [string, unknown])[] {
  if (typeof draft !== "object" || draft === null) return [];
  const inside = Object.entries(draft).flatMap(([key, part]) => rowsIn(`${name}.${key}`, part));
  return "rows" in draft ? [[`${name}.rows`, draft.rows], ...inside] : inside;
}
