"use client";

import { type FormEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { FormProvider } from "react-hook-form";
import { ErrorSummary } from "@/components/forms/error-summary";
import { focusField, revealField } from "@/components/forms/focus-field";
import { FormActions } from "@/components/forms/form-actions";
import { FormServicesProvider } from "@/components/forms/form-services";
import { replayEarlyInput } from "@/components/forms/replay-early-input";
import type { BlockForm } from "@/components/forms/use-block-form";
import { useFormKeys } from "@/components/forms/use-form-keys";
import { WholeForm } from "@/components/forms/whole-form";
import type { FormTree } from "@/lib/forms/field-node";
import type { PasteHelp } from "@/lib/paste/fill-rules";

type SchemaFormProps = {
  tree: FormTree;
  blockForm: BlockForm;
  /** "New S3 block": the form's accessible name. */
  submit: string;
  busy: string;
  /** "Not created": begins the summary of errors. */
  refused: string;
  isBusy: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  isSticky?: boolean;
  /** How pasted texts fill the fields. */
  paste?: PasteHelp | undefined;
  /** Stands in the place of the fields when there are none. */
  noFields?: ReactNode;
  /** Between the summary and the fields: notices and the block's name. */
  children: ReactNode;
  /** Beside the form: inside its provider, outside the form element. */
  aside?: ReactNode;
};

/** Walks a tree of field nodes. It knows no block: what is typed and how it is saved come from outside. */
export function SchemaForm(props: SchemaFormProps) {
  const { tree, blockForm, submit, busy, refused, isBusy, onSubmit, onCancel, isSticky, paste } = props;
  const { children, aside, noFields } = props;
  const { form, services, refusal, hasChanges } = blockForm;
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { idPrefix } = services;

  const goTo = useCallback(
    (name: string) => element.current !== null && focusField(element.current, idPrefix, name),
    [idPrefix],
  );
  useEffect(() => {
    if (element.current) replayEarlyInput(element.current);
  }, []);
  useEffect(() => {
    if (!refusal) return;
    for (const { name } of refusal.faults) {
      if (element.current) revealField(element.current, idPrefix, name);
    }
    const first = refusal.faults[0];
    if (!first || !goTo(first.name)) summary.current?.focus();
  }, [refusal, goTo, idPrefix]);
  useFormKeys({ form: element, onSubmit, onCancel, hasChanges });

  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog lies in this one in React's tree: its submit must not reach this one.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <FormProvider {...form}>
      <FormServicesProvider value={services}>
        <form
          ref={element}
          noValidate
          autoComplete="off"
          // No accessible name: it would contain field titles ("Config"), and a label must match one control.
          data-block-form
          method="post"
          onSubmit={submitForm}
          className="min-w-0 max-w-180"
        >
          {refusal ? (
            <ErrorSummary ref={summary} verb={refused} refusal={refusal} idPrefix={idPrefix} onGo={goTo} />
          ) : null}
          {children}
          {noFields !== undefined && tree.fields.length === 0 ? (
            noFields
          ) : (
            <WholeForm tree={tree} paste={paste} />
          )}
          <FormActions
            submit={submit}
            busy={busy}
            isBusy={isBusy}
            onCancel={onCancel}
            {...(isSticky === undefined ? {} : { isSticky })}
          />
        </form>
        {aside}
      </FormServicesProvider>
    </FormProvider>
  );
}
