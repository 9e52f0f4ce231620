import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azure = defineBlockType({
  slug: "azure",
  name: "Azure",
  category: "Storage",
  description: "Reads and writes files in Azure Blob Storage or Data Lake Storage.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: false,
  deprecated: {
    successor: { name: "Azure Blob Storage Container", slug: "azure-blob-storage-container" },
    note: "It works with every 2.x client and was removed in 3.0, where Azure Blob Storage Container from prefect-azure takes its place.",
  },
  logo: { family: "storage", icon: "stack" },
  example: `from prefect.filesystems import Azure

reports = Azure.load("reports")
reports.write_path("may.csv", b"day,orders\\n1,42\\n")
print(reports.read_path("may.csv"))`,
  documentationUrl: "https://github.com/fsspec/adlfs",
  schema: {
    title: "Azure",
    type: "object",
    properties: {
      bucket_path: {
        title: "Bucket Path",
        description:
          "Where all paths start: the container and a directory in it, such as `my-container/reports`. When the container has a field of its own below, give the directory alone.",
        examples: ["my-container/reports"],
        type: "string",
      },
      azure_storage_connection_string: {
        title: "Azure storage connection string",
        description:
          "The whole connection string from the portal, starting with `DefaultEndpointsProtocol=https;AccountName=`. It holds account and key, so nothing else is needed. Without it the fields below count.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_account_name: {
        title: "Azure storage account name",
        description:
          "The storage account, such as `acmereports`. Needed unless the connection string names it, and always when the container has a field of its own.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_account_key: {
        title: "Azure storage account key",
        description:
          "One of the two access keys of the account, 88 characters ending in `==`. Leave it out when you sign in another way.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_tenant_id: {
        title: "Azure storage tenant ID",
        description:
          "The directory in which the service principal is registered, a UUID such as `72f988bf-86f1-41af-91ab-2d7cd011db47`. Needed only with a service principal.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_client_id: {
        title: "Azure storage client ID",
        description:
          "The application ID of the service principal, a UUID. Needed only with a service principal.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_client_secret: {
        title: "Azure storage client secret",
        description:
          "The secret of the service principal: its value, not its ID. Needed only with a service principal.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      azure_storage_anon: {
        title: "Azure storage anonymous connection",
        description:
          "On: requests without any credentials go out anonymously, which public containers allow. Off: the machine's own identity is used, for example a managed identity or the `az` login.",
        default: true,
        type: "boolean",
      },
      azure_storage_container: {
        title: "Azure storage container",
        description:
          "The container, such as `my-container`, when the bucket path does not start with it. Requires the account name.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    required: ["bucket_path"],
    secret_fields: [
      "azure_storage_connection_string",
      "azure_storage_account_name",
      "azure_storage_account_key",
      "azure_storage_tenant_id",
      "azure_storage_client_id",
      "azure_storage_client_secret",
      "azure_storage_container",
    ],
  },
  references: {},
  fields: {
    bucket_path: { mono: true },
    azure_storage_connection_string: { mono: true, multiline: true, defaultLabel: "the fields below" },
    azure_storage_account_name: { mono: true },
    azure_storage_account_key: { mono: true },
    azure_storage_tenant_id: { mono: true },
    azure_storage_client_id: { mono: true },
    azure_storage_client_secret: { mono: true },
    azure_storage_container: { mono: true, defaultLabel: "the start of the bucket path" },
  },
  pythonClass: { module: "prefect.filesystems", name: "Azure" },
});
