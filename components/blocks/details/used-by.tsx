import { Package } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { AsideSection } from "@/components/blocks/details/split";
import { TypeLogo } from "@/components/blocks/type-logo";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { BlockDetailsView } from "@/lib/blocks/read-block-details";
import { formatCount } from "@/lib/text/format-count";

type Users = Pick<BlockDetailsView, "usedBy" | "deployments">;

const mostDeployments = 100;

/** The deployments that run with the block, then the blocks that refer to it. */
export function UsedBy({ usedBy, deployments }: Users) {
  if (usedBy.length + deployments.length === 0) {
    return (
      <AsideSection id="used-by" title="Used by">
        <p className="text-sm text-text-2">No other block refers to this one, and no deployment uses it.</p>
      </AsideSection>
    );
  }
  const hidden = deployments.length - mostDeployments;
  return (
    <AsideSection id="used-by" title="Used by" end={countsOf({ usedBy, deployments })}>
      <ul className="max-h-96 overflow-y-auto text-sm">
        {deployments.slice(0, mostDeployments).map((user) => (
          <User
            key={user.id}
            logo={
              <span className="grid size-6 shrink-0 place-items-center text-text-3">
                <Icon icon={Package} />
              </span>
            }
            href={`/deployments/deployment/${user.id}`}
            name={user.title}
            badge={user.isPaused ? <Badge>Paused</Badge> : null}
          >
            Deployment, as {user.roles.join(" and ")}
          </User>
        ))}
        {hidden > 0 ? <li className="py-2.25 text-text-3">and {hidden} more deployments</li> : null}
        {usedBy.map((user) => (
          <User
            key={`${user.id} ${user.field}`}
            logo={<TypeLogo slug={user.type.slug} name={user.type.name} />}
            href={`/blocks/block/${user.id}`}
            name={user.name}
            badge={user.isAnonymous ? <Badge>Anonymous</Badge> : null}
          >
            <bdi>{user.type.name}</bdi>, field <code>{user.field}</code>
          </User>
        ))}
      </ul>
    </AsideSection>
  );
}

function countsOf({ usedBy, deployments }: Users): string {
  const blocks = new Set(usedBy.map((user) => user.id)).size;
  return [
    ...(deployments.length > 0 ? [formatCount(deployments.length, "deployment")] : []),
    ...(blocks > 0 ? [formatCount(blocks, "block")] : []),
  ].join(", ");
}

type UserProps = { logo: ReactNode; href: string; name: string; badge: ReactNode; children: ReactNode };

function User({ logo, href, name, badge, children }: UserProps) {
  return (
    <li className="flex gap-2.5 border-line border-b py-2.25 last:border-b-0">
      {logo}
      <div className="min-w-0">
        <Link
          href={href}
          prefetch={false}
          className="font-mono text-accent underline-offset-3 [overflow-wrap:anywhere] hover:underline"
        >
          {name}
        </Link>{" "}
        {badge}
        <div className="break-words text-text-3">{children}</div>
      </div>
    </li>
  );
}
