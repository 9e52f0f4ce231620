import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azureBlobStorageCredentials = defineBlockType({
  slug: "azure-blob-storage-credentials",
  name: "Azure Blob Storage Credentials",
  category: "Credentials",
  description: "Signs in to a storage account on Azure, with a connection string or an Azure identity.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "stack" },
  example: `import asyncio

from prefect_azure import AzureBlobStorageCredentials

async def main():
    credentials = await AzureBlobStorageCredentials.load("reports")
    async with credentials.get_client() as service:
        async for container in service.list_containers():
            print(container.name)

asyncio.run(main())`,
  remark: {
    title: "Exactly one of the two",
    text: "A block with both fields, or with neither, cannot be loaded: clients refuse it. The connection string holds a key and works anywhere; the account URL holds no secret and needs an identity on the machine.",
  },
  documentationUrl: "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
  schema: {
    title: "AzureBlobStorageCredentials",
    type: "object",
    properties: {
      connection_string: {
        title: "Connection String",
        description:
          "The whole connection string from the portal, under Access keys: it begins with `DefaultEndpointsProtocol=https;AccountName=` and holds account and key. Without it the account URL must be set.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      account_url: {
        title: "Account URL",
        description:
          "The address of the storage account, such as `https://acmereports.blob.core.windows.net`. Sign-in then goes by the Azure identity of the machine that runs the flow: environment, managed identity or `az login`. Without it the connection string must be set.",
        examples: ["https://acmereports.blob.core.windows.net"],
        type: "string",
      },
    },
    secret_fields: ["connection_string"],
  },
  references: {},
  fields: {
    connection_string: { mono: true, multiline: true, position: 1, defaultLabel: "the account URL" },
    account_url: { mono: true, position: 2, defaultLabel: "the connection string" },
  },
  pythonClass: { module: "prefect_azure", name: "AzureBlobStorageCredentials" },
});
