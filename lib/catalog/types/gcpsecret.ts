import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gcpsecret = defineBlockType({
  slug: "gcpsecret",
  name: "GcpSecret",
  category: "Data",
  description: "Reads a secret from Google Secret Manager each time that a flow asks for it.",
  capabilities: [],
  isProtected: false,
  logo: { family: "secret", icon: "googlecloud" },
  example: `from prefect_gcp.secret_manager import GcpSecret

warehouse = GcpSecret.load("warehouse-login")
login = warehouse.read_secret().decode()`,
  documentationUrl: "https://cloud.google.com/secret-manager/docs/overview",
  schema: {
    title: "GcpSecret",
    type: "object",
    properties: {
      gcp_credentials: { $ref: "#/definitions/GcpCredentials" },
      secret_name: {
        title: "Secret Name",
        description:
          "The name of the secret alone, such as `warehouse-login`. Its project is that of the credentials.",
        examples: ["warehouse-login"],
        type: "string",
      },
      secret_version: {
        title: "Secret Version",
        description:
          "Which version to read: `latest`, or a number such as `3` to stay with one that is known to work.",
        examples: ["latest"],
        default: "latest",
        type: "string",
      },
    },
    required: ["gcp_credentials", "secret_name"],
    secret_fields: ["gcp_credentials.service_account_info.*"],
  },
  references: { gcp_credentials: ["gcp-credentials"] },
  fields: {
    secret_name: { mono: true, position: 1 },
    gcp_credentials: {
      position: 2,
      help: "Who reads the secret. The account needs the role Secret Manager Secret Accessor for it.",
    },
    secret_version: { mono: true, position: 3 },
  },
  pythonClass: { module: "prefect_gcp.secret_manager", name: "GcpSecret" },
});
