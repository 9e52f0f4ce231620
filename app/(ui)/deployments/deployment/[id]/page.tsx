import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { deploymentActions } from "@/app/(ui)/deployments/_deployment-actions";
import { DeploymentPage } from "@/components/deployments/details/deployment-page";
import { NoSuchDeployment } from "@/components/deployments/no-such-deployment";
import { listReferenceCandidates } from "@/lib/blocks/list-reference-candidates";
import { readDeploymentView } from "@/lib/deployments/read-deployment-view";
import { type DeploymentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";
import type { Store } from "@/lib/store";

type Props = PageProps<"/deployments/deployment/[id]">;

// Title and page are made from one reading.
const readDeployment = cache(async (text: string) => {
  const id = parseUuid<DeploymentId>(text);
  return id && readDeploymentView(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const deployment = await readDeployment((await params).id).catch(() => undefined);
  return { title: deployment ? `${deployment.flow.name}/${deployment.name}` : "No such deployment" };
}

export default async function DeploymentDetailsPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the details of a deployment", async ({ store }) => {
    const deployment = await readDeployment(id);
    if (!deployment) {
      setPageStatus(404);
      return <NoSuchDeployment id={id} />;
    }
    const { lost } = deployment;
    return (
      <DeploymentPage
        deployment={deployment}
        candidates={{
          storage: lost.storage === undefined ? [] : await candidatesFor(store, "get-directory"),
          infrastructure:
            lost.infrastructure === undefined ? [] : await candidatesFor(store, "run-infrastructure"),
        }}
        actions={deploymentActions}
      />
    );
  });
}

async function candidatesFor(store: Store, capability: string) {
  const types = await store.blockTypes.list({ schema: { capabilities: [capability] } });
  return listReferenceCandidates(
    { store },
    types.map(({ slug }) => slug),
  );
}
