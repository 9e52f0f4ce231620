import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { queueActions } from "@/app/(ui)/work-queues/_queue-actions";
import { NotThere } from "@/components/work-queues/not-there";
import { QueuePage } from "@/components/work-queues/queue-page";
import { DomainError } from "@/lib/errors";
import { parseUuid, type WorkQueueId } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";
import { readQueueView } from "@/lib/work-queues/read-queue-view";

type Props = PageProps<"/work-queues/work-queue/[id]">;

// Title and page are made from one reading.
const readQueue = cache(async (text: string) => {
  const id = parseUuid<WorkQueueId>(text);
  if (id === undefined) return undefined;
  return readQueueView(getContext(), id).catch((error: unknown) => {
    if (DomainError.is(error) && error.code === "not_found") return undefined;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const queue = await readQueue((await params).id).catch(() => undefined);
  return { title: queue ? `Work queue ${queue.name}` : "No such work queue" };
}

export default async function WorkQueuePage({ params }: Props) {
  const { id } = await params;
  return guardPage("the page of a work queue", async () => {
    const queue = await readQueue(id);
    if (queue) return <QueuePage queue={queue} actions={queueActions} />;
    setPageStatus(404);
    return <NotThere what="work queue" asked={id} />;
  });
}
