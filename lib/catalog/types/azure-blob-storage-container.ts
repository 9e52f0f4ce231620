import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azureBlobStorageContainer = defineBlockType({
  slug: "azure-blob-storage-container",
  name: "Azure Blob Storage Container",
  category: "Storage",
  description: "Reads and writes files in a container of Azure Blob Storage.",
  capabilities: ["get-directory", "put-directory", "read-path", "write-path"],
  isProtected: false,
  logo: { family: "storage", icon: "cube" },
  example: `from prefect_azure.blob_storage import AzureBlobStorageContainer

reports = AzureBlobStorageContainer.load("reports")
reports.write_path("2026/may.csv", b"day,orders\\n1,42\\n")
print(reports.read_path("2026/may.csv"))`,
  documentationUrl: "https://learn.microsoft.com/azure/storage/blobs/storage-blobs-introduction",
  schema: {
    title: "AzureBlobStorageContainer",
    type: "object",
    properties: {
      container_name: {
        title: "Container Name",
        description:
          "The name of the container alone, such as `reports`. The storage account comes from the credentials.",
        examples: ["reports"],
        type: "string",
      },
      credentials: {
        title: "Credentials",
        description:
          "The storage account and how to sign in to it. Clients cannot load the block without them.",
        allOf: [{ $ref: "#/definitions/AzureBlobStorageCredentials" }],
      },
      base_folder: {
        title: "Base Folder",
        description:
          "A directory in the container in which all paths start, such as `daily/eu`. Without it paths start at the top of the container.",
        examples: ["daily/eu"],
        type: "string",
      },
    },
    required: ["container_name"],
    secret_fields: ["credentials.connection_string"],
  },
  references: { credentials: ["azure-blob-storage-credentials"] },
  fields: {
    container_name: { mono: true, position: 1 },
    credentials: { position: 2 },
    base_folder: { mono: true, position: 3, defaultLabel: "the top of the container" },
  },
  pythonClass: { module: "prefect_azure.blob_storage", name: "AzureBlobStorageContainer" },
});
