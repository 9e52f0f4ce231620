import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azuremlCredentials = defineBlockType({
  slug: "azureml-credentials",
  name: "AzureML Credentials",
  category: "Credentials",
  description: "Opens an Azure Machine Learning workspace as a service principal.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "graph" },
  example: `from prefect_azure import AzureMlCredentials

workspace = AzureMlCredentials.load("forecasting").get_workspace()
print(list(workspace.datastores))`,
  documentationUrl: "https://learn.microsoft.com/azure/machine-learning/how-to-setup-authentication",
  schema: {
    title: "AzureMlCredentials",
    type: "object",
    properties: {
      tenant_id: {
        title: "Tenant Id",
        description:
          "The directory in which the service principal is registered, a UUID such as `72f988bf-86f1-41af-91ab-2d7cd011db47`.",
        examples: ["72f988bf-86f1-41af-91ab-2d7cd011db47"],
        type: "string",
      },
      service_principal_id: {
        title: "Service Principal Id",
        description:
          "The application ID of the service principal, a UUID such as `8f14e45f-ceea-467f-a1d2-3c4b5a697887`. It needs access to the workspace.",
        examples: ["8f14e45f-ceea-467f-a1d2-3c4b5a697887"],
        type: "string",
      },
      service_principal_password: {
        title: "Service Principal Password",
        description:
          "The secret of the service principal: its value, not its ID. Azure shows it only once, when it is made.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      subscription_id: {
        title: "Subscription Id",
        description:
          "The subscription that holds the workspace, a UUID such as `5f0c2d8e-6a1b-4c3d-9e7f-8a2b1c0d4e6f`. `az account show` prints it.",
        examples: ["5f0c2d8e-6a1b-4c3d-9e7f-8a2b1c0d4e6f"],
        type: "string",
      },
      resource_group: {
        title: "Resource Group",
        description: "The resource group that holds the workspace, such as `ml-prod`.",
        examples: ["ml-prod"],
        type: "string",
      },
      workspace_name: {
        title: "Workspace Name",
        description: "The name of the workspace, such as `forecasting`. It must exist already.",
        examples: ["forecasting"],
        type: "string",
      },
    },
    required: [
      "tenant_id",
      "service_principal_id",
      "service_principal_password",
      "subscription_id",
      "resource_group",
      "workspace_name",
    ],
    secret_fields: ["service_principal_password"],
  },
  references: {},
  fields: {
    workspace_name: { mono: true, position: 1 },
    resource_group: { mono: true, position: 2 },
    subscription_id: { mono: true, position: 3 },
    tenant_id: { mono: true, position: 4 },
    service_principal_id: { mono: true, position: 5 },
    service_principal_password: { mono: true, position: 6 },
  },
  pythonClass: { module: "prefect_azure", name: "AzureMlCredentials" },
});
