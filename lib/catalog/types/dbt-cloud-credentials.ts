import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCloudCredentials = defineBlockType({
  slug: "dbt-cloud-credentials",
  name: "dbt Cloud Credentials",
  category: "Credentials",
  description: "Signs in to dbt Cloud, to run its jobs and to read their results.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "dbt" },
  example: `import asyncio
from prefect_dbt.cloud import DbtCloudCredentials

async def main():
    dbt_cloud = await DbtCloudCredentials.load("dbt-cloud")
    async with dbt_cloud.get_administrative_client() as client:
        answer = await client.get_job(job_id=70403)
        print(answer.json())

asyncio.run(main())`,
  documentationUrl: "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
  schema: {
    title: "DbtCloudCredentials",
    type: "object",
    properties: {
      api_key: {
        title: "API Key",
        description:
          "A service token, or the personal token of a user; they begin with `dbtc_` and `dbtu_`. It must be allowed to run the jobs that flows start.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      account_id: {
        title: "Account ID",
        description:
          "The number of the account, for example 16173. It stands in the address of each page of dbt Cloud, after `accounts` or `deploy`.",
        type: "integer",
      },
      domain: {
        title: "Domain",
        description:
          "The host name of dbt Cloud for this account, without `https://`. Accounts in other regions have one of their own, such as `emea.dbt.com`.",
        default: "cloud.getdbt.com",
        type: "string",
      },
    },
    required: ["api_key", "account_id"],
    secret_fields: ["api_key"],
  },
  references: {},
  fields: {
    api_key: { mono: true, position: 1 },
    account_id: { mono: true, position: 2 },
    domain: { mono: true, position: 3 },
  },
  pythonClass: { module: "prefect_dbt.cloud", name: "DbtCloudCredentials" },
});
