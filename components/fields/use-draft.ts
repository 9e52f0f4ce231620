"use client";

import { get, useController, useFormState } from "react-hook-form";
import { useFormServices } from "@/components/forms/form-services";
import type { DraftOf } from "@/lib/forms/draft";
import type { FieldKind } from "@/lib/forms/field-node";

type UseDraft<Value> = {
  readonly draft: Value;
  readonly setDraft: (draft: Value) => void;
  /** For `onBlur` of the control. */
  readonly validate: () => void;
  readonly error: string | undefined;
};

/** The draft of one control. Only the component that calls it renders again when the draft changes. */
export function useDraft<K extends FieldKind>(name: string): UseDraft<DraftOf<K>> {
  return useDraftPart<DraftOf<K>>(name);
}

/** A part of a draft at a position of its own: the key of a row, the branch of a union. */
export function useDraftPart<Value>(name: string): UseDraft<Value> {
  const { field, fieldState } = useController({ name });
  const services = useFormServices();
  const error = fieldState.error?.message;
  return {
    draft: field.value as Value, // a node's draft is of its kind: FieldView has sorted out mismatches and secrets
    setDraft: (draft) => {
      field.onChange(draft);
      if (error !== undefined) services.validate(name);
    },
    validate: () => services.validate(name),
    error,
  };
}

/** The message at `name`, for fields whose parts are controls of their own (lists, groups). */
export function useFieldError(name: string): string | undefined {
  const { errors } = useFormState({ name, exact: true });
  const error: { readonly message?: unknown } | undefined = get(errors, name);
  return typeof error?.message === "string" ? error.message : undefined;
}
