import { defineBlockType } from "@/lib/catalog/define-block-type";

export const databricksCredentials = defineBlockType({
  slug: "databricks-credentials",
  name: "Databricks Credentials",
  category: "Credentials",
  description: "Signs in to a Databricks workspace with an access token.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "databricks" },
  example: `import asyncio
from prefect_databricks import DatabricksCredentials

async def main():
    workspace = await DatabricksCredentials.load("workspace")
    async with workspace.get_client() as client:
        answer = await client.get("2.1/jobs/list")
        print(answer.json())

asyncio.run(main())`,
  documentationUrl: "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
  schema: {
    title: "DatabricksCredentials",
    type: "object",
    properties: {
      databricks_instance: {
        title: "Databricks Instance",
        description:
          "The host name of the workspace, without `https://`: `dbc-a1b2c3d4-e5f6.cloud.databricks.com`, or on Azure `adb-1234567890123456.7.azuredatabricks.net`.",
        examples: ["dbc-a1b2c3d4-e5f6.cloud.databricks.com"],
        type: "string",
      },
      token: {
        title: "Token",
        description:
          "A personal access token of a user or service principal; it begins with `dapi`. Databricks shows it only once, when it is made.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      client_kwargs: {
        title: "Client Kwargs",
        description:
          "Settings of the HTTP client, httpx, such as `timeout` with 60. `headers` has no effect, as the sign-in sets them. Without settings a call may take 5 seconds.",
        type: "object",
      },
    },
    required: ["databricks_instance", "token"],
    secret_fields: ["token"],
  },
  references: {},
  fields: {
    databricks_instance: { mono: true, position: 1 },
    token: { mono: true, position: 2 },
    client_kwargs: { advanced: true, entryLabel: "setting", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_databricks", name: "DatabricksCredentials" },
});
