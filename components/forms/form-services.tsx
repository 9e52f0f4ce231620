"use client";

import { type ComponentType, createContext, useContext } from "react";
import type { References } from "@/components/forms/form-contract";
import type { FormViewName } from "@/components/forms/switch-view";
import type { Draft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";

/** What every field of one form shares. Never changes while the form is open, so reading it renders nothing again. */
export type FormServices = {
  /** Makes DOM ids unique when a second form lies in a dialog above the first. */
  readonly idPrefix: string;
  /** A stored block is edited: what is changed is marked. */
  readonly marksChanges: boolean;
  /** The draft with which the form was opened. */
  readonly initialAt: (name: string) => Draft | undefined;
  /** Checks the draft and shows or clears the error at `name`. */
  readonly validate: (name: string) => void;
  /**
   * Shows the field at `name`, or with null the whole form, in another view. False when it stays as it is: then what
   * stands in the way is said at its control.
   */
  readonly switchView: (name: string, node: FieldNode | null, to: FormViewName) => Promise<boolean>;
  readonly FieldView: ComponentType<{ node: FieldNode; name: string }>;
  readonly references: References;
};

const FormServicesContext = createContext<FormServices | null>(null);
export const FormServicesProvider = FormServicesContext.Provider;

export function useFormServices(): FormServices {
  const services = useContext(FormServicesContext);
  if (!services) throw new Error("A field must lie in a SchemaForm.");
  return services;
}
