import { defineBlockType } from "@/lib/catalog/define-block-type";

export const snowflakeConnector = defineBlockType({
  slug: "snowflake-connector",
  name: "Snowflake Connector",
  category: "Databases",
  description: "Runs SQL in a Snowflake database, on a warehouse of your choice.",
  capabilities: [],
  isProtected: false,
  logo: { family: "data", icon: "snowflake" },
  example: `from prefect_snowflake.database import SnowflakeConnector

with SnowflakeConnector.load("sales") as sales:
    rows = sales.fetch_all("SELECT day, orders FROM daily ORDER BY day")
print(rows)`,
  documentationUrl: "https://docs.snowflake.com/en/developer-guide/python-connector/python-connector",
  schema: {
    title: "SnowflakeConnector",
    type: "object",
    properties: {
      credentials: {
        title: "Credentials",
        description:
          "The Snowflake Credentials that sign in. Their role must be allowed to use the database and the warehouse.",
        allOf: [{ $ref: "#/definitions/SnowflakeCredentials" }],
      },
      database: {
        title: "Database",
        description:
          "The database that a session starts in, such as `SALES`. Statements may name another one.",
        examples: ["SALES"],
        type: "string",
      },
      warehouse: {
        title: "Warehouse",
        description:
          "The virtual warehouse that does the work, such as `LOAD_WH`. Its size decides how fast statements run and what they cost.",
        examples: ["LOAD_WH"],
        type: "string",
      },
      schema: {
        title: "Schema",
        description: "The schema in which names without one are looked up, such as `PUBLIC`.",
        examples: ["PUBLIC"],
        type: "string",
      },
      fetch_size: {
        title: "Fetch Size",
        description:
          "How many rows `fetch_many` brings when the call names no number. 1 is slow with large results; 1000 is a good start.",
        default: 1,
        type: "integer",
      },
      poll_frequency_s: {
        title: "Poll Frequency [seconds]",
        description:
          "How many seconds pass between two looks at whether a statement has finished. For statements that run for minutes 10 is enough.",
        default: 1,
        type: "integer",
      },
    },
    required: ["credentials", "database", "warehouse", "schema"],
    secret_fields: [
      "credentials.password",
      "credentials.private_key",
      "credentials.private_key_passphrase",
      "credentials.token",
    ],
  },
  references: { credentials: ["snowflake-credentials"] },
  fields: {
    credentials: { position: 1 },
    warehouse: { mono: true, position: 2 },
    database: { mono: true, position: 3 },
    schema: { mono: true, position: 4 },
    fetch_size: { position: 5 },
    poll_frequency_s: { advanced: true },
  },
  pythonClass: { module: "prefect_snowflake.database", name: "SnowflakeConnector" },
});
