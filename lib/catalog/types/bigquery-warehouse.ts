import { defineBlockType } from "@/lib/catalog/define-block-type";

export const bigqueryWarehouse = defineBlockType({
  slug: "bigquery-warehouse",
  name: "BigQuery Warehouse",
  category: "Databases",
  description: "Runs SQL on Google BigQuery and fetches the rows.",
  capabilities: [],
  isProtected: false,
  logo: { family: "data", icon: "googlebigquery" },
  example: `from prefect_gcp.bigquery import BigQueryWarehouse

with BigQueryWarehouse.load("analytics") as warehouse:
    rows = warehouse.fetch_all("SELECT day, orders FROM sales.daily LIMIT 10")`,
  documentationUrl: "https://cloud.google.com/bigquery/docs/introduction",
  schema: {
    title: "BigQueryWarehouse",
    type: "object",
    properties: {
      gcp_credentials: { $ref: "#/definitions/GcpCredentials" },
      fetch_size: {
        title: "Fetch Size",
        description:
          "How many rows `fetch_many` returns at a time unless the call says otherwise, for example 1000. Fetching one row or all of them takes no notice of it.",
        default: 1,
        type: "integer",
      },
    },
    required: ["gcp_credentials"],
    secret_fields: ["gcp_credentials.service_account_info.*"],
  },
  references: { gcp_credentials: ["gcp-credentials"] },
  fields: {
    gcp_credentials: {
      position: 1,
      help: "Who runs the queries, and in which project they are billed. The account needs the roles BigQuery Job User and BigQuery Data Viewer, or wider ones to write.",
    },
    fetch_size: { position: 2 },
  },
  pythonClass: { module: "prefect_gcp.bigquery", name: "BigQueryWarehouse" },
});
