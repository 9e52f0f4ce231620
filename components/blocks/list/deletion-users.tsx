"use client";

import Link from "next/link";
import type { DeleteTarget } from "@/components/blocks/list/use-deletion";
import { Notice } from "@/components/ui/notice";
import type { DeletionPreview } from "@/lib/blocks/preview-deletion";
import { formatCount } from "@/lib/text/format-count";

type DeletionUsersProps = { users: DeletionPreview["users"]; targets: readonly DeleteTarget[] };

/** Names the blocks that stay and lose a value, or says that there are none. */
export function DeletionUsers({ users, targets }: DeletionUsersProps) {
  const isOne = targets.length === 1;
  const count = new Set(users.map(({ id }) => id)).size;
  if (count === 0) return <p className="text-text-2">No other block uses {isOne ? "it" : "them"}.</p>;
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
