import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azureCosmosDbCredentials = defineBlockType({
  slug: "azure-cosmos-db-credentials",
  name: "Azure Cosmos DB Credentials",
  category: "Credentials",
  description: "Signs in to an Azure Cosmos DB account with its connection string.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "planet" },
  example: `from prefect_azure import AzureCosmosDbCredentials

client = AzureCosmosDbCredentials.load("orders").get_client()
print([database["id"] for database in client.list_databases()])`,
  documentationUrl: "https://learn.microsoft.com/azure/cosmos-db/introduction",
  schema: {
    title: "AzureCosmosDbCredentials",
    type: "object",
    properties: {
      connection_string: {
        title: "Connection String",
        description:
          "The whole connection string from the portal, under Keys: it begins with `AccountEndpoint=https://` and ends with the account key. Take the read-only one when the flow does not write.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    required: ["connection_string"],
    secret_fields: ["connection_string"],
  },
  references: {},
  fields: {
    connection_string: { mono: true, multiline: true },
  },
  pythonClass: { module: "prefect_azure", name: "AzureCosmosDbCredentials" },
});
