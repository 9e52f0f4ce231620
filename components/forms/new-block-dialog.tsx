"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { createChoiceStore } from "@/components/forms/choice-store";
import { CreateBlockForm } from "@/components/forms/create-block-form";
import type { NewBlockDialogProps, ReferenceTypes } from "@/components/forms/form-contract";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";

/** Makes a block without leaving the form that needs it; it comes back chosen. */
export function NewBlockDialog(props: NewBlockDialogProps) {
  const { slug, actions, types, onClose } = props;
  const { load } = actions;
  const [form, setForm] = useState<NewBlockFormView>();
  const [error, setError] = useState<string>();
  const unsaved = useRef(() => false);

  useEffect(() => {
    let isOpen = true;
    load(slug)
      .then((answer) => {
        if (!isOpen) return;
        if (answer.ok) setForm(answer.form);
        else setError(answer.message);
      })
      .catch(() => isOpen && setError("The server did not answer. Check the connection, then try again."));
    return () => {
      isOpen = false;
    };
  }, [load, slug]);

  return (
    <Dialog
      isOpen
      // Escape, or a press beside the dialog, must not lose what is typed; Cancel may.
      onClose={() => unsaved.current() || onClose()}
      title={`New ${types[slug]?.name ?? slug} block`}
    >
      {error === undefined ? null : <p className="py-3 text-danger">{error}</p>}
      {form ? <InnerForm {...props} form={form} unsaved={unsaved} /> : null}
    </Dialog>
  );
}

type InnerFormProps = NewBlockDialogProps & { form: NewBlockFormView; unsaved: RefObject<() => boolean> };

function InnerForm({ form, actions, types, onClose, onMade, unsaved }: InnerFormProps) {
  // No "New …" in here: a dialog above a dialog helps nobody.
  // The dialog was open before the form was there.
  useEffect(() => document.getElementById("new-name")?.focus(), []);
  const [references] = useState(() => ({
    choices: createChoiceStore(form.candidates),
    types: withNames(form, types),
  }));
  return (
    <CreateBlockForm
      block={form}
      actions={actions}
      references={references}
      idPrefix="new-"
      isInDialog
      unsaved={unsaved}
      onCancel={onClose}
      onCreated={(choice) => {
        toast(`Created ${choice.typeSlug}/${choice.name}`);
        onMade(choice);
      }}
    />
  );
}

/** Types that only this form refers to have no logo here: the page has not drawn one. */
function withNames(form: NewBlockFormView, types: ReferenceTypes): ReferenceTypes {
  return { ...Object.fromEntries(form.referenceTypes.map(({ slug, name }) => [slug, { name }])), ...types };
}
