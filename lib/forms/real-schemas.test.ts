import { expect, it } from "vitest";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { compileForm } from "@/lib/forms/compile";
import { jsonNodesOf, nodesOf } from "@/lib/forms/testing-nodes";
import { realSchemas } from "@/lib/testing/real-schemas";

const compiled = realSchemas.map(({ slug, fields }) => ({
  slug,
  tree: compileForm(fields, fieldOverlays(slug), extraSecretPaths(slug)),
}));

it("compiles all 144 schemas of real servers; only what is free-form by nature is a JSON editor", () => {
  expect(compiled).toHaveLength(144);
  const found = compiled.flatMap(({ slug, tree }) => jsonNodesOf(tree).map(({ path }) => `${slug}/${path}`));
  expect([...new Set(found)].filter((path) => !(path in freeForm)).toSorted()).toEqual([]);
  // What is listed is there: a reason for something that is gone would excuse its return.
  expect(Object.keys(freeForm).filter((path) => !found.includes(path))).toEqual([]);
});

it("understands every construct: no field says why it has no form", () => {
  for (const { slug, tree } of compiled) {
    expect(JSON.stringify(tree), slug).not.toContain('"reason"');
    for (const { path, node } of nodesOf(tree)) expect(node.label, `${slug}/${path}`).not.toBe(undefined);
  }
});

it("makes plain JSON that is the same every time", () => {
  for (const [index, { slug, fields }] of realSchemas.entries()) {
    const again = compileForm(fields, fieldOverlays(slug), extraSecretPaths(slug));
    expect(JSON.parse(JSON.stringify(again)), slug).toEqual(compiled[index]?.tree);
  }
});

/** By slug and path, with the reason; `*` stands for items, values and branches. */
const freeForm: Readonly<Record<string, string>> = {
  "aws-credentials/aws_client_parameters/config": "options of botocore, whatever they are",
  "azure-container-instance-credentials/credential_kwargs/*": "a dict without types",
  "custom-webhook/json_data": "the body of a request",
  "database-credentials/connect_args/*": "a dict without types",
  "databricks-credentials/client_kwargs/*": "a dict without types",
  "dbt-cli-bigquery-target-configs/extras/*": "a dict without types",
  "dbt-cli-global-configs/extras/*": "a dict without types",
  "dbt-cli-postgres-target-configs/extras/*": "a dict without types",
  "dbt-cli-snowflake-target-configs/extras/*": "a dict without types",
  "dbt-cli-target-configs/extras/*": "a dict without types",
  "docker-host/client_kwargs/*": "a dict without types",
  "ecs-task/task_customizations": "JSON patches",
  "ecs-task/task_definition": "a task definition of Amazon ECS",
  "gcp-credentials/service_account_info": "the key file of a service account",
  "json/value": "Any",
  "kubernetes-cluster-config/config": "a kubeconfig",
  "kubernetes-job/customizations": "JSON patches",
  "kubernetes-job/job": "a Kubernetes manifest",
  "minio-credentials/aws_client_parameters/config": "options of botocore, whatever they are",
  "opsgenie-webhook/tags/*": "a list without types",
  "opsgenie-webhook/target_escalation/*": "a list without types",
  "opsgenie-webhook/target_schedule/*": "a list without types",
  "opsgenie-webhook/target_team/*": "a list without types",
  "opsgenie-webhook/target_user/*": "a list without types",
  "remote-file-system/settings/*": "a dict without types",
  "sqlalchemy-connector/connect_args/*": "a dict without types",
};
