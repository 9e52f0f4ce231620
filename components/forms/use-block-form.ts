"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { type FieldValues, get, type UseFormReturn, useForm } from "react-hook-form";
import { FieldView } from "@/components/fields/field-view";
import type { Fault, Refusal } from "@/components/forms/error-summary";
import type { References } from "@/components/forms/form-contract";
import type { FormServices } from "@/components/forms/form-services";
import { useAfterPress } from "@/components/forms/use-after-press";
import type { FormDraft } from "@/lib/forms/draft";
import { isSameDraft } from "@/lib/forms/draft-shape";
import type { FormTree } from "@/lib/forms/field-node";
import { linkTree } from "@/lib/forms/recursion";
import { loadTextParsers, type TextParsers } from "@/lib/forms/text-parsers";
import { validateDraft } from "@/lib/forms/validate";

export type BlockFormOptions = {
  readonly tree: FormTree;
  readonly initial: FormDraft;
  /** What was typed before the person went away for a moment; else the form begins as `initial`. */
  readonly parked?: FormDraft | undefined;
  /** A new block must be complete; of a stored one only what was changed is judged. */
  readonly isNew: boolean;
  readonly idPrefix: string;
  readonly references: References;
  /** What is wrong with the block's name; absent where the name is fixed. */
  readonly checkName?: (name: string) => string | undefined;
};

export type CheckedDraft = {
  readonly draft: FormDraft;
  readonly parsers: TextParsers;
  readonly faults: readonly Fault[];
};

export type BlockForm = {
  readonly form: UseFormReturn<FieldValues>;
  readonly services: FormServices;
  readonly currentDraft: () => FormDraft;
  readonly check: () => Promise<CheckedDraft>;
  readonly hasChanges: () => boolean;
  /** What kept the last attempt from being saved. */
  readonly refusal: Refusal | null;
  /** Unless the name is another one by now. */
  readonly showNameFault: (name: string, message: string) => void;
  readonly refuse: (refusal: Refusal) => undefined;
};

/** The state of one form: drafts and errors in react-hook-form, by position. Nothing here renders on a key press. */
export function useBlockForm(options: BlockFormOptions): BlockForm {
  // The options of the first render count: a page that is refreshed behind the form must not change what is typed.
  const [{ tree, initial, parked, isNew, idPrefix, references, checkName }] = useState(() => ({
    ...options,
    tree: linkTree(options.tree),
  }));
  const form = useForm<FieldValues>({
    defaultValues: parked ?? initial,
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const blocked = useRef(new Map<string, string>());
  const afterPress = useAfterPress();
  const { getValues, setError, clearErrors } = form;

  const currentDraft = useCallback(() => {
    return getValues() as FormDraft; // the default values are a FormDraft, and fields keep their shapes
  }, [getValues]);
  const check = useCallback(async (): Promise<CheckedDraft> => {
    const draft = currentDraft();
    const parsers = await loadTextParsers(draft.f);
    const nameFault = checkName?.(draft.name);
    const issues = validateDraft(tree, draft.f, { initial: initial.f, isNew, parsers });
    const faults = [
      ...(nameFault === undefined ? [] : [{ name: "name", label: "Block name", message: nameFault }]),
      ...[...blocked.current].map(([name, message]) => ({ name, label: labelAt(tree, name), message })),
      ...issues.filter(({ name }) => !blocked.current.has(name)),
    ];
    return { draft, parsers, faults };
  }, [tree, initial, isNew, checkName, currentDraft]);

  const services = useMemo(
    (): FormServices => ({
      idPrefix,
      references,
      FieldView,
      marksChanges: !isNew,
      initialAt: (name) => get(initial, name),
      block: (name, message) => {
        if (message === null) blocked.current.delete(name);
        else blocked.current.set(name, message);
      },
      validate: (name) =>
        afterPress(async () => {
          const fault = (await check()).faults.find((found) => found.name === name);
          if (fault) setError(name, { type: "check", message: fault.message });
          else clearErrors(name);
        }),
    }),
    [idPrefix, isNew, references, initial, afterPress, check, setError, clearErrors],
  );
  const hasChanges = useCallback(() => !isSameDraft(getValues(), initial), [getValues, initial]);
  const refuse = useCallback(
    (next: Refusal): undefined => {
      clearErrors();
      for (const { name, message } of next.faults) setError(name, { type: "check", message });
      setRefusal(next);
    },
    [clearErrors, setError],
  );
  const showNameFault = useCallback(
    (name: string, message: string) =>
      afterPress(() => {
        if (getValues("name") === name) setError("name", { type: "check", message });
      }),
    [afterPress, getValues, setError],
  );
  return { form, services, currentDraft, check, hasChanges, refusal, refuse, showNameFault };
}

/** The label of the top-level field around a position. */
function labelAt(tree: FormTree, name: string): string {
  const index = Number(name.split(".")[1]);
  return tree.fields[index]?.label ?? "Field";
}
