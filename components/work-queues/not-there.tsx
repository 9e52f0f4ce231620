import { NotFoundView } from "@/components/layout/not-found-view";

/** For an ID that no queue has, or a name that no pool has. */
export function NotThere({ what, asked }: { what: "work queue" | "work pool"; asked: string }) {
  return (
    <NotFoundView
      title={what === "work queue" ? "No work queue has this ID" : "No work pool has this name"}
      links={[{ label: "Show all work queues", href: "/work-queues" }]}
    >
      <p>It was deleted, or the link comes from another server.</p>
      <p className="mt-2">
        Asked for: <code className="text-sm [overflow-wrap:anywhere]">{asked}</code>
      </p>
    </NotFoundView>
  );
}
