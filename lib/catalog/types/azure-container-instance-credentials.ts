import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azureContainerInstanceCredentials = defineBlockType({
  slug: "azure-container-instance-credentials",
  name: "Azure Container Instance Credentials",
  category: "Credentials",
  description: "Signs in to Azure as a service principal that may start container instances.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "cube" },
  example: `from prefect_azure.credentials import AzureContainerInstanceCredentials

credentials = AzureContainerInstanceCredentials.load("aci-runner")
client = credentials.get_container_client("5f0c2d8e-6a1b-4c3d-9e7f-8a2b1c0d4e6f")
print([group.name for group in client.container_groups.list()])`,
  documentationUrl: "https://learn.microsoft.com/entra/identity-platform/app-objects-and-service-principals",
  schema: {
    title: "AzureContainerInstanceCredentials",
    type: "object",
    properties: {
      client_id: {
        title: "Client ID",
        description:
          "The application ID of the service principal, a UUID such as `8f14e45f-ceea-467f-a1d2-3c4b5a697887`. Set client ID, tenant ID and secret together, or none of them: then the Azure identity of the machine signs in.",
        examples: ["8f14e45f-ceea-467f-a1d2-3c4b5a697887"],
        type: "string",
      },
      tenant_id: {
        title: "Tenant ID",
        description:
          "The directory in which the service principal is registered, a UUID such as `72f988bf-86f1-41af-91ab-2d7cd011db47`. Needed together with client ID and secret.",
        examples: ["72f988bf-86f1-41af-91ab-2d7cd011db47"],
        type: "string",
      },
      client_secret: {
        title: "Client Secret",
        description:
          "The secret of the service principal: its value, not its ID. Azure shows it only once. Needed together with client ID and tenant ID.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      credential_kwargs: {
        title: "Additional Credential Keyword Arguments",
        description:
          "Further arguments of the Azure sign-in, by name, for example `authority` with `login.microsoftonline.us` for the government cloud. Without a service principal they go to `DefaultAzureCredential`, for example `managed_identity_client_id`.",
        type: "object",
      },
    },
    secret_fields: ["client_secret"],
  },
  references: {},
  fields: {
    client_id: { mono: true, position: 1, defaultLabel: "the identity of the machine" },
    tenant_id: { mono: true, position: 2, defaultLabel: "the identity of the machine" },
    client_secret: { mono: true, position: 3, defaultLabel: "the identity of the machine" },
    credential_kwargs: { advanced: true, entryLabel: "argument", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_azure.credentials", name: "AzureContainerInstanceCredentials" },
});
