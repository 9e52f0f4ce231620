"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { BlockRole, DeploymentActions } from "@/components/deployments/deployment-actions";
import { useAction } from "@/components/deployments/use-action";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";

type MissingBlockNoticeProps = {
  deploymentId: string;
  role: BlockRole;
  /** "s3/log-test" */
  lost: string;
  candidates: readonly ReferenceCandidate[];
  chooseBlock: DeploymentActions["chooseBlock"];
};

/** Says that a block of the deployment was deleted, and offers the blocks that could take its place. */
export function MissingBlockNotice(props: MissingBlockNoticeProps) {
  const { deploymentId, role, lost, candidates, chooseBlock } = props;
  const [chosen, setChosen] = useState("");
  const { isBusy, fault, run } = useAction();
  const router = useRouter();
  const block = candidates.find(({ id }) => id === chosen);
  const choose = () =>
    block &&
    run(
      () => chooseBlock(deploymentId, role, block.id),
      () => {
        toast(`Chose ${block.typeSlug}/${block.name}`);
        router.refresh();
      },
    );
  const capability = role === "storage" ? "get-directory" : "run-infrastructure";
  return (
    <Notice
      tone="danger"
      className="mb-6"
      title={role === "storage" ? "Storage block missing" : "Infrastructure block missing"}
    >
      <p className="[overflow-wrap:anywhere]">
        <code>{lost}</code> was deleted. The deployment is paused and cannot run
        {role === "storage" ? ", for agents would not find its flow" : ""}. Choose another block, then resume
        it.
        {role === "storage" ? " The files have to be there: build the deployment again to upload them." : ""}
      </p>
      {candidates.length === 0 ? (
        <div className="mt-3">
          <ButtonLink href={`/blocks/catalog?capability=${capability}`}>Create a {role} block</ButtonLink>
        </div>
      ) : (
        <div className="mt-3 flex flex-wrap items-center gap-2 noscript:hidden">
          <Select
            aria-label={`Another ${role} block`}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            className="max-w-80"
          >
            <option value="">Choose a block</option>
            {candidates.map(({ id, name, typeSlug, typeName }) => (
              <option key={id} value={id}>
                {typeSlug}/{name} ({typeName})
              </option>
            ))}
          </Select>
          <Button onClick={() => void choose()} disabled={!block} isBusy={isBusy} busyLabel="Choosing…">
            Use this block
          </Button>
        </div>
      )}
      {fault === "" ? null : (
        <p role="alert" className="mt-2 text-danger">
          {fault}
        </p>
      )}
    </Notice>
  );
}
