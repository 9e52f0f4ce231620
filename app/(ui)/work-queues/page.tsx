import type { Metadata } from "next";
import { readApiUrl } from "@/app/(ui)/_api-url";
import { guardPage } from "@/app/(ui)/_guard-page";
import { queueActions } from "@/app/(ui)/work-queues/_queue-actions";
import { QueuesView } from "@/components/work-queues/queues-view";
import { queuesAddress } from "@/lib/work-queues/list-query";
import { listQueuesView } from "@/lib/work-queues/list-queues-view";

export const metadata: Metadata = { title: "Work queues" };

export default async function WorkQueuesPage({ searchParams }: PageProps<"/work-queues">) {
  const query = queuesAddress.parse(await searchParams);
  return guardPage("the list of work queues", async (context) => (
    <QueuesView
      view={await listQueuesView(context, query)}
      apiUrl={await readApiUrl()}
      actions={queueActions}
    />
  ));
}
