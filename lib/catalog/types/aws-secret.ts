import { defineBlockType } from "@/lib/catalog/define-block-type";

export const awsSecret = defineBlockType({
  slug: "aws-secret",
  name: "AWS Secret",
  category: "Data",
  description: "Reads a secret from AWS Secrets Manager each time that a flow asks for it.",
  capabilities: [],
  isProtected: false,
  logo: { family: "secret", icon: "aws" },
  example: `from prefect_aws.secrets_manager import AwsSecret

warehouse = AwsSecret.load("warehouse-login")
login = warehouse.read_secret()  # the newest version`,
  documentationUrl: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html",
  schema: {
    title: "AwsSecret",
    type: "object",
    properties: {
      aws_credentials: { $ref: "#/definitions/AwsCredentials" },
      secret_name: {
        title: "Secret Name",
        description:
          "The name or ARN of the secret, such as `prod/warehouse`. Secrets of another account need the whole ARN.",
        examples: ["prod/warehouse"],
        type: "string",
      },
    },
    required: ["aws_credentials", "secret_name"],
    secret_fields: ["aws_credentials.aws_secret_access_key"],
  },
  references: { aws_credentials: ["aws-credentials"] },
  fields: {
    secret_name: { mono: true, position: 1 },
    aws_credentials: {
      position: 2,
      help: "Who reads the secret. The key or role must be allowed `secretsmanager:GetSecretValue` for it, and the region must be that of the secret.",
    },
  },
  pythonClass: { module: "prefect_aws.secrets_manager", name: "AwsSecret" },
});
