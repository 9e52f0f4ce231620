import { defineBlockType } from "@/lib/catalog/define-block-type";

export const minioCredentials = defineBlockType({
  slug: "minio-credentials",
  name: "MinIO Credentials",
  category: "Credentials",
  description: "Signs in to a MinIO server, or to another store that speaks S3.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "minio" },
  example: `from prefect_aws import MinIOCredentials

credentials = MinIOCredentials.load("minio")
s3 = credentials.get_s3_client()
print([bucket["Name"] for bucket in s3.list_buckets()["Buckets"]])`,
  documentationUrl: "https://min.io/docs/minio/linux/administration/identity-access-management.html",
  schema: {
    title: "MinIOCredentials",
    type: "object",
    properties: {
      minio_root_user: {
        title: "Minio Root User",
        description:
          "Who signs in: a user or, better, an access key made for this purpose, such as `flows-writer`. The root user works too but may do everything.",
        examples: ["flows-writer"],
        type: "string",
      },
      minio_root_password: {
        title: "Minio Root Password",
        description:
          "The password of that user, or the secret key that belongs to the access key. MinIO asks for at least 8 characters.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      region_name: {
        title: "Region Name",
        description:
          "The region that the server reports, such as `us-east-1`. Leave it out unless your server has one configured.",
        examples: ["us-east-1"],
        type: "string",
      },
      aws_client_parameters: {
        title: "Aws Client Parameters",
        description:
          "Where the server is and how to reach it. The endpoint URL belongs here; without it requests go to Amazon instead of your server.",
        allOf: [{ $ref: "#/definitions/AwsClientParameters" }],
      },
    },
    required: ["minio_root_user", "minio_root_password"],
    secret_fields: ["minio_root_password"],
    definitions: {
      AwsClientParameters: {
        title: "AwsClientParameters",
        type: "object",
        properties: {
          api_version: {
            title: "API Version",
            description:
              "A fixed version of the service's API, given as its date, for example `2006-03-01` for S3. Without it boto3 takes the newest version that it knows.",
            type: "string",
          },
          use_ssl: {
            title: "Use SSL",
            description:
              "On: requests go out encrypted, over https. Off: plain http, which few AWS services accept. With an endpoint URL the scheme of that address decides instead.",
            default: true,
            type: "boolean",
          },
          verify: {
            title: "Verify",
            description:
              "Whether the server's certificate is checked. `true` checks it against the authorities that boto3 trusts, `false` accepts any certificate. Name a file with other authorities in Certificate Authority Bundle File Path.",
            default: true,
            anyOf: [{ type: "boolean" }, { type: "string", format: "file-path" }],
          },
          verify_cert_path: {
            title: "Certificate Authority Bundle File Path",
            description:
              "A PEM file with the authorities to trust instead, such as `/etc/ssl/certs/acme-ca.pem`, for servers with a certificate of your own. The file must exist on every machine that loads this block.",
            examples: ["/etc/ssl/certs/acme-ca.pem"],
            format: "file-path",
            type: "string",
          },
          endpoint_url: {
            title: "Endpoint URL",
            description:
              "The address of the MinIO server, with its scheme: `https://minio.example.com:9000`. Without it requests go to Amazon.",
            examples: ["https://minio.example.com:9000"],
            type: "string",
          },
          config: {
            title: "Botocore Config",
            description:
              'Settings of botocore\'s `Config`, by name, for example `{"retries": {"max_attempts": 10}}` or `{"s3": {"addressing_style": "path"}}`. Without it botocore\'s own values count.',
            type: "object",
          },
        },
      },
    },
  },
  references: {},
  fields: {
    minio_root_user: { mono: true, position: 1 },
    minio_root_password: { mono: true, position: 2 },
    aws_client_parameters: { position: 3, defaultLabel: "Amazon's own address" },
    region_name: { mono: true, advanced: true, defaultLabel: "none" },
    "aws_client_parameters.endpoint_url": { mono: true, position: 1, defaultLabel: "Amazon's own address" },
    "aws_client_parameters.verify_cert_path": {
      mono: true,
      position: 2,
      defaultLabel: "the authorities that boto3 trusts",
    },
    "aws_client_parameters.config": { language: "json", position: 3, defaultLabel: "botocore's own values" },
    "aws_client_parameters.use_ssl": { position: 4 },
    "aws_client_parameters.verify": {
      position: 5,
      branches: [
        { label: "Yes or no", hint: "Checked against the authorities that boto3 trusts, or not at all" },
        { label: "Path of a file", hint: "The older way to name a file of authorities" },
      ],
    },
    "aws_client_parameters.api_version": { mono: true, position: 6, defaultLabel: "the newest" },
  },
  pythonClass: { module: "prefect_aws", name: "MinIOCredentials" },
});
