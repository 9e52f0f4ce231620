import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliTargetConfigs = defineBlockType({
  slug: "dbt-cli-target-configs",
  name: "dbt CLI Target Configs",
  category: "Databases",
  description: "Where dbt builds, for any adapter: Redshift, Databricks, DuckDB. Part of a dbt profile.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "target" },
  example: `from prefect_dbt.cli import DbtCliProfile
from prefect_dbt.cli.configs import TargetConfigs

target = TargetConfigs.load("shop-redshift")
profile = DbtCliProfile(name="shop", target="prod", target_configs=target)`,
  documentationUrl: "https://docs.getdbt.com/docs/supported-data-platforms",
  schema: {
    title: "TargetConfigs",
    type: "object",
    properties: {
      extras: {
        title: "Extras",
        description:
          "The settings of the adapter by dbt's own names, such as `host`, `port`, `user`, `dbname` for Redshift. Values under names like `password` or `token` are masked.",
        type: "object",
      },
      allow_field_overrides: {
        title: "Allow Field Overrides",
        description:
          "What happens when one name is set twice, here and in Extras. Off: that is an error. On: the field wins.",
        default: false,
        type: "boolean",
      },
      type: {
        title: "Type",
        description:
          "The adapter of dbt, such as `redshift`, `databricks` or `duckdb`. Its package must be installed where dbt runs.",
        examples: ["redshift"],
        type: "string",
      },
      schema: {
        title: "Schema",
        description: "The schema that dbt builds into, such as `analytics`. dbt creates it if it has to.",
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
    },
    required: ["type", "schema"],
    secret_fields: [],
  },
  references: {},
  fields: {
    type: { mono: true, position: 1 },
    schema: { mono: true, position: 2 },
    extras: { position: 3, entryLabel: "setting", defaultLabel: "none" },
    threads: { position: 4 },
    allow_field_overrides: { advanced: true },
  },
  pythonClass: { module: "prefect_dbt.cli.configs", name: "TargetConfigs" },
});
