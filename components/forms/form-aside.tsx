"use client";

import type { ReactNode } from "react";
import { placedFields } from "@/components/forms/field-list";
import { FormOutline } from "@/components/forms/form-outline";
import type { FormTree } from "@/lib/forms/field-node";

/** From this many fields on a form does not fit a screen. */
const longForm = 7;

/** Beside the form: the type, and for long forms where things are. Narrow screens get the type alone, above. */
export function FormAside({ tree, children }: { tree: FormTree; children: ReactNode }) {
  const fields = placedFields(tree);
  return (
    <div className="grid gap-8 wide:sticky wide:top-6 max-wide:row-start-1 max-wide:max-w-180">
      {children}
      {fields.length >= longForm ? <FormOutline fields={fields} /> : null}
    </div>
  );
}
