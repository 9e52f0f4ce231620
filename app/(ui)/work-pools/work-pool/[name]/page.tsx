import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { poolActions, queueActions } from "@/app/(ui)/work-queues/_queue-actions";
import { NotThere } from "@/components/work-queues/not-there";
import { PoolPage } from "@/components/work-queues/pool-page";
import { DomainError } from "@/lib/errors";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";
import { readPoolView } from "@/lib/work-queues/read-pool-view";

type Props = PageProps<"/work-pools/work-pool/[name]">;

// Title and page are made from one reading.
const readPool = cache(async (name: string) =>
  readPoolView(getContext(), name).catch((error: unknown) => {
    if (DomainError.is(error) && error.code === "not_found") return undefined;
    throw error;
  }),
);

/** Next gives the part of the address as it is written. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const pool = await readPool(decode((await params).name)).catch(() => undefined);
  return { title: pool ? `Work pool ${pool.name}` : "No such work pool" };
}

export default async function WorkPoolPage({ params }: Props) {
  const name = decode((await params).name);
  return guardPage("the page of a work pool", async () => {
    const pool = await readPool(name);
    if (pool) return <PoolPage pool={pool} actions={poolActions} setPaused={queueActions.setPaused} />;
    setPageStatus(404);
    return <NotThere what="work pool" asked={name} />;
  });
}
