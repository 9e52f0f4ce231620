import type { Metadata } from "next";
import { NotFoundView } from "@/components/layout/not-found-view";
import { setPageStatus } from "@/lib/server/page-status";

export const metadata: Metadata = { title: "No such page" };

/** Every address that no page has. A route of its own, because Next's not-found page is empty without JavaScript. */
export default async function NoSuchPage({ params }: PageProps<"/[...path]">) {
  setPageStatus(404);
  const { path } = await params;
  return (
    <NotFoundView
      title="There is no such page"
      links={[
        { label: "Show all blocks", href: "/blocks" },
        { label: "Show all block types", href: "/blocks/catalog" },
      ]}
    >
      Nothing is at <code className="text-sm">/{path.map(readable).join("/")}</code>. The link may be
      mistyped, or made for another server.
    </NotFoundView>
  );
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
