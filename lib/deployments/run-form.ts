// The form that runs a deployment: the flow's parameters as fields, filled in with what the deployment passes. Reading
// it and running from it start from the same basis, so what a person saw is what an edit is judged by.
import { z } from "zod";
import { judgeEdit } from "@/lib/blocks/judge-edit";
import type { Deployment } from "@/lib/deployments/model";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import { runDeployment } from "@/lib/deployments/run-deployment";
import { isVariadic, parameterTree } from "@/lib/deployments/shown-parameters";
import { missingBlocks } from "@/lib/deployments/shown-status";
import { DomainError } from "@/lib/errors";
import { applyEdit } from "@/lib/forms/apply-edit";
import { completeNew } from "@/lib/forms/complete-new";
import type { FormDraft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { parsePatchEdit } from "@/lib/forms/edit-schema";
import type { FormTree } from "@/lib/forms/field-node";
import { type DeploymentId, type FlowRunId, parseUuid } from "@/lib/ids";
import { isJsonObject, type Json, type JsonObject, parseJson } from "@/lib/json";
import { maskCredentials } from "@/lib/secrets/mask-credentials";
import { noDetails } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What the form shows: plain JSON without any secret. */
export type RunFormView = {
  readonly deploymentId: DeploymentId;
  readonly name: string;
  readonly flowName: string;
  readonly queue: string | null;
  readonly tree: FormTree;
  readonly draft: FormDraft;
  /** "s3/log-test", deleted and not replaced: it cannot run. */
  readonly lost: string | undefined;
  /** Sent back: however often the form is sent, it makes one run. */
  readonly submission: string;
};

/** Undefined when no deployment has the id. */
export async function readRunForm(
  { store, newId }: Pick<Deps, "store" | "newId">,
  id: DeploymentId,
): Promise<RunFormView | undefined> {
  const deployment = await store.deployments.byId(id);
  const flow = deployment && (await store.flows.byId(deployment.flowId));
  if (!deployment || !flow) return undefined;
  const { tree, draft } = basisOf(deployment);
  const { storage, infrastructure } = missingBlocks(deployment);
  return {
    deploymentId: id,
    name: deployment.name,
    flowName: flow.name,
    queue: deployment.workQueueName,
    tree,
    draft: { name: "", f: draft },
    lost: storage ?? infrastructure,
    submission: newId<string>(),
  };
}

const inputSchema = z.strictObject({
  deploymentId: z.string(),
  submission: z.string().min(8).max(100),
  /** Of the run; "" for two random words. */
  name: z.string().max(500),
  edit: z.unknown(),
  /** When to start, as ISO 8601 with offset; null is now. */
  startAt: z.iso.datetime({ offset: true }).nullable(),
});

/**
 * Runs a deployment with what a form sends.
 * @throws DomainError invalid with an issue at each field (paths begin with "data"), conflict, not_found, bad_request.
 */
export async function runFromForm(
  deps: Deps,
  input: unknown,
): Promise<{ readonly id: FlowRunId; readonly name: string }> {
  const parsed = inputSchema.safeParse(input);
  const id = parsed.success ? parseUuid<DeploymentId>(parsed.data.deploymentId) : undefined;
  if (!parsed.success || !id) {
    throw new DomainError("bad_request", "The form sent something that is no run. Reload it and try again.");
  }
  const { submission, name, startAt } = parsed.data;
  const deployment = await requireDeployment(deps.store, id);
  const edit = parsePatchEdit(parsed.data.edit);
  const basis = basisOf(deployment);
  await judgeEdit(deps, basis, edit, { isNew: true });
  const edited = applyEdit(basis.data, edit);
  if (!isJsonObject(edited)) throw new DomainError("bad_request", "Parameters have to be an object.");
  const { run } = await runDeployment(deps, id, {
    name: name.trim(),
    parameters: withClearedOnes(basis, completeNew(basis.tree.fields, undefined, edited)),
    idempotencyKey: `form ${submission}`,
    ...(startAt !== null && { state: scheduledAt((Date.parse(startAt) * 1000) as Micros) }),
  });
  return { id: run.id, name: run.name };
}

type Basis = ReturnType<typeof basisOf>;

function basisOf(deployment: Deployment) {
  const tree = parameterTree(deployment);
  const data = withVariadicOnes(deployment);
  const masked = maskCredentials(data);
  return { tree, data, masked, draft: initialDraft(tree, masked) };
}

/** What `*args` and `**kwargs` take when nothing is passed. */
function withVariadicOnes({ parameters, parameterSchema }: Deployment): JsonObject {
  const nothing: readonly (readonly [string, Json])[] = [
    ["args", []],
    ["kwargs", new Map()],
  ];
  const added = nothing.filter(([key]) => isVariadic(parameterSchema, key) && !parameters.has(key));
  return new Map([...parameters, ...added]);
}

/**
 * What the deployment passes would come back under a parameter that is left out, and "not set" means the flow's own
 * default: where its schema does not tell it, that is None.
 */
function withClearedOnes({ tree, data }: Basis, edited: JsonObject): JsonObject {
  const cleared = [...data.keys()].filter((key) => !edited.has(key));
  const defaults = cleared.map((key): [string, Json] => {
    const json = tree.fields.find((field) => field.key === key)?.defaultJson;
    return [key, json === undefined ? null : parseJson(json)];
  });
  return new Map([...edited, ...defaults]);
}

function scheduledAt(scheduledTime: Micros) {
  return {
    type: "SCHEDULED",
    name: "Scheduled",
    message: null,
    data: null,
    details: { ...noDetails, scheduledTime },
  } as const;
}
