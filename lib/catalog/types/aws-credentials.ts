import { defineBlockType } from "@/lib/catalog/define-block-type";

export const awsCredentials = defineBlockType({
  slug: "aws-credentials",
  name: "AWS Credentials",
  category: "Credentials",
  description: "Signs in to AWS with an access key, a profile or the role of the machine.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "aws" },
  example: `from prefect_aws import AwsCredentials

credentials = AwsCredentials.load("aws-prod")
session = credentials.get_boto3_session()
print(session.client("sts").get_caller_identity()["Arn"])`,
  remark: {
    title: "Without keys",
    text: "On EC2, ECS, EKS or Lambda leave key and profile out: boto3 then takes the role of the machine, and no secret has to be stored or renewed. Set only the region.",
  },
  documentationUrl: "https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html",
  schema: {
    title: "AwsCredentials",
    type: "object",
    properties: {
      aws_access_key_id: {
        title: "AWS Access Key ID",
        description:
          "The public half of an access key, such as `AKIAIOSFODNN7EXAMPLE`. Keys of a temporary session begin with `ASIA`. Without it the machine that runs the flow uses its own AWS credentials: environment, profile or role.",
        type: "string",
      },
      aws_secret_access_key: {
        title: "AWS Access Key Secret",
        description:
          "The secret half of the same access key, 40 characters long. AWS shows it only once, when the key is made. Needed whenever a key ID is given.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      aws_session_token: {
        title: "AWS Session Token",
        description:
          "The third part of temporary credentials, as `aws sts assume-role` hands them out: several hundred characters that expire with the session. Permanent keys have none.",
        type: "string",
      },
      profile_name: {
        title: "Profile Name",
        description:
          "A profile of the AWS configuration on the machine that runs the flow, such as `data-prod`. It stands in for a key: leave the key's fields out. Without it the profile `default` or the variable `AWS_PROFILE` counts.",
        examples: ["data-prod"],
        type: "string",
      },
      region_name: {
        title: "Region Name",
        description:
          "The region that requests go to, such as `eu-central-1`. Without it the region of the profile or of `AWS_DEFAULT_REGION` counts; services that need a region fail when there is none.",
        examples: ["eu-central-1"],
        type: "string",
      },
      aws_client_parameters: {
        title: "AWS Client Parameters",
        description:
          "How clients of single services are set up: another endpoint, certificates, retries. AWS itself needs none of it.",
        allOf: [{ $ref: "#/definitions/AwsClientParameters" }],
      },
    },
    secret_fields: ["aws_secret_access_key"],
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
              "The address of a compatible service, with its scheme: `https://minio.example.com`, `http://localhost:4566`. Without it boto3 derives AWS's own address from service and region.",
            examples: ["https://minio.example.com"],
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
    aws_access_key_id: { mono: true, position: 1, defaultLabel: "the credentials of the machine" },
    aws_secret_access_key: { mono: true, position: 2, defaultLabel: "the credentials of the machine" },
    region_name: { mono: true, position: 3, defaultLabel: "the region of the machine" },
    aws_session_token: {
      mono: true,
      multiline: true,
      position: 4,
      defaultLabel: "none, the key is permanent",
    },
    profile_name: { mono: true, advanced: true, defaultLabel: "the default profile" },
    aws_client_parameters: { advanced: true, defaultLabel: "boto3's own settings" },
    "aws_client_parameters.endpoint_url": { mono: true, position: 1, defaultLabel: "AWS's own address" },
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
  pythonClass: { module: "prefect_aws", name: "AwsCredentials" },
});
