import type { TypeExample } from "./type-example.ts";

const serviceAccount = '{\n  "type": "service_account",\n  "project_id": "acme"\n}';

/** Each field of the storage types is set. */
export const storageExamples: readonly TypeExample[] = [
  {
    slug: "remote-file-system",
    name: "Remote File System",
    steps: [
      { fill: "Basepath", with: "s3://acme/flows" },
      {
        pairs: "Settings",
        add: "Add setting",
        values: [
          ["key", "AKIA"],
          ["use_ssl", "false"],
          ["retries", "3"],
        ],
      },
    ],
    stored: { basepath: "s3://acme/flows", settings: { key: "AKIA", use_ssl: false, retries: 3 } },
  },
  {
    slug: "local-file-system",
    name: "Local File System",
    steps: [{ fill: "Basepath", with: "/srv/files" }],
    stored: { basepath: "/srv/files" },
  },
  {
    slug: "s3",
    name: "S3",
    steps: [
      { fill: "Bucket Path", with: "acme/flows" },
      { fill: "AWS Access Key ID", with: "AKIA-example" },
      { fill: "AWS Secret Access Key", with: "s3cr3t/+=" },
    ],
    stored: {
      bucket_path: "acme/flows",
      aws_access_key_id: "AKIA-example",
      aws_secret_access_key: "s3cr3t/+=",
    },
  },
  {
    slug: "azure",
    name: "Azure",
    steps: [
      { fill: "Bucket Path", with: "acme/flows" },
      {
        fill: "Azure storage connection string",
        with: "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k==",
      },
      { fill: "Azure storage account name", with: "acme" },
      { fill: "Azure storage account key", with: "key==" },
      { fill: "Azure storage tenant ID", with: "tenant" },
      { fill: "Azure storage client ID", with: "client" },
      { fill: "Azure storage client secret", with: "client-secret" },
      { fill: "Azure storage container", with: "container" },
      { toggle: "Azure storage anonymous connection" },
    ],
    stored: {
      bucket_path: "acme/flows",
      azure_storage_connection_string: "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k==",
      azure_storage_account_name: "acme",
      azure_storage_account_key: "key==",
      azure_storage_tenant_id: "tenant",
      azure_storage_client_id: "client",
      azure_storage_client_secret: "client-secret",
      azure_storage_anon: false,
      azure_storage_container: "container",
    },
  },
  {
    slug: "gcs",
    name: "GCS",
    steps: [
      { fill: "Bucket Path", with: "acme/flows" },
      { fill: "Service Account Info", with: serviceAccount },
      { fill: "Project", with: "acme-data" },
    ],
    stored: { bucket_path: "acme/flows", service_account_info: serviceAccount, project: "acme-data" },
  },
  {
    slug: "smb",
    name: "SMB",
    steps: [
      { fill: "Share Path", with: "/share/flows" },
      { fill: "SMB Username", with: "etl" },
      { fill: "SMB Password", with: "pass word" },
      { fill: "Smb Host", with: "files.example" },
      { fill: "SMB port", with: "1445" },
    ],
    stored: {
      share_path: "/share/flows",
      smb_username: "etl",
      smb_password: "pass word",
      smb_host: "files.example",
      smb_port: 1445,
    },
  },
  {
    slug: "github",
    name: "GitHub",
    steps: [
      { fill: "Repository", with: "https://github.com/acme/flows.git" },
      { fill: "Reference", with: "main" },
      { fill: "Access Token", with: "ghp_example" },
      { toggle: "Include Git Objects" },
    ],
    stored: {
      repository: "https://github.com/acme/flows.git",
      reference: "main",
      access_token: "ghp_example",
      include_git_objects: false,
    },
  },
];
