import { defineBlockType } from "@/lib/catalog/define-block-type";

export const localFileSystem = defineBlockType({
  slug: "local-file-system",
  name: "Local File System",
  category: "Storage",
  description: "Reads and writes files in a directory of the machine that runs the flow.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: true,
  logo: { family: "storage", icon: "folder" },
  example: `from prefect.filesystems import LocalFileSystem

exports = LocalFileSystem.load("exports")
exports.write_path("may.csv", b"day,orders\\n1,42\\n")
print(exports.read_path("may.csv"))`,
  documentationUrl: null,
  schema: {
    title: "LocalFileSystem",
    type: "object",
    properties: {
      basepath: {
        title: "Basepath",
        description:
          "The directory in which all paths start, such as `/srv/exports`. A `~` stands for the home directory. Without it paths start in the directory where the flow runs.",
        examples: ["/srv/exports"],
        type: "string",
      },
    },
    secret_fields: [],
  },
  references: {},
  fields: {
    basepath: { mono: true, defaultLabel: "the current directory" },
  },
  pythonClass: { module: "prefect.filesystems", name: "LocalFileSystem" },
});
