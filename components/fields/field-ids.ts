"use client";

import { useFormServices } from "@/components/forms/form-services";

export type FieldIds = {
  /** The control itself, or the group of controls. */
  readonly control: string;
  readonly label: string;
  readonly help: string;
  readonly error: string;
  readonly note: string;
};

/** DOM ids of the field at a position (`f.0.rows.2.value`); positions are unique in a form, node ids are not. */
export function fieldIds(idPrefix: string, name: string): FieldIds {
  const control = `${idPrefix}${name.replaceAll(".", "-")}`;
  return {
    control,
    label: `${control}-label`,
    help: `${control}-help`,
    error: `${control}-error`,
    note: `${control}-note`,
  };
}

export function useFieldIds(name: string): FieldIds {
  return fieldIds(useFormServices().idPrefix, name);
}
