import { describe, expect, test } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import type { FormTree } from "@/lib/forms/field-node";
import { asObject, canary, maskSample } from "@/lib/forms/testing-sample";
import { parseJson, printJson } from "@/lib/json";
import { pasteHelp } from "@/lib/paste/fill-rules";
import { planFill } from "@/lib/paste/plan-fill";
import { recognise } from "@/lib/paste/recognise";
import { treeOf } from "@/lib/paste/testing-tree";

async function plan(tree: FormTree, slug: string, text: string, drafts = emptyDrafts(tree), at = 0) {
  const found = await recognise(text);
  const help = pasteHelp(tree, slug, slug !== "own");
  const source = found?.sources[at];
  if (!found || !help || !source) throw new Error(`nothing fills ${slug}`);
  return { ...planFill(tree, help.rules, drafts, { source, text: found.text }), format: found.format, help };
}

/** What would be stored if the filled form were saved. */
function storedAfter(tree: FormTree, drafts: ReadonlyMap<string, Draft>): unknown {
  const before = emptyDrafts(tree);
  const after = before.map((draft, index) => drafts.get(`f.${index}`) ?? draft);
  return JSON.parse(printJson(applyEdit(new Map(), editFromDraft(tree, before, after, {})) ?? null));
}

async function fills(slug: string, text: string) {
  const tree = treeOf(slug);
  const { drafts, fills: filled, unused } = await plan(tree, slug, text);
  return { data: storedAfter(tree, drafts), labels: filled.map(({ label }) => label), unused };
}

const keys =
  "[default]\naws_access_key_id = AKIA1\naws_secret_access_key = canary-7f3a\nregion = eu-west-1\n";
const account =
  '{\n  "type": "service_account",\n  "project_id": "shop",\n  "private_key": "canary-7f3a\\n"\n}';

describe("what a text fills", () => {
  test("S3: keys, then an address", async () => {
    expect(await fills("s3", keys)).toEqual({
      data: { aws_access_key_id: "AKIA1", aws_secret_access_key: canary },
      labels: ["AWS Access Key ID", "AWS Secret Access Key"],
      unused: ["region"],
    });
    expect(await fills("s3", "s3://bucket/a/b")).toEqual({
      data: { bucket_path: "bucket/a/b" },
      labels: ["Bucket Path"],
      unused: [],
    });
  });

  test("AWS credentials: the endpoint goes into a group that was not set", async () => {
    const { data, labels } = await fills("aws-credentials", `${keys}endpoint_url = http://minio:9000\n`);
    expect(data).toEqual({
      aws_access_key_id: "AKIA1",
      aws_secret_access_key: canary,
      region_name: "eu-west-1",
      aws_client_parameters: { endpoint_url: "http://minio:9000" },
    });
    expect(labels.at(-1)).toMatch(/: /);
  });

  test.each([
    ["s3-bucket", "s3://bucket/a/b", { bucket_name: "bucket", bucket_folder: "a/b" }],
    ["gcs-bucket", "gs://bucket/a", { bucket: "bucket", bucket_folder: "a" }],
    ["gcs", "https://storage.googleapis.com/bucket/a", { bucket_path: "bucket/a" }],
    [
      "azure",
      "abfs://c@acc.dfs.core.windows.net/a",
      { bucket_path: "c/a", azure_storage_account_name: "acc" },
    ],
    ["azure-blob-storage-container", "az://c/a", { container_name: "c", base_folder: "a" }],
    ["remote-file-system", "s3://bucket/a", { basepath: "s3://bucket/a" }],
    ["remote-file-system", "\\\\host\\share\\a", { basepath: "smb://host/share/a" }],
    [
      "smb",
      "smb://ada:pw@host:1445/share/a",
      { smb_host: "host", share_path: "/share/a", smb_username: "ada", smb_password: "pw", smb_port: 1445 },
    ],
    [
      "minio-credentials",
      "export MINIO_ROOT_USER=a\nexport MINIO_ROOT_PASSWORD=b",
      { minio_root_user: "a", minio_root_password: "b" },
    ],
    ["github", "https://github.com/o/r/tree/dev", { repository: "https://github.com/o/r", reference: "dev" }],
    [
      "gitlab-repository",
      "git clone -b dev git@git.example.com:o/r.git",
      { repository: "git@git.example.com:o/r.git", reference: "dev" },
    ],
    [
      "docker-registry-credentials",
      "docker login -u a -p b r.example.com",
      { username: "a", password: "b", registry_url: "r.example.com" },
    ],
    [
      "snowflake-connector",
      "snowflake://a:b@acme/db/sch?warehouse=w",
      { database: "db", schema: "sch", warehouse: "w" },
    ],
  ])("%s: %s", async (slug, text, data) => {
    expect((await fills(slug, text)).data).toEqual(data);
  });

  test("another provider's address does not fit", async () => {
    const { drafts, unused } = await plan(treeOf("gcs"), "gcs", "s3://bucket/a");
    expect(drafts.size).toBe(0);
    expect(unused).toEqual(["bucket", "folder"]);
  });

  test("Docker container: everything that it has a field for", async () => {
    const text =
      "docker run --rm --name etl -e A=1 -e B=2 -v /a:/b --network back -m 512m --memory-swap -1 --privileged -l t=d --gpus all img:1 python -m x";
    expect(await fills("docker-container", text)).toEqual({
      data: {
        image: "img:1",
        command: ["python", "-m", "x"],
        env: { A: "1", B: "2" },
        labels: { t: "d" },
        name: "etl",
        volumes: ["/a:/b"],
        networks: ["back"],
        mem_limit: "512m",
        memswap_limit: -1,
        privileged: true,
        auto_remove: true,
      },
      labels: expect.any(Array),
      unused: ["--gpus"],
    });
  });

  test("Kubernetes job: image, command and variables; volumes are named as not used", async () => {
    const { data, unused } = await fills("kubernetes-job", "docker run -e A=1 -v /a:/b img cmd");
    expect(data).toEqual({ image: "img", command: ["cmd"], env: { A: "1" } });
    expect(unused).toEqual(["volumes"]);
  });

  test("a service account key goes in as it was pasted", async () => {
    const { data } = await fills("gcs", account);
    expect(data).toEqual({ service_account_info: account, project: "shop" });
  });

  test("a kubeconfig goes in as a whole, with the chosen context", async () => {
    const text = "kind: Config # mine\nclusters: []\ncontexts:\n- name: dev\n- name: prod\n";
    const tree = treeOf("kubernetes-cluster-config");
    const { drafts } = await plan(tree, "kubernetes-cluster-config", text, undefined, 1);
    expect([...drafts.values()]).toEqual([expect.objectContaining({ text }), "prod"]);
  });

  test("database credentials and a SQLAlchemy connector", async () => {
    const url = "postgresql+asyncpg://ada:canary-7f3a@db:5432/shop";
    const parts = {
      driver: "postgresql+asyncpg",
      username: "ada",
      password: canary,
      host: "db",
      port: "5432",
      database: "shop",
    };
    expect((await fills("database-credentials", url)).data).toEqual(parts);
    expect((await fills("sqlalchemy-connector", url)).data).toEqual({ connection_info: parts });
  });

  test("a type of one's own is filled by the names of its fields", async () => {
    const properties = {
      Host: { type: "string" },
      port: { type: "integer" },
      "db name": { type: "string" },
      login: {
        type: "object",
        properties: { user: { type: "string" }, password: { type: "string", format: "password" } },
      },
      bucket: { type: "string" },
    };
    const tree = compileForm(asObject({ title: "Own", type: "object", properties }), {});
    const { drafts, unused, help } = await plan(tree, "own", "mysql://ada:canary-7f3a@db:3306/shop");
    expect(storedAfter(tree, drafts)).toEqual({
      Host: "db",
      port: 3306,
      "db name": "shop",
      login: { user: "ada", password: canary },
    });
    expect(unused).toEqual(["driver"]);
    expect(help.formats).toContain("object-url");
    expect(help.formats).not.toContain("docker-run");
  });
});

