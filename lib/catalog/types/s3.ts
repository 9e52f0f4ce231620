import { defineBlockType } from "@/lib/catalog/define-block-type";

export const s3 = defineBlockType({
  slug: "s3",
  name: "S3",
  category: "Storage",
  description: "Reads and writes files in a bucket on Amazon S3.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: false,
  deprecated: {
    successor: { name: "S3 Bucket", slug: "s3-bucket" },
    note: "It works with every 2.x client and was removed in 3.0, where S3 Bucket from prefect-aws takes its place.",
  },
  logo: { family: "storage", icon: "bucket" },
  example: `from prefect.filesystems import S3

reports = S3.load("reports")
reports.write_path("2026/may.csv", b"day,orders\\n1,42\\n")
print(reports.read_path("2026/may.csv"))`,
  documentationUrl: "https://s3fs.readthedocs.io/en/latest/",
  schema: {
    title: "S3",
    type: "object",
    properties: {
      bucket_path: {
        title: "Bucket Path",
        description:
          "The bucket and, if you like, a directory in it, without `s3://`. All paths that a flow reads or writes start here. For a store other than Amazon's, use Remote File System, which takes an endpoint.",
        examples: ["my-bucket/reports"],
        type: "string",
      },
      aws_access_key_id: {
        title: "AWS Access Key ID",
        description:
          "The public half of an access key, such as `AKIAIOSFODNN7EXAMPLE`. Without it the machine that runs the flow uses its own AWS credentials: environment, profile or role.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      aws_secret_access_key: {
        title: "AWS Secret Access Key",
        description:
          "The secret half of the same access key, 40 characters long. AWS shows it only once, when the key is made.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    required: ["bucket_path"],
    secret_fields: ["aws_access_key_id", "aws_secret_access_key"],
  },
  references: {},
  fields: {
    bucket_path: { mono: true },
    aws_access_key_id: { mono: true, defaultLabel: "the credentials of the machine" },
    aws_secret_access_key: { mono: true, defaultLabel: "the credentials of the machine" },
  },
  pythonClass: { module: "prefect.filesystems", name: "S3" },
});
