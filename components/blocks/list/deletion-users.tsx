"use client";

import Link from "next/link";
import { DeletionDeployments } from "@/components/blocks/list/deletion-deployments";
import type { DeleteTarget } from "@/components/blocks/list/use-deletion";
import { Notice } from "@/components/ui/notice";
import type { DeletionPreview } from "@/lib/blocks/preview-deletion";
import { formatCount } from "@/lib/text/format-count";

type DeletionUsersProps = {
  preview: Pick<DeletionPreview, "users" | "deployments">;
  targets: readonly DeleteTarget[];
};

/** Names the deployments that are paused and the blocks that lose a value, or says that there are none. */
export function DeletionUsers({ preview: { users, deployments }, targets }: DeletionUsersProps) {
  const isOne = targets.length === 1;
  const them = isOne ? "it" : "them";
  return (
    <>
      {deployments.length > 0 ? <DeletionDeployments deployments={deployments} isOne={isOne} /> : null}
      {users.length > 0 ? (
        <DeletionBlocks users={users} isOne={isOne} />
      ) : (
        <p className="text-text-2">
          No other block uses {them}.{deployments.length > 0 ? null : " No deployment does."}
        </p>
      )}
    </>
  );
}

function DeletionBlocks({ users, isOne }: { users: DeletionPreview["users"]; isOne: boolean }) {
  const count = new Set(users.map(({ id }) => id)).size;
  return (
    <Notice
      tone="warn"
      title={`${formatCount(count, "block")} ${count === 1 ? "uses" : "use"} ${isOne ? "it" : "them"} and ${count === 1 ? "loses" : "lose"} these values`}
    >
      <ul>
        {users.map((user) => (
          <li key={`${user.id} ${user.uses}`} className="[overflow-wrap:anywhere]">
            <bdi className="font-medium font-mono">
              <Link href={`/blocks/block/${user.id}`} prefetch={false}>
                {user.name}
              </Link>
            </bdi>{" "}
            (<bdi>{user.typeName}</bdi>): <span className="font-mono">{user.fields.join(", ")}</span>
            {isOne ? null : (
              <>
                {" "}
                = <bdi className="font-mono">{user.uses}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
