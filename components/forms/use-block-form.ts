"use client";

import { useCallback, useMemo, useState } from "react";
import { type FieldValues, get, type UseFormReturn, useForm } from "react-hook-form";
import { FieldView } from "@/components/fields/field-view";
import { type CheckedDraft, checkDraft, messageAt } from "@/components/forms/check-draft";
import type { Refusal } from "@/components/forms/error-summary";
import type { References } from "@/components/forms/form-contract";
import type { FormServices } from "@/components/forms/form-services";
import { useAfterPress } from "@/components/forms/use-after-press";
import type { FormDraft } from "@/lib/forms/draft";
import { isSameDraft } from "@/lib/forms/draft-shape";
import type { FormTree } from "@/lib/forms/field-node";
import { shownName, withoutUneditedTexts } from "@/lib/forms/open-texts";
import { linkTree } from "@/lib/forms/recursion";

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
  const afterPress = useAfterPress();
  const { getValues, setError, clearErrors } = form;

  const currentDraft = useCallback(() => {
    return getValues() as FormDraft; // the default values are a FormDraft, and fields keep their shapes
  }, [getValues]);
  const check = useCallback(
    () => checkDraft({ tree, initial, isNew, references, checkName }, currentDraft()),
    [tree, initial, isNew, references, checkName, currentDraft],
  );

  const services = useMemo(
    (): FormServices => ({
      idPrefix,
      references,
      FieldView,
      marksChanges: !isNew,
      initialAt: (name) => get(initial, name),
      switchView: async (name, node, to) => {
        const { switchView } = await import("@/components/forms/switch-view");
        return await switchView({ form, tree, references, idPrefix }, name, node, to);
      },
      validate: (name) =>
        afterPress(async () => {
          // Without its code nothing is judged now: the submit says that there is no connection.
          const checked = await check().catch(() => undefined);
          if (!checked) return;
          const message = messageAt(checked.faults, name);
          if (message === undefined) clearErrors(name);
          else setError(name, { type: "check", message });
        }),
    }),
    [form, tree, idPrefix, isNew, references, initial, afterPress, check, setError, clearErrors],
  );
  const hasChanges = useCallback(
    () => !isSameDraft(withoutUneditedTexts(currentDraft()), initial),
    [currentDraft, initial],
  );
  const refuse = useCallback(
    (next: Refusal): undefined => {
      clearErrors();
      // What lies inside an open text is said at that text.
      const faults = next.faults.map((fault) => ({ ...fault, name: shownName(currentDraft(), fault.name) }));
      for (const { name } of faults)
        setError(name, { type: "check", message: messageAt(faults, name) ?? "" });
      setRefusal({ ...next, faults });
    },
    [clearErrors, setError, currentDraft],
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
