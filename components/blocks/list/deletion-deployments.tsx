"use client";

import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { DeletionPreview } from "@/lib/blocks/preview-deletion";
import { formatCount } from "@/lib/text/format-count";

type DeletionDeploymentsProps = { deployments: DeletionPreview["deployments"]; isOne: boolean };

const mostShown = 50;

/** Names the deployments that lose a block, and says what becomes of them. */
export function DeletionDeployments({ deployments, isOne }: DeletionDeploymentsProps) {
  const count = new Set(deployments.map(({ id }) => id)).size;
  const roles = new Set(deployments.flatMap((user) => user.roles));
  const [role] = roles;
  const other = roles.size === 1 ? `another ${role} block` : "other blocks";
  const uses = count === 1 ? "uses" : "use";
  const are = count === 1 ? "is" : "are";
  return (
    <Notice
      tone="warn"
      title={`${formatCount(count, "deployment")} ${uses} ${isOne ? "it" : "them"} and ${are} paused until you choose ${other}`}
    >
      <ul>
        {deployments.slice(0, mostShown).map((user) => (
          <li key={`${user.id} ${user.uses}`} className="[overflow-wrap:anywhere]">
            <bdi className="font-medium font-mono">
              <Link href={`/deployments/deployment/${user.id}`} prefetch={false}>
                {user.title}
              </Link>
            </bdi>{" "}
            ({user.roles.join(" and ")})
            {isOne ? null : (
              <>
                {" "}
                = <bdi className="font-mono">{user.uses}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      {deployments.length > mostShown ? <p>and {deployments.length - mostShown} more</p> : null}
      <p className="mt-1">
        Runs that wait to start are removed when a schedule made them, and cancelled otherwise.
      </p>
    </Notice>
  );
}
