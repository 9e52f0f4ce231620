"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { CreateBlockForm } from "@/components/forms/create-block-form";
import { FormAside } from "@/components/forms/form-aside";
import type { CreateBlock, LoadNewBlockForm, ReferenceTypes } from "@/components/forms/form-contract";
import { FormSplit } from "@/components/forms/form-split";
import { canGoBack } from "@/components/forms/go-back";
import { usePageReferences } from "@/components/forms/use-references";
import { toast } from "@/components/ui/toast";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";

type CreatePageFormProps = {
  block: NewBlockFormView;
  types: ReferenceTypes;
  create: CreateBlock;
  load: LoadNewBlockForm;
  /** Where Cancel leads when the page was opened from outside. */
  fallback: string;
  notice?: ReactNode;
  typeCard: ReactNode;
};

/** The create page below its title: form, type card and outline. */
export function CreatePageForm({
  block,
  types,
  create,
  load,
  fallback,
  notice,
  typeCard,
}: CreatePageFormProps) {
  const router = useRouter();
  const references = usePageReferences({ choices: block.candidates, types, load, create });
  return (
    <FormSplit>
      <CreateBlockForm
        block={block}
        create={create}
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
