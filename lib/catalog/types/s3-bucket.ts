import { defineBlockType } from "@/lib/catalog/define-block-type";

export const s3Bucket = defineBlockType({
  slug: "s3-bucket",
  name: "S3 Bucket",
  category: "Storage",
  description: "Reads and writes files in a bucket on Amazon S3, MinIO or another S3-compatible store.",
  capabilities: ["get-directory", "put-directory", "read-path", "write-path"],
  isProtected: false,
  logo: { family: "storage", icon: "s3" },
  example: `from prefect_aws.s3 import S3Bucket

reports = S3Bucket.load("reports")
reports.upload_from_path("may.csv", "2026/may.csv")
print(reports.read_path("2026/may.csv"))`,
  documentationUrl: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html",
  schema: {
    title: "S3Bucket",
    type: "object",
    properties: {
      bucket_name: {
        title: "Bucket Name",
        description: "The name of the bucket alone, without `s3://` and without a path: `acme-reports`.",
        examples: ["acme-reports"],
        type: "string",
      },
      credentials: {
        title: "Credentials",
        description:
          "Who reads and writes: AWS Credentials, or MinIO Credentials for a store of your own, whose endpoint they name. Without it the machine that runs the flow uses its own AWS credentials.",
        anyOf: [{ $ref: "#/definitions/MinIOCredentials" }, { $ref: "#/definitions/AwsCredentials" }],
      },
      bucket_folder: {
        title: "Bucket Folder",
        description:
          "A directory in the bucket in which all paths start, such as `reports/daily`. Without it paths start at the top of the bucket.",
        examples: ["reports/daily"],
        default: "",
        type: "string",
      },
    },
    required: ["bucket_name"],
    secret_fields: ["credentials.minio_root_password", "credentials.aws_secret_access_key"],
  },
  references: { credentials: ["aws-credentials", "minio-credentials"] },
  fields: {
    bucket_name: { mono: true, position: 1 },
    credentials: {
      position: 2,
      defaultLabel: "the credentials of the machine",
      branches: [
        { label: "MinIO", hint: "A MinIO server or another store that speaks S3" },
        { label: "AWS", hint: "A bucket on Amazon S3" },
      ],
    },
    bucket_folder: { mono: true, position: 3, defaultLabel: "the top of the bucket" },
  },
  pythonClass: { module: "prefect_aws.s3", name: "S3Bucket" },
});
