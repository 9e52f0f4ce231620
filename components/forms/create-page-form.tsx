"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { CreateBlockForm } from "@/components/forms/create-block-form";
import { FormAside } from "@/components/forms/form-aside";
import type { NewBlockActions, ReferenceTypes } from "@/components/forms/form-contract";
import { FormSplit } from "@/components/forms/form-split";
import { canGoBack } from "@/components/forms/go-back";
import { usePageReferences } from "@/components/forms/use-references";
import { toast } from "@/components/ui/toast";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";

type CreatePageFormProps = {
  block: NewBlockFormView;
  types: ReferenceTypes;
  actions: NewBlockActions;
  /** Where Cancel leads when the page was opened from outside. */
  fallback: string;
  notice?: ReactNode;
  typeCard: ReactNode;
};

/** The create page below its title: form, type card and outline. */
export function CreatePageForm({ block, types, actions, fallback, notice, typeCard }: CreatePageFormProps) {
  const router = useRouter();
  const references = usePageReferences({ choices: block.candidates, types, actions });
  return (
    <FormSplit>
      <CreateBlockForm
        block={block}
        actions={actions}
        references={references}
        idPrefix="field-"
        onCreated={({ id, name }) => {
          // The empty form is no place to come back to.
          router.replace(`/blocks/block/${id}`);
          toast(`Created ${block.blockType.slug}/${name}`);
        }}
        onCancel={() => (canGoBack() ? router.back() : router.push(fallback))}
        aside={<FormAside tree={block.tree}>{typeCard}</FormAside>}
      >
        {notice}
      </CreateBlockForm>
    </FormSplit>
  );
}
