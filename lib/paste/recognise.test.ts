import { describe, expect, test } from "vitest";
import { recognise } from "@/lib/paste/recognise";
import { facts, read } from "@/lib/paste/testing-read";

const id = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY=";

describe("an AWS credentials file", () => {
  test("each profile with a key is a source; what no fact stands for is named", async () => {
    const { format, sources } = await read(`# mine
[default]
aws_access_key_id = ${id}
aws_secret_access_key=${secret}

[profile production]
aws_access_key_id=PROD
aws_secret_access_key=PRODSECRET
aws_session_token=tok
region = eu-central-1
role_arn = arn:aws:iam::1:role/x
s3 =
  aws_access_key_id = nested
  addressing_style = path

[profile sso]
sso_session = x
`);
    expect(format).toBe("aws-credentials");
    expect(sources?.map(({ label }) => label)).toEqual(["default", "production"]);
    expect(sources?.[0]?.facts).toMatchObject({ "aws.accessKeyId": id, "aws.secretAccessKey": secret });
    expect(sources?.[1]).toMatchObject({
      facts: { "aws.accessKeyId": "PROD", "aws.sessionToken": "tok", "aws.region": "eu-central-1" },
      ignored: ["role_arn", "s3"],
    });
  });

  test("entries without a header, and Windows line ends", async () => {
    expect(await facts(`aws_access_key_id = ${id}\r\naws_secret_access_key = ${secret}\r\n`)).toMatchObject({
      "aws.accessKeyId": id,
      "aws.secretAccessKey": secret,
    });
  });

  test("a file without keys is none", async () => {
    expect(await recognise("[default]\nregion = eu-west-1\n")).toBeUndefined();
  });
});

describe("lines that set variables", () => {
  test.each([
    ["shell", `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY="${secret}"\n`],
    ["plain", `AWS_ACCESS_KEY_ID=${id} # mine\n\n# comment\nAWS_SECRET_ACCESS_KEY='${secret}'`],
    ["cmd", `set AWS_ACCESS_KEY_ID=${id}\r\nset "AWS_SECRET_ACCESS_KEY=${secret}"`],
    ["PowerShell", `$env:AWS_ACCESS_KEY_ID = "${id}"\n$Env:AWS_SECRET_ACCESS_KEY='${secret}'`],
  ])("%s", async (_shell, text) => {
    expect(await read(text)).toMatchObject({ format: "env-lines" });
    expect(await facts(text)).toMatchObject({ "aws.accessKeyId": id, "aws.secretAccessKey": secret });
  });

  test("unknown variables are named; lines without a known one are nothing", async () => {
    const { sources } = await read("export AWS_REGION=eu-west-1\nexport EDITOR=vi");
    expect(sources?.[0]?.ignored).toEqual(["EDITOR"]);
    expect(await recognise("EDITOR=vi\nPAGER=less")).toBeUndefined();
    expect(await recognise("AWS_REGION=eu-west-1\nsome words")).toBeUndefined();
  });

  test("DATABASE_URL says what a database URL says", async () => {
    expect(await facts("DATABASE_URL=postgres://ada:pw@db:5432/shop")).toMatchObject({
      "database.host": "db",
      "database.name": "shop",
    });
  });
});

describe("an address of storage", () => {
  test.each([
    ["s3://bucket/a/b/", { "s3.bucket": "bucket", "s3.folder": "a/b", "s3.path": "bucket/a/b" }],
    ["s3://bucket", { "s3.bucket": "bucket", "s3.path": "bucket", "storage.url": "s3://bucket" }],
    ["arn:aws:s3:::bucket/a", { "s3.path": "bucket/a" }],
    [
      "https://my.bucket.s3.eu-west-1.amazonaws.com/a%20b?X-Amz-Signature=1",
      { "s3.bucket": "my.bucket", "s3.folder": "a b", "aws.region": "eu-west-1" },
    ],
    ["https://s3.us-east-2.amazonaws.com/bucket/a", { "s3.path": "bucket/a", "aws.region": "us-east-2" }],
    [
      "https://eu-west-1.console.aws.amazon.com/s3/buckets/bucket?region=eu-west-1&prefix=a/b/",
      { "s3.path": "bucket/a/b" },
    ],
    ["gs://bucket/a", { "gs.bucket": "bucket", "gs.folder": "a", "gs.path": "bucket/a" }],
    ["https://storage.googleapis.com/bucket/a", { "gs.path": "bucket/a" }],
    [
      "https://console.cloud.google.com/storage/browser/bucket/a;tab=objects?project=shop",
      { "gs.path": "bucket/a", "gcp.projectId": "shop" },
    ],
    [
      "az://container/a",
      { "azure.container": "container", "azure.folder": "a", "azure.path": "container/a" },
    ],
    [
      "abfs://container@account.dfs.core.windows.net/a/b",
      { "azure.container": "container", "azure.account": "account", "azure.folder": "a/b" },
    ],
    [
      "https://account.blob.core.windows.net/container/a?sv=1&sig=2",
      { "azure.accountUrl": "https://account.blob.core.windows.net/", "azure.path": "container/a" },
    ],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toMatchObject({ format: "object-url" });
    expect(await facts(text)).toMatchObject(expected);
  });

  test("a signature in the query is named, not kept", async () => {
    const found = await read("https://bucket.s3.amazonaws.com/a?X-Amz-Signature=canary");
    expect(JSON.stringify(found)).not.toContain("canary");
    expect(found.sources?.[0]?.ignored).toHaveLength(1);
  });

  test("any other address is none", async () => {
    for (const text of ["https://example.com/a", "s3://", "see s3://bucket/a", "ftp://host/x"]) {
      expect(await recognise(text)).toBeUndefined();
    }
  });
});

describe("keys of other clouds", () => {
  const account = {
    type: "service_account",
    project_id: "shop",
    private_key: "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n",
    client_email: "a@shop.iam.gserviceaccount.com",
  };

  test("a service account of Google, kept as it was pasted", async () => {
    const text = JSON.stringify(account, null, 4);
    const found = await recognise(text);
    expect(found).toMatchObject({ format: "service-account", text });
    expect(await facts(text)).toMatchObject({ "gcp.projectId": "shop", "gcp.serviceAccount": account });
    expect(await recognise('{"type":"authorized_user"}')).toBeUndefined();
  });

  test("connection strings of Azure", async () => {
    const storage =
      "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc==;EndpointSuffix=core.windows.net";
    expect(await facts(storage)).toEqual({ "azure.connectionString": storage });
    const cosmos = "AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=abc==;";
    expect(await facts(cosmos)).toEqual({ "cosmos.connectionString": cosmos });
  });
});

describe("a kubeconfig", () => {
  const text = `apiVersion: v1
kind: Config
current-context: prod # the one
clusters:
- name: c
  cluster: { server: https://c }
contexts:
- name: dev
  context: { cluster: c, user: u, namespace: etl }
- name: prod
  context: { cluster: c, user: u }
`;

  test("its contexts are sources, the current one first", async () => {
    const { format, sources } = await read(text);
    expect(format).toBe("kubeconfig");
    expect(sources?.map(({ label }) => label)).toEqual(["prod", "dev"]);
    expect(sources?.[1]?.facts).toMatchObject({
      "kubernetes.contextName": "dev",
      "kubernetes.namespace": "etl",
    });
  });

  test("broken YAML, and YAML of another kind, are nothing", async () => {
    expect(await recognise("contexts: [\nclusters: }")).toBeUndefined();
    expect(await recognise("kind: Pod\ncontexts: 5")).toBeUndefined();
  });
});
