import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gcs = defineBlockType({
  slug: "gcs",
  name: "GCS",
  category: "Storage",
  description: "Reads and writes files in a bucket on Google Cloud Storage.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: false,
  deprecated: {
    successor: { name: "GCS Bucket", slug: "gcs-bucket" },
    note: "It works with every 2.x client and was removed in 3.0, where GCS Bucket from prefect-gcp takes its place.",
  },
  logo: { family: "storage", icon: "googlecloud" },
  example: `from prefect.filesystems import GCS

reports = GCS.load("reports")
reports.write_path("may.csv", b"day,orders\\n1,42\\n")
print(reports.read_path("may.csv"))`,
  documentationUrl: "https://gcsfs.readthedocs.io/en/latest/",
  schema: {
    title: "GCS",
    type: "object",
    properties: {
      bucket_path: {
        title: "Bucket Path",
        description:
          "The bucket and, if you like, a directory in it, without `gs://`. All paths that a flow reads or writes start here.",
        examples: ["my-bucket/reports"],
        type: "string",
      },
      service_account_info: {
        title: "Service Account Info",
        description:
          'The JSON key of a service account: everything in the downloaded file, from `{"type": "service_account"` to the last brace. Without it the machine that runs the flow uses its own Google credentials.',
        type: "string",
        writeOnly: true,
        format: "password",
      },
      project: {
        title: "Project",
        description:
          "The ID of the project that owns the bucket, such as `acme-data-prod`. Reading and writing work without it, because the credentials name their project.",
        examples: ["acme-data-prod"],
        type: "string",
      },
    },
    required: ["bucket_path"],
    secret_fields: ["service_account_info"],
  },
  references: {},
  fields: {
    bucket_path: { mono: true },
    service_account_info: { mono: true, multiline: true, defaultLabel: "the credentials of the machine" },
    project: { mono: true, defaultLabel: "the project of the credentials" },
  },
  pythonClass: { module: "prefect.filesystems", name: "GCS" },
});
