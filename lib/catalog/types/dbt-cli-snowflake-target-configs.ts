import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliSnowflakeTargetConfigs = defineBlockType({
  slug: "dbt-cli-snowflake-target-configs",
  name: "dbt CLI Snowflake Target Configs",
  category: "Databases",
  description: "Where dbt builds in Snowflake, and with which account. Part of a dbt CLI Profile.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "snowflake" },
  example: `from prefect_dbt.cli import DbtCliProfile
from prefect_dbt.cli.configs import SnowflakeTargetConfigs

target = SnowflakeTargetConfigs.load("shop-snowflake")
profile = DbtCliProfile(name="shop", target="prod", target_configs=target)`,
  documentationUrl: "https://docs.getdbt.com/docs/core/connect-data-platform/snowflake-setup",
  schema: {
    title: "SnowflakeTargetConfigs",
    type: "object",
    properties: {
      extras: {
        title: "Extras",
        description:
          "Further settings by dbt's own names, for what has no field here: `query_tag` with `dbt`, `client_session_keep_alive` with true. Values under names like `password` or `token` are masked.",
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
        description: "Tells dbt that the target is Snowflake. There is only this one value.",
        default: "snowflake",
        enum: ["snowflake"],
        type: "string",
      },
      schema: {
        title: "Schema",
        description:
          "The schema that dbt builds into, such as `ANALYTICS`. Without it the schema of the connector counts. To replace that one, switch on Allow Field Overrides as well.",
        examples: ["ANALYTICS"],
        type: "string",
      },
      threads: {
        title: "Threads",
        description:
          "How many models dbt may build at the same time. More is faster as long as the database keeps up.",
        default: 4,
        type: "integer",
      },
      connector: {
        title: "Connector",
        description:
          "The Snowflake Connector to build with. dbt takes its account, user, role, warehouse, database and schema, and signs in by password or by the path of a private key; a key kept as text does not reach dbt.",
        allOf: [{ $ref: "#/definitions/SnowflakeConnector" }],
      },
    },
    required: ["connector"],
    secret_fields: [
      "connector.credentials.password",
      "connector.credentials.private_key",
      "connector.credentials.private_key_passphrase",
      "connector.credentials.token",
    ],
  },
  references: { connector: ["snowflake-connector"] },
  fields: {
    connector: { position: 1 },
    schema: { mono: true, position: 2, defaultLabel: "the schema of the connector" },
    threads: { position: 3 },
    extras: { position: 4, entryLabel: "setting", defaultLabel: "none" },
    allow_field_overrides: { advanced: true },
    type: { mono: true, advanced: true },
  },
  pythonClass: { module: "prefect_dbt.cli.configs", name: "SnowflakeTargetConfigs" },
});
