import type { Deployment } from "@/lib/deployments/model";
import { DomainError, type Issue } from "@/lib/errors";
import { compileForm } from "@/lib/forms/compile";
import { typedDraft } from "@/lib/forms/draft-from-data";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import { validateDraft } from "@/lib/forms/validate";
import { isJsonObject, type JsonObject } from "@/lib/json";

/**
 * Where parameters do not fit the schema of the flow; empty when they do. A deployment may leave required ones to its
 * runs.
 * @throws DomainError conflict when there is no schema to hold them against.
 */
export function parameterIssues(
  { name, parameterSchema }: Pick<Deployment, "name" | "parameterSchema">,
  parameters: JsonObject,
  { isComplete }: { readonly isComplete: boolean },
): readonly Issue[] {
  if (!isJsonObject(parameterSchema)) {
    throw new DomainError(
      "conflict",
      `Deployment "${name}" enforces the schema of its parameters and has none. Apply it again with a parameter_openapi_schema, or with enforce_parameter_schema false.`,
    );
  }
  const tree = compileForm(parameterSchema, {});
  const empty = emptyDrafts(tree);
  const drafts = tree.fields.map((node, index) => {
    const value = parameters.get(node.key);
    return value === undefined ? (empty[index] ?? null) : typedDraft(node, value);
  });
  const faults = validateDraft(tree, drafts, { isNew: true });
  return faults
    .filter(({ path }) => isComplete || parameters.has(String(path[0])))
    .map(({ path, message }) => ({ path: ["parameters", ...path], message }));
}

/** @throws DomainError conflict naming the first parameter that does not fit. */
export function requireFittingParameters(
  deployment: Pick<Deployment, "name" | "parameterSchema">,
  parameters: JsonObject,
  options: { readonly isComplete: boolean },
): void {
  const issues = parameterIssues(deployment, parameters, options);
  const [first] = issues;
  if (!first) return;
  const place = first.path.slice(1).join(".");
  throw new DomainError("conflict", `Parameter "${place}" does not fit the flow: ${first.message}`, {
    issues,
  });
}
