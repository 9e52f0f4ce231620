import { NotFoundView } from "@/components/layout/not-found-view";

/** For an ID that no deployment has. */
export function NoSuchDeployment({ id }: { id: string }) {
  return (
    <NotFoundView
      title="No deployment has this ID"
      links={[{ label: "Show all deployments", href: "/deployments" }]}
    >
      <p>It was deleted, or the link comes from another server.</p>
      <p className="mt-2">
        Asked for: <code className="text-sm">{id}</code>
      </p>
    </NotFoundView>
  );
}
