import { NotFoundView } from "@/components/layout/not-found-view";

/** For an ID that no block has: on the details and on the edit page. */
export function NoSuchBlock({ id }: { id: string }) {
  return (
    <NotFoundView
      title="No block has this ID"
      links={[
        { label: "Show all blocks", href: "/blocks" },
        { label: "Choose a block to add", href: "/blocks/catalog" },
      ]}
    >
      <p>It was deleted, or the link comes from another server.</p>
      <p className="mt-2">
        Asked for: <code className="text-sm">{id}</code>
      </p>
    </NotFoundView>
  );
}
