import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gcpCredentials = defineBlockType({
  slug: "gcp-credentials",
  name: "GCP Credentials",
  category: "Credentials",
  description: "Signs in to Google Cloud with a service account, or with the identity of the machine.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "googlecloud" },
  example: `from prefect_gcp import GcpCredentials

client = GcpCredentials.load("acme-prod").get_cloud_storage_client()
print([bucket.name for bucket in client.list_buckets()])`,
  remark: {
    title: "Without a key",
    text: "On Compute Engine, GKE or Cloud Run leave file and info out: clients then take the service account that is attached to the machine, and no key has to be stored or replaced. Set at most the project.",
  },
  documentationUrl: "https://cloud.google.com/iam/docs/keys-create-delete",
  schema: {
    title: "GcpCredentials",
    type: "object",
    properties: {
      service_account_file: {
        title: "Service Account File",
        description:
          "A key file on the machine that runs the flow, such as `/etc/secrets/gcp.json`. It must exist wherever the block is loaded. It excludes Service Account Info. Without both the machine's own Google credentials are used.",
        examples: ["/etc/secrets/gcp.json"],
        type: "string",
        format: "path",
      },
      service_account_info: {
        title: "Service Account Info",
        description:
          'The JSON key of a service account: everything in the downloaded file, from `{"type": "service_account"` to the last brace. It works on every machine and excludes Service Account File.',
        type: "object",
      },
      project: {
        title: "Project",
        description:
          "The ID of the project that requests belong to, such as `acme-data-prod`. Without it the project of the credentials is used.",
        examples: ["acme-data-prod"],
        type: "string",
      },
    },
    secret_fields: ["service_account_info.*"],
  },
  references: {},
  fields: {
    service_account_info: {
      mono: true,
      multiline: true,
      language: "json",
      position: 1,
      defaultLabel: "the credentials of the machine",
    },
    project: { mono: true, position: 2, defaultLabel: "the project of the credentials" },
    service_account_file: { mono: true, advanced: true, defaultLabel: "no file" },
  },
  pythonClass: { module: "prefect_gcp", name: "GcpCredentials" },
});
