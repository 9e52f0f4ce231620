import { NotFoundView } from "@/components/layout/not-found-view";

/** What Next shows by itself, for example for an address that it cannot decode. Ours: app/(ui)/[...path]/page.tsx. */
export default function NotFound() {
  return (
    <main className="px-4">
      <NotFoundView title="There is no such page" links={[{ label: "Show all blocks", href: "/blocks" }]}>
        The link may be mistyped, or made for another server.
      </NotFoundView>
    </main>
  );
}
