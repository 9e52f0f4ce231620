import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import {
  createBlockAction,
  findTakenNameAction,
  loadNewBlockFormAction,
  rereadBlockFormAction,
  saveBlockAction,
} from "@/app/(ui)/blocks/_actions";
import { readTypeParts, referenceTypesOf } from "@/app/(ui)/blocks/_form-parts";
import { NoSuchBlock } from "@/components/blocks/details/no-such-block";
import { NewerVersionNotice } from "@/components/blocks/type/newer-version-notice";
import { EditPageForm } from "@/components/forms/edit-page-form";
import { StoredNotice } from "@/components/forms/stored-notice";
import { PageHeader } from "@/components/layout/page-header";
import { type EditBlockFormView, readEditBlockForm } from "@/lib/blocks/read-block-form";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/blocks/block/[id]/edit">;

// Title and page are made from one reading.
const readForm = cache(async (text: string, isUpgrade: boolean) => {
  const id = parseUuid<BlockDocumentId>(text);
  return id && readEditBlockForm(getContext(), id, isUpgrade ? { schema: "newest" } : {});
});

/** `?upgrade=1`: the form of the newest schema of the type, to which saving moves the block. */
async function wantsUpgrade(searchParams: Props["searchParams"]): Promise<boolean> {
  return (await searchParams)["upgrade"] === "1";
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const isUpgrade = await wantsUpgrade(searchParams);
  const form = await readForm((await params).id, isUpgrade).catch(() => null);
  if (form === null) return { title: "Edit block" };
  return { title: form ? `${form.upgrade ? "Upgrade" : "Edit"} ${form.name}` : "No such block" };
}

export default async function EditBlockPage({ params, searchParams }: Props) {
  const { id } = await params;
  const isUpgrade = await wantsUpgrade(searchParams);
  return guardPage("the form of a block", async (context) => {
    const form = await readForm(id, isUpgrade);
    const verb = form?.upgrade ? "Upgrade" : "Edit";
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
              {verb} <span className="font-mono text-[0.93em]">{form.name}</span>
            </>
          }
          crumbs={[
            { label: "Blocks", href: "/blocks" },
            { label: form.name, href: `/blocks/block/${form.documentId}`, isMono: true },
            { label: verb },
          ]}
        />
        <EditPageForm
          key={form.schemaId}
          block={form}
          usedBy={await countUsers(context, form.documentId)}
          types={referenceTypesOf(form)}
          editActions={{ save: saveBlockAction, reread: rereadBlockFormAction }}
          actions={{
            create: createBlockAction,
            load: loadNewBlockFormAction,
            findTaken: findTakenNameAction,
          }}
          notice={
            <>
              {form.newer ? (
                <NewerVersionNotice blockId={form.documentId} changes={form.newer.changes.length} isInForm />
              ) : null}
              <StoredNotice
                tree={form.tree}
                drafts={form.draft.f}
                unknownKeys={form.unknownKeys.filter(({ path }) => !isDropped(form, path))}
              />
            </>
          }
          typeCard={card}
        />
      </>
    );
  });
}

/** The notice of the upgrade tells of it already. */
function isDropped({ upgrade }: EditBlockFormView, path: readonly (string | number)[]): boolean {
  return path.length === 1 && (upgrade?.dropped.some(({ key }) => key === path[0]) ?? false);
}

async function countUsers({ store }: Context, id: BlockDocumentId): Promise<number> {
  const users = await store.blockDocuments.referencesTo([id]);
  return new Set(users.map(({ parentId }) => parentId)).size;
}
