import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliBigqueryTargetConfigs = defineBlockType({
  slug: "dbt-cli-bigquery-target-configs",
  name: "dbt CLI BigQuery Target Configs",
  category: "Databases",
  description: "Where dbt builds in BigQuery, and with which account. Part of a dbt CLI Profile.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "googlebigquery" },
  example: `from prefect_dbt.cli import DbtCliProfile
from prefect_dbt.cli.configs import BigQueryTargetConfigs

target = BigQueryTargetConfigs.load("shop-bigquery")
profile = DbtCliProfile(name="shop", target="prod", target_configs=target)`,
  documentationUrl: "https://docs.getdbt.com/docs/core/connect-data-platform/bigquery-setup",
  schema: {
    title: "BigQueryTargetConfigs",
    type: "object",
    properties: {
      extras: {
        title: "Extras",
        description:
          "Further settings by dbt's own names, for what has no field here: `location` with `EU`, `priority` with `batch`. Values under names like `password` or `token` are masked.",
        type: "object",
      },
      allow_field_overrides: {
        title: "Allow Field Overrides",
        description:
          "What happens when one name is set twice. Off: that is an error. On: a field of this form wins over Extras, and Extras over the credentials.",
        default: false,
        type: "boolean",
      },
      type: {
        title: "Type",
        description: "Tells dbt that the target is BigQuery. There is only this one value.",
        default: "bigquery",
        enum: ["bigquery"],
        type: "string",
      },
      schema: {
        title: "Schema",
        description: "The dataset that dbt builds into, such as `analytics`; schema is dbt's word for it.",
        examples: ["analytics"],
        type: "string",
      },
      threads: {
        title: "Threads",
        description:
          "How many models dbt may build at the same time. More is faster as long as the database keeps up.",
        default: 4,
        type: "integer",
      },
      project: {
        title: "Project",
        description:
          "The Google Cloud project that holds the dataset, such as `acme-analytics`. Without it the project of the credentials is used; one of the two is needed.",
        examples: ["acme-analytics"],
        type: "string",
      },
      credentials: {
        title: "Credentials",
        description:
          "The GCP Credentials that sign in. Without them the Google sign-in of the machine is used.",
        allOf: [{ $ref: "#/definitions/GcpCredentials" }],
      },
    },
    required: ["schema"],
    secret_fields: ["credentials.service_account_info.*"],
  },
  references: { credentials: ["gcp-credentials"] },
  fields: {
    schema: { mono: true, position: 1 },
    project: { mono: true, position: 2, defaultLabel: "the project of the credentials" },
    credentials: { position: 3, defaultLabel: "the credentials of the machine" },
    threads: { position: 4 },
    extras: { position: 5, entryLabel: "setting", defaultLabel: "none" },
    allow_field_overrides: { advanced: true },
    type: { mono: true, advanced: true },
  },
  pythonClass: { module: "prefect_dbt.cli.configs", name: "BigQueryTargetConfigs" },
});
