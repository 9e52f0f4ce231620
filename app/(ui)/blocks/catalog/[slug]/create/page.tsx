import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { createBlockAction, findTakenNameAction, loadNewBlockFormAction } from "@/app/(ui)/blocks/_actions";
import { readTypeParts, referenceTypesOf } from "@/app/(ui)/blocks/_form-parts";
import { CreatePageForm } from "@/components/forms/create-page-form";
import { DeprecationNotice } from "@/components/forms/deprecation-notice";
import { NotFoundView } from "@/components/layout/not-found-view";
import { PageHeader } from "@/components/layout/page-header";
import { type NewBlockFormView, readNewBlockForm } from "@/lib/blocks/read-block-form";
import { DomainError } from "@/lib/errors";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/blocks/catalog/[slug]/create">;

// Title and page are made from one reading. Undefined: no such type, or no block to begin from.
const readForm = cache(
  async (slug: string, from: string | undefined): Promise<NewBlockFormView | undefined> => {
    const duplicateOf = from === undefined ? undefined : parseUuid<BlockDocumentId>(from);
    if (from !== undefined && !duplicateOf) return undefined;
    try {
      return await readNewBlockForm(getContext(), { slug, ...(duplicateOf && { duplicateOf }) });
    } catch (error) {
      if (DomainError.is(error) && error.code === "not_found") return undefined;
      throw error;
    }
  },
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, from } = await readAddress(props);
  const form = await readForm(slug, from).catch(() => undefined);
  return { title: form ? `New ${form.blockType.name} block` : "No such block type" };
}

export default async function CreateBlockPage(props: Props) {
  const { slug, from } = await readAddress(props);
  return guardPage("the form of a new block", async (context) => {
    const form = await readForm(slug, from);
    if (!form) {
      setPageStatus(404);
      return <NothingToCreate slug={slug} from={from} />;
    }
    const { name } = form.blockType;
    const { card, deprecated } = await readTypeParts(context, slug, form.schemaId);
    const typePage = `/blocks/catalog/${encodeURIComponent(slug)}`;
    return (
      <>
        <PageHeader
          title={`New ${name} block`}
          crumbs={[
            { label: "Blocks", href: "/blocks" },
            { label: "Catalogue", href: "/blocks/catalog" },
            { label: name, href: typePage },
            { label: "New" },
          ]}
          {...(form.duplicateOf ? { lede: <DuplicateLede duplicateOf={form.duplicateOf} /> } : {})}
        />
        <CreatePageForm
          block={form}
          types={referenceTypesOf(form)}
          actions={{
            create: createBlockAction,
            load: loadNewBlockFormAction,
            findTaken: findTakenNameAction,
          }}
          fallback={typePage}
          notice={deprecated ? <DeprecationNotice typeName={name} deprecated={deprecated} /> : null}
          typeCard={card}
        />
      </>
    );
  });
}

async function readAddress({
  params,
  searchParams,
}: Props): Promise<{ slug: string; from: string | undefined }> {
  const { from } = await searchParams;
  return { slug: decodeURIComponent((await params).slug), from: Array.isArray(from) ? from[0] : from };
}

function DuplicateLede({ duplicateOf }: { duplicateOf: NonNullable<NewBlockFormView["duplicateOf"]> }) {
  return (
    <>
      Filled in like{" "}
      <Link href={`/blocks/block/${duplicateOf.id}`} prefetch={false}>
        <code>{duplicateOf.title}</code>
      </Link>
      .
    </>
  );
}

function NothingToCreate({ slug, from }: { slug: string; from: string | undefined }) {
  return (
    <NotFoundView
      title={from === undefined ? "No block type has this slug" : "The block to duplicate does not exist"}
      links={[
        { label: "Show all block types", href: "/blocks/catalog" },
        { label: "Show all blocks", href: "/blocks" },
      ]}
    >
      {from === undefined ? (
        <>
          No type is registered as <code>{slug}</code>, or it has no schema yet. A type of your own appears
          after <code>prefect block register</code>.
        </>
      ) : (
        "It was deleted, or it is a block of another type."
      )}
    </NotFoundView>
  );
}
