import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { TypePage } from "@/components/blocks/type/type-page";
import { NotFoundView } from "@/components/layout/not-found-view";
import { readBlockTypeView } from "@/lib/blocks/read-block-type-view";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/blocks/catalog/[slug]">;

// Title and page are made from one reading.
const readType = cache((slug: string) => readBlockTypeView(getContext(), slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const type = await readType((await params).slug).catch(() => undefined);
  return { title: type?.name ?? "No such block type" };
}

export default async function BlockTypePage({ params }: Props) {
  const { slug } = await params;
  return guardPage("a block type", async () => {
    const type = await readType(slug);
    if (type) return <TypePage type={type} />;
    setPageStatus(404);
    return <NoSuchType slug={slug} />;
  });
}

function NoSuchType({ slug }: { slug: string }) {
  return (
    <NotFoundView
      title="No block type has this slug"
      links={[
        { label: "Show all block types", href: "/blocks/catalog" },
        { label: "Show all blocks", href: "/blocks" },
      ]}
    >
      No type is registered as <code>{slug}</code>. A type of your own appears after{" "}
      <code>prefect block register</code>.
    </NotFoundView>
  );
}
