import { defineBlockType } from "@/lib/catalog/define-block-type";

export const remoteFileSystem = defineBlockType({
  slug: "remote-file-system",
  name: "Remote File System",
  category: "Storage",
  description: "Reads and writes files wherever fsspec can reach: S3-compatible stores, SFTP, WebHDFS.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: false,
  logo: { family: "storage", icon: "folderRemote" },
  example: `from prefect.filesystems import RemoteFileSystem

# Base path s3://reports/daily with the settings key, secret and
# client_kwargs = {"endpoint_url": "https://minio.example.com"}
minio = RemoteFileSystem.load("minio")
minio.write_path("may.csv", b"day,orders\\n1,42\\n")
print(minio.read_path("may.csv"))`,
  documentationUrl: "https://filesystem-spec.readthedocs.io/en/latest/",
  schema: {
    title: "RemoteFileSystem",
    type: "object",
    properties: {
      basepath: {
        title: "Basepath",
        description:
          "Where all paths start, with the protocol in front: `s3://my-bucket/reports`, `sftp://files.example.com/upload`. For directories of the machine itself use Local File System.",
        examples: ["s3://my-bucket/reports"],
        type: "string",
      },
      settings: {
        title: "Settings",
        description:
          'What the file system of this protocol needs, by name. S3 takes `key`, `secret` and, for a compatible store, `client_kwargs` such as `{"endpoint_url": "https://minio.example.com"}`. Without settings the machine\'s own credentials are used.',
        type: "object",
      },
    },
    required: ["basepath"],
    secret_fields: [],
  },
  references: {},
  fields: {
    basepath: { mono: true },
    settings: { entryLabel: "setting", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect.filesystems", name: "RemoteFileSystem" },
});
