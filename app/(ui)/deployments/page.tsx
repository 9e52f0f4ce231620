import type { Metadata } from "next";
import { readApiUrl } from "@/app/(ui)/_api-url";
import { guardPage } from "@/app/(ui)/_guard-page";
import { deploymentActions } from "@/app/(ui)/deployments/_deployment-actions";
import { DeploymentsView } from "@/components/deployments/list/deployments-view";
import { listDeploymentsView } from "@/lib/deployments/list-deployments-view";
import { deploymentsAddress } from "@/lib/deployments/list-query";
import type { Store } from "@/lib/store";

export const metadata: Metadata = { title: "Deployments" };

export default async function DeploymentsPage({ searchParams }: PageProps<"/deployments">) {
  const query = deploymentsAddress.parse(await searchParams);
  return guardPage("the list of deployments", async (context) => {
    const view = await listDeploymentsView(context, query);
    return (
      <DeploymentsView
        view={view}
        apiUrl={await readApiUrl()}
        storage={view.total === 0 ? await newestStorage(context.store) : undefined}
        actions={deploymentActions}
      />
    );
  });
}

/** "s3/log-test": the block that was changed last among those that can keep flows. */
async function newestStorage({ blockDocuments, blockTypes }: Store): Promise<string | undefined> {
  const [block] = await blockDocuments.search({ capability: "get-directory" }, "updated_desc", {
    limit: 1,
    offset: 0,
  });
  const type = block && (await blockTypes.byId(block.blockTypeId));
  return type && `${type.slug}/${block.name}`;
}
