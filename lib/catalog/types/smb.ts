import { defineBlockType } from "@/lib/catalog/define-block-type";

export const smb = defineBlockType({
  slug: "smb",
  name: "SMB",
  category: "Storage",
  description: "Reads and writes files on a network share of a Windows or Samba server.",
  capabilities: ["put-directory", "write-path", "get-directory", "read-path"],
  isProtected: false,
  logo: { family: "storage", icon: "share" },
  example: `from prefect.filesystems import SMB

finance = SMB.load("finance")
finance.write_path("may.csv", b"day,orders\\n1,42\\n")
print(finance.read_path("may.csv"))`,
  documentationUrl: null,
  schema: {
    title: "SMB",
    type: "object",
    properties: {
      share_path: {
        title: "Share Path",
        description:
          "The name of the share, then a directory in it: `/finance/exports`. All paths that a flow reads or writes start here.",
        examples: ["/finance/exports"],
        type: "string",
      },
      smb_username: {
        title: "SMB Username",
        description:
          "Who signs in to the server, such as `svc-prefect` or `ACME\\svc-prefect` with a domain. Without it the sign-in is anonymous, or by the Kerberos ticket of the machine.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      smb_password: {
        title: "SMB Password",
        description: "The password of that account. It is needed whenever a user name is given.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      smb_host: {
        title: "Smb Host",
        description:
          "The host name or IP address of the file server, such as `files.example.com`. A NetBIOS name does not work.",
        examples: ["files.example.com"],
        tile: "SMB server/hostname",
        type: "string",
      },
      smb_port: {
        title: "SMB port",
        description:
          "The port of the server. Only servers behind a forwarded port need it, for example 1445.",
        type: "integer",
      },
    },
    required: ["share_path", "smb_host"],
    secret_fields: ["smb_username", "smb_password"],
  },
  references: {},
  fields: {
    smb_host: { mono: true, position: 1 },
    share_path: { mono: true, position: 2 },
    smb_username: { mono: true, defaultLabel: "anonymous or Kerberos" },
    smb_password: { mono: true, defaultLabel: "none" },
    smb_port: { defaultLabel: "445" },
  },
  pythonClass: { module: "prefect.filesystems", name: "SMB" },
});