describe("what is there already", () => {
  const tree = treeOf("s3");
  const stored = maskSample(parseJson('{"bucket_path":"old/path","aws_access_key_id":"AKIA1"}'));

  test("is named before it is replaced; the same value is left alone", async () => {
    const drafts = initialDraft(tree, stored);
    const { fills: filled } = await plan(tree, "s3", "s3://bucket", drafts);
    expect(filled).toEqual([
      { label: "Bucket Path", comes: { value: "bucket" }, goes: { value: "old/path" } },
    ]);
    const again = await plan(tree, "s3", "s3://old/path", drafts);
    expect(again).toMatchObject({ fills: [], same: ["Bucket Path"] });
  });

  test("a stored secret is replaced as a secret and can be kept again; its new value is never in the words", async () => {
    const kept = { action: "keep", text: "", isStored: true, changed: "3 May 2026" } as const;
    const drafts = emptyDrafts(tree).map((draft, index) =>
      tree.fields[index]?.key === "aws_secret_access_key" ? kept : draft,
    );
    const { fills: filled, drafts: filledDrafts } = await plan(tree, "s3", keys, drafts);
    expect(filled.at(-1)).toMatchObject({
      comes: { words: "a new secret" },
      goes: { words: "the stored secret" },
    });
    expect([...filledDrafts.values()]).toContainEqual({ ...kept, action: "replace", text: canary });
    expect(JSON.stringify(filled)).not.toContain(canary);
  });

  test("rows of a map stay, rows of a list are replaced and named", async () => {
    const docker = treeOf("docker-container");
    const before = initialDraft(docker, maskSample(parseJson('{"env":{"A":"0","Z":"9"},"command":["old"]}')));
    const { drafts, fills: filled } = await plan(
      docker,
      "docker-container",
      "docker run -e A=1 img new",
      before,
    );
    const env = [...drafts.values()].find((draft) => JSON.stringify(draft).includes('"Z"'));
    expect(env).toEqual({
      rows: [
        { from: "A", key: "A", value: "1" },
        { from: "Z", key: "Z", value: "9" },
      ],
    });
    expect(filled.find(({ label }) => label === "Command")).toMatchObject({ goes: { value: "old" } });
  });

  test("a variable whose name looks like a credential is masked, as if it had been typed", async () => {
    const docker = treeOf("docker-container");
    const { drafts } = await plan(
      docker,
      "docker-container",
      "docker run -e API_TOKEN=canary-7f3a -e A=1 img",
    );
    const env = [...drafts.values()].find((draft) => JSON.stringify(draft).includes("API_TOKEN"));
    expect(env).toMatchObject({
      rows: [
        { key: "API_TOKEN", value: { action: "replace", text: canary, isStored: false } },
        { key: "A", value: "1" },
      ],
    });
  });

  test("keys among free settings go in as secrets", async () => {
    const remote = treeOf("remote-file-system");
    const { drafts, fills: filled } = await plan(remote, "remote-file-system", keys);
    expect(JSON.stringify(filled)).not.toContain(canary);
    expect([...drafts.values()]).toEqual([
      {
        rows: [
          {
            from: null,
            key: "key",
            value: { action: "replace", text: "AKIA1", isStored: false, isMarked: true },
          },
          {
            from: null,
            key: "secret",
            value: { action: "replace", text: canary, isStored: false, isMarked: true },
          },
        ],
      },
    ]);
  });
});
