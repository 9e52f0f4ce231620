import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliPostgresTargetConfigs = defineBlockType({
  slug: "dbt-cli-postgres-target-configs",
  name: "dbt CLI Postgres Target Configs",
  category: "Databases",
  description: "Where dbt builds in PostgreSQL, and with which account. Part of a dbt CLI Profile.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "postgresql" },
  example: `from prefect_dbt.cli import DbtCliProfile
from prefect_dbt.cli.configs import PostgresTargetConfigs

target = PostgresTargetConfigs.load("shop-postgres")
profile = DbtCliProfile(name="shop", target="prod", target_configs=target)`,
  documentationUrl: "https://docs.getdbt.com/docs/core/connect-data-platform/postgres-setup",
  schema: {
    title: "PostgresTargetConfigs",
    type: "object",
    properties: {
      extras: {
        title: "Extras",
        description:
          "Further settings by dbt's own names, for what has no field here: `sslmode` with `require`, `search_path` with `analytics`. Values under names like `password` or `token` are masked.",
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
        description: "Tells dbt that the target is PostgreSQL. There is only this one value.",
        default: "postgres",
        enum: ["postgres"],
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
      credentials: {
        title: "Credentials",
        description:
          "The database to build in: a SQLAlchemy Connector that is given in parts, not as one address. dbt takes its host, port, database, user and password; the driver does not matter.",
        anyOf: [{ $ref: "#/definitions/SqlAlchemyConnector" }, { $ref: "#/definitions/DatabaseCredentials" }],
      },
    },
    required: ["schema", "credentials"],
    secret_fields: ["credentials.connection_info.password", "credentials.password"],
  },
  references: { credentials: ["sqlalchemy-connector", "database-credentials"] },
  fields: {
    schema: { mono: true, position: 1 },
    credentials: { position: 2 },
    threads: { position: 4 },
    extras: { position: 5, entryLabel: "setting", defaultLabel: "none" },
    allow_field_overrides: { advanced: true },
    type: { mono: true, advanced: true },
  },
  pythonClass: { module: "prefect_dbt.cli.configs", name: "PostgresTargetConfigs" },
});
