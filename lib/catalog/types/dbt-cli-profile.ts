import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliProfile = defineBlockType({
  slug: "dbt-cli-profile",
  name: "dbt CLI Profile",
  category: "Databases",
  description: "What dbt reads from profiles.yml: where a project builds, and how dbt behaves.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "dbt" },
  example: `from prefect_dbt.cli import DbtCliProfile

profile = DbtCliProfile.load("shop-prod")
as_in_profiles_yml = profile.get_profile()  # with its credentials`,
  documentationUrl: "https://docs.getdbt.com/docs/core/connect-data-platform/profiles.yml",
  schema: {
    title: "DbtCliProfile",
    type: "object",
    properties: {
      name: {
        title: "Name",
        description:
          "The name of the profile, such as `shop`. The project asks for it as `profile` in `dbt_project.yml`.",
        examples: ["shop"],
        type: "string",
      },
      target: {
        title: "Target",
        description: "The name of the target, such as `prod`. Models see it as `target.name`.",
        examples: ["prod"],
        type: "string",
      },
      target_configs: {
        title: "Target Configs",
        description:
          "Where dbt builds: the target configs of Snowflake, BigQuery, Postgres or, for every other adapter, plain ones.",
        anyOf: [
          { $ref: "#/definitions/SnowflakeTargetConfigs" },
          { $ref: "#/definitions/BigQueryTargetConfigs" },
          { $ref: "#/definitions/PostgresTargetConfigs" },
          { $ref: "#/definitions/TargetConfigs" },
        ],
      },
      global_configs: {
        title: "Global Configs",
        description:
          "How dbt itself behaves: its output, its parsing, its warnings. Without it dbt's own defaults count.",
        allOf: [{ $ref: "#/definitions/GlobalConfigs" }],
      },
    },
    required: ["name", "target", "target_configs"],
    secret_fields: [
      "target_configs.connector.credentials.password",
      "target_configs.connector.credentials.private_key",
      "target_configs.connector.credentials.private_key_passphrase",
      "target_configs.connector.credentials.token",
      "target_configs.credentials.service_account_info.*",
      "target_configs.credentials.connection_info.password",
      "target_configs.credentials.password",
    ],
  },
  references: {
    target_configs: [
      "dbt-cli-bigquery-target-configs",
      "dbt-cli-postgres-target-configs",
      "dbt-cli-snowflake-target-configs",
      "dbt-cli-target-configs",
    ],
    global_configs: ["dbt-cli-global-configs"],
  },
  fields: {
    name: { mono: true, position: 1 },
    target: { mono: true, position: 2 },
    target_configs: { position: 3 },
    global_configs: { position: 4, defaultLabel: "the defaults of dbt" },
  },
  pythonClass: { module: "prefect_dbt.cli", name: "DbtCliProfile" },
});
