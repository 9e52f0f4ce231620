import { defineBlockType } from "@/lib/catalog/define-block-type";

export const azureContainerInstanceJob = defineBlockType({
  slug: "azure-container-instance-job",
  name: "Azure Container Instance Job",
  category: "Infrastructure",
  description: "Runs flows in containers on Azure Container Instances, without machines to look after.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  deprecated: {
    successor: { name: "Azure Container Instances work pool" },
    note: "It works with every 2.x client and was removed in 3.0, where the Azure Container Instances work pool takes its place.",
  },
  logo: { family: "infra", icon: "cube" },
  example: `from prefect_azure.container_instance import AzureContainerInstanceJob

runner = AzureContainerInstanceJob.load("aci-eu")
print(runner.preview())  # resources and variables as JSON`,
  documentationUrl: "https://learn.microsoft.com/azure/container-instances/container-instances-overview",
  schema: {
    title: "AzureContainerInstanceJob",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description:
          "Tells clients that this is an Azure container instance job. There is only this one value.",
        default: "container-instance-job",
        enum: ["container-instance-job"],
        type: "string",
      },
      env: {
        title: "Environment Variables",
        description:
          "Variables that the flow sees inside the container, such as `LOG_LEVEL=DEBUG`. The agent's own Prefect settings are passed on without being listed here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description: "Marks on the run for your own use, such as `team=data`. Azure does not receive them.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "The start of the container group's name, such as `orders`. A few characters are appended. Without it the group is named after the flow run.",
        examples: ["orders"],
        type: "string",
      },
      command: {
        title: "Command",
        description:
          "What the container starts, one argument in each row. Leave it out unless you need a wrapper: the flow run is then started with `python -m prefect.engine`.",
        type: "array",
        items: { type: "string" },
      },
      aci_credentials: {
        title: "Aci Credentials",
        description:
          "Who starts the containers: a service principal that may create container groups in the resource group. Without it the Azure identity of the agent's machine signs in.",
        allOf: [{ $ref: "#/definitions/AzureContainerInstanceCredentials" }],
      },
      resource_group_name: {
        title: "Azure Resource Group Name",
        description:
          "The resource group in which containers are created, such as `flows-eu`. They run in its region.",
        examples: ["flows-eu"],
        type: "string",
      },
      subscription_id: {
        title: "Azure Subscription ID",
        description:
          "The subscription that pays for the containers, a UUID such as `5f0c2d8e-6a1b-4c3d-9e7f-8a2b1c0d4e6f`. `az account show` prints it.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      identities: {
        title: "Identities",
        description:
          "Managed identities that the flow may use inside the container, one resource ID in each row: `/subscriptions/.../resourceGroups/flows-eu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/flow-orders`.",
        type: "array",
        items: { type: "string" },
      },
      image: {
        title: "Image",
        description:
          "The image to run, with its tag: `acme.azurecr.io/flows:1.4`. Without it the Prefect image of the agent's own version is used.",
        examples: ["acme.azurecr.io/flows:1.4"],
        type: "string",
      },
      entrypoint: {
        title: "Entrypoint",
        description:
          "The program in front of the command. Prefect's images need the one that stands here; change it only for an image that is not built on them.",
        default: "/opt/prefect/entrypoint.sh",
        type: "string",
      },
      image_registry: {
        title: "Image Registry (Optional)",
        description:
          "How the image is fetched from a private registry: with user and password, or with a managed identity from Azure's own registry. Public images need none.",
        anyOf: [{ $ref: "#/definitions/DockerRegistry" }, { $ref: "#/definitions/ACRManagedIdentity" }],
      },
      cpu: {
        title: "CPU",
        description:
          "How many virtual CPUs the container gets, for example 2. Regions allow different sizes; most allow up to 4.",
        default: 1.0,
        type: "number",
      },
      gpu_count: {
        title: "GPU Count",
        description:
          "How many GPUs the container gets, for example 1. It counts only together with the GPU SKU. Without it there is no GPU.",
        type: "integer",
      },
      gpu_sku: {
        title: "GPU SKU",
        description:
          "The kind of GPU, such as `V100`. Not every region has every kind. It counts only together with the GPU count.",
        examples: ["V100"],
        type: "string",
      },
      memory: {
        title: "Memory",
        description: "How much memory the container gets, in gigabytes, for example 4.",
        default: 1.0,
        type: "number",
      },
      subnet_ids: {
        title: "Subnet IDs",
        description:
          "Subnets that the container joins, one resource ID in each row. They must be delegated to container groups. Without it the container has no private network.",
        type: "array",
        items: { type: "string" },
      },
      dns_servers: {
        title: "DNS Servers",
        description:
          "DNS servers for the container, one address in each row: `10.0.0.4`. Without it the container uses Azure's own.",
        type: "array",
        items: { type: "string" },
      },
      stream_output: {
        title: "Stream Output",
        description:
          "On: what the container prints also appears in the agent's output. Without it only Azure keeps the output, for as long as the container exists.",
        type: "boolean",
      },
      task_start_timeout_seconds: {
        title: "Task Start Timeout Seconds",
        description:
          "How many seconds the agent waits until the container runs. Large images often need more, for example 600.",
        default: 240,
        type: "integer",
      },
      task_watch_poll_interval: {
        title: "Task Watch Poll Interval",
        description: "How many seconds lie between two looks at the state of the container.",
        default: 5.0,
        type: "number",
      },
    },
    required: ["resource_group_name", "subscription_id"],
    secret_fields: ["aci_credentials.client_secret", "subscription_id", "image_registry.password"],
    definitions: {
      ACRManagedIdentity: {
        title: "ACRManagedIdentity",
        type: "object",
        properties: {
          registry_url: {
            title: "Registry URL",
            description: "The host of the registry, such as `acme.azurecr.io`. `https://` may be left out.",
            examples: ["acme.azurecr.io"],
            type: "string",
          },
          identity: {
            title: "Identity",
            description:
              "The managed identity that may pull from the registry, as a resource ID that ends in `/userAssignedIdentities/flow-pull`. List it under Identities as well.",
            type: "string",
          },
        },
        required: ["registry_url", "identity"],
      },
    },
  },
  references: {
    aci_credentials: ["azure-container-instance-credentials"],
    image_registry: ["docker-registry"],
  },
  fields: {
    aci_credentials: { position: 1, defaultLabel: "the identity of the machine" },
    subscription_id: { mono: true, position: 2 },
    resource_group_name: { mono: true, position: 3 },
    image: { mono: true, position: 4, defaultLabel: "the Prefect image" },
    image_registry: {
      position: 5,
      defaultLabel: "no sign-in",
      branches: [
        { label: "User and password", hint: "A Docker Registry block, for any private registry" },
        { label: "Managed identity", hint: "For a registry on Azure, without a password" },
      ],
    },
    cpu: { position: 6 },
    memory: { position: 7 },
    command: { mono: true, position: 8, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 9, entryLabel: "variable", defaultLabel: "none" },
    stream_output: { position: 10, defaultLabel: "off" },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    identities: { mono: true, advanced: true, entryLabel: "identity", defaultLabel: "none" },
    entrypoint: { mono: true, advanced: true },
    gpu_count: { advanced: true, defaultLabel: "no GPU" },
    gpu_sku: { mono: true, advanced: true, defaultLabel: "no GPU" },
    subnet_ids: { mono: true, advanced: true, entryLabel: "subnet", defaultLabel: "no private network" },
    dns_servers: {
      mono: true,
      advanced: true,
      entryLabel: "server",
      example: "10.0.0.4",
      defaultLabel: "Azure's own",
    },
    task_start_timeout_seconds: { advanced: true },
    task_watch_poll_interval: { advanced: true },
    "image_registry.registry_url": { mono: true },
    "image_registry.identity": { mono: true, example: "/subscriptions/.../userAssignedIdentities/flow-pull" },
  },
  pythonClass: { module: "prefect_azure.container_instance", name: "AzureContainerInstanceJob" },
});
