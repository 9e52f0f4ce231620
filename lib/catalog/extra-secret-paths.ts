// Secrets that the original's schemas do not name, by block type. They lie over whatever schema is registered for the
// slug, so they hold for a client's own schema too; what the API says of a schema stays as it was submitted.
import { credentialKeys, type SecretPath, textItself } from "@/lib/secrets/tree";

/** Settings of a target in dbt's words: `password`, `token`, `private_key`, `keyfile_json`. */
const dbtExtras: readonly SecretPath[] = [["extras", credentialKeys]];

const bySlug: Readonly<Record<string, readonly SecretPath[]>> = {
  // A session token signs requests just as the key does.
  "aws-credentials": [["aws_session_token"]],
  "azure-container-instance-credentials": [["credential_kwargs", credentialKeys]],
  "custom-webhook": [
    ["headers", credentialKeys],
    ["params", credentialKeys],
    ["form_data", credentialKeys],
    ["json_data", credentialKeys],
    // A cookie is what a login leaves behind, whatever its name.
    ["cookies", "*"],
  ],
  // A database URL carries its password.
  "database-credentials": [["url"], ["query", credentialKeys], ["connect_args", credentialKeys]],
  "databricks-credentials": [["client_kwargs", credentialKeys]],
  "dbt-cli-bigquery-target-configs": dbtExtras,
  "dbt-cli-postgres-target-configs": dbtExtras,
  "dbt-cli-snowflake-target-configs": dbtExtras,
  "dbt-cli-target-configs": dbtExtras,
  "docker-host": [["client_kwargs", credentialKeys]],
  // Client keys, tokens and passwords of every user in it.
  "kubernetes-cluster-config": [["config"]],
  // `key` is fsspec's word for the access key of S3, which the S3 block hides as well.
  "remote-file-system": [
    ["settings", credentialKeys],
    ["settings", "key"],
  ],
  "sqlalchemy-connector": [
    ["connection_info", textItself],
    ["connection_info", "query", credentialKeys],
    ["connect_args", credentialKeys],
  ],
};

/** Beside what the schema of the type says. Empty for most types, and for all that are not in the catalogue. */
export function extraSecretPaths(slug: string): readonly SecretPath[] {
  return Object.hasOwn(bySlug, slug) ? (bySlug[slug] ?? []) : [];
}
