import type { Metadata } from "next";
import { cache } from "react";
import { guardPage } from "@/app/(ui)/_guard-page";
import { runAction } from "@/app/(ui)/deployments/_run-action";
import { NoSuchDeployment } from "@/components/deployments/no-such-deployment";
import { RunForm } from "@/components/deployments/run/run-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { type RunFormView, readRunForm } from "@/lib/deployments/run-form";
import { type DeploymentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

type Props = PageProps<"/deployments/deployment/[id]/run">;

// Title and page are made from one reading.
const readForm = cache(async (text: string) => {
  const id = parseUuid<DeploymentId>(text);
  return id && readRunForm(getContext(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await readForm((await params).id).catch(() => undefined);
  return { title: form ? `Run ${form.flowName}/${form.name}` : "No such deployment" };
}

export default async function RunDeploymentPage({ params }: Props) {
  const { id } = await params;
  return guardPage("the form that runs a deployment", async () => {
    const form = await readForm(id);
    if (!form) {
      setPageStatus(404);
      return <NoSuchDeployment id={id} />;
    }
    const page = `/deployments/deployment/${form.deploymentId}`;
    return (
      <>
        <PageHeader
          title={
            <>
              Run{" "}
              <bdi className="font-mono">
                {form.flowName}/{form.name}
              </bdi>
            </>
          }
          crumbs={[
            { label: "Deployments", href: "/deployments" },
            { label: form.name, href: page, isMono: true },
            { label: "Run" },
          ]}
          {...(form.queue !== null && {
            lede: (
              <>
                An agent that asks the work queue <code>{form.queue}</code> starts it.
              </>
            ),
          })}
        />
        {form.lost === undefined ? (
          <RunForm view={form} run={runAction} />
        ) : (
          <CannotRun form={form} page={page} />
        )}
      </>
    );
  });
}

function CannotRun({ form: { lost }, page }: { form: RunFormView; page: string }) {
  return (
    <div className="max-w-180">
      <Notice
        tone="danger"
        title="It cannot run"
        actions={<ButtonLink href={page}>Choose another block</ButtonLink>}
      >
        <code className="[overflow-wrap:anywhere]">{lost}</code> was deleted, and no other block was chosen in
        its place.
      </Notice>
    </div>
  );
}
