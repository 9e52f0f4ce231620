import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import {
  createBlockAction,
  findTakenNameAction,
  loadNewBlockFormAction,
  saveBlockAction,
} from "@/app/(ui)/blocks/_actions";
import { readTypeParts, referenceTypesOf } from "@/app/(ui)/blocks/_form-parts";
import { NoSuchBlock } from "@/components/blocks/details/no-such-block";
import { EditPageForm } from "@/components/forms/edit-page-form";
import { StoredNotice } from "@/components/forms/stored-notice";
import { PageHeader } from "@/components/layout/page-header";
import { readEditBlockForm } from "@/lib/blocks/read-block-form";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/blocks/block/[id]/edit">;

// Title and page are made from one reading.
const readForm = cache(async (text: string) => {
  const id = parseUuid<BlockDocumentId>(text);
  return id && readEditBlockForm(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await readForm((await params).id).catch(() => null);
  if (form === null) return { title: "Edit block" };
  return { title: form ? `Edit ${form.name}` : "No such block" };
}

export default async function EditBlockPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the form of a block", async (context) => {
    const form = await readForm(id);
    if (!form) {
      setPageStatus(404);
      return <NoSuchBlock id={id} />;
    }
    const { card } = await readTypeParts(context, form.blockType.slug, form.schemaId);
    return (
      <>
        <PageHeader
          title={
            <>
              Edit <span className="font-mono text-[0.93em]">{form.name}</span>
            </>
          }
          crumbs={[
            { label: "Blocks", href: "/blocks" },
            { label: form.name, href: `/blocks/block/${form.documentId}`, isMono: true },
            { label: "Edit" },
          ]}
        />
        <EditPageForm
          block={form}
          usedBy={await countUsers(context, form.documentId)}
          types={referenceTypesOf(form)}
          save={saveBlockAction}
          actions={{
            create: createBlockAction,
            load: loadNewBlockFormAction,
            findTaken: findTakenNameAction,
          }}
          notice={<StoredNotice tree={form.tree} drafts={form.draft.f} unknownKeys={form.unknownKeys} />}
          typeCard={card}
        />
      </>
    );
  });
}

async function countUsers({ store }: Context, id: BlockDocumentId): Promise<number> {
  const users = await store.blockDocuments.referencesTo([id]);
  return new Set(users.map(({ parentId }) => parentId)).size;
}
