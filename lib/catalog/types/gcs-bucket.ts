import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gcsBucket = defineBlockType({
  slug: "gcs-bucket",
  name: "GCS Bucket",
  category: "Storage",
  description: "Reads and writes files in a bucket on Google Cloud Storage.",
  capabilities: ["get-directory", "put-directory", "read-path", "write-path"],
  isProtected: false,
  logo: { family: "storage", icon: "googlecloudstorage" },
  example: `from prefect_gcp.cloud_storage import GcsBucket

reports = GcsBucket.load("reports")
reports.upload_from_path("may.csv", "2026/may.csv")
print(reports.read_path("2026/may.csv"))`,
  documentationUrl: "https://cloud.google.com/storage/docs/buckets",
  schema: {
    title: "GcsBucket",
    type: "object",
    properties: {
      bucket: {
        title: "Bucket",
        description: "The name of the bucket alone, without `gs://` and without a path: `acme-reports`.",
        examples: ["acme-reports"],
        type: "string",
      },
      gcp_credentials: {
        title: "Gcp Credentials",
        description:
          "Who reads and writes. Without it the machine that runs the flow uses its own Google credentials.",
        allOf: [{ $ref: "#/definitions/GcpCredentials" }],
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
    required: ["bucket"],
    secret_fields: ["gcp_credentials.service_account_info.*"],
  },
  references: { gcp_credentials: ["gcp-credentials"] },
  fields: {
    bucket: { mono: true, position: 1 },
    gcp_credentials: { position: 2, defaultLabel: "the credentials of the machine" },
    bucket_folder: { mono: true, position: 3, defaultLabel: "the top of the bucket" },
  },
  pythonClass: { module: "prefect_gcp.cloud_storage", name: "GcsBucket" },
});
