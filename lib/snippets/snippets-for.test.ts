import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { catalog } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { type Snippet, type SnippetSubject, snippetsFor } from "@/lib/snippets/snippets-for";

const apiUrl = "http://127.0.0.1:4200/api";

function subjectOf({ slug, capabilities, pythonClass, schema }: CatalogEntry, name: string): SnippetSubject {
  const dataKeys = Object.keys(schema.properties);
  return { slug, name, capabilities, dataKeys, apiUrl, ...(pythonClass && { pythonClass }) };
}

function codeOf(slug: string, id: Snippet["id"], name = "log-test"): string | undefined {
  const entry = catalog.find((candidate) => candidate.slug === slug);
  if (!entry) throw new Error(`no ${slug}`);
  return snippetsFor(subjectOf(entry, name)).find((snippet) => snippet.id === id)?.code;
}

const storage = [
  ...["remote-file-system", "local-file-system", "s3", "azure", "gcs", "smb", "github"],
  ...["s3-bucket", "azure-blob-storage-container", "gcs-bucket"],
  ...["github-repository", "gitlab-repository", "bitbucket-repository"],
];
const infrastructure = [
  ...["docker-container", "kubernetes-job", "process"],
  ...["ecs-task", "azure-container-instance-job", "cloud-run-job", "vertex-ai-custom-training-job"],
];

describe.each(catalog.map((entry) => [entry.slug, entry] as const))("%s", (slug, entry) => {
  const snippets = snippetsFor(subjectOf(entry, "log-test"));
  const tabs = new Map(snippets.map((snippet) => [snippet.id, snippet.code]));

  it("loads the block by its path and by its class", () => {
    const value = { secret: "get()", json: "value", string: "value", "date-time": "value" }[slug];
    const usage = value === undefined ? "" : `\nvalue = log_test_block.${value}`;
    expect(tabs.get("python")).toBe(
      `from prefect.blocks.core import Block\n\nlog_test_block = Block.load("${slug}/log-test")${usage}`,
    );
    const { module, name } = entry.pythonClass ?? {};
    expect(tabs.get("typed-class")).toBe(
      `from ${module} import ${name}\n\nlog_test_block = ${name}.load("log-test")${usage}`,
    );
  });

  it("shows how to deploy with it exactly when it holds code or runs it", () => {
    const command = tabs.get("deployment");
    if (storage.includes(slug)) expect(command).toContain(`-sb ${slug}/log-test`);
    else if (infrastructure.includes(slug)) expect(command).toContain(`-ib ${slug}/log-test --override `);
    else expect(command).toBeUndefined();
  });

  it("gives YAML that parses and names the block", () => {
    const file = parse(tabs.get("yaml") ?? "");
    const named = { _block_type_slug: slug, _block_document_name: "log-test" };
    if (storage.includes(slug)) expect(file.storage).toEqual(named);
    else if (infrastructure.includes(slug)) expect(file.infrastructure).toEqual(named);
    else {
      const { env } = file.deployments[0].work_pool.job_variables;
      expect(env.LOG_TEST).toMatch(new RegExp(`^{{ prefect\\.blocks\\.${slug}\\.log-test[.\\w]* }}$`));
    }
  });

  it("reads over the API by name, with secrets masked", () => {
    expect(tabs.get("curl")).toBe(
      `curl -fsS ${apiUrl}/block_types/slug/${slug}/block_documents/name/log-test`,
    );
  });

  it("never writes a block and never asks for a secret in clear", () => {
    for (const { code } of snippets) {
      expect(code).not.toMatch(
        /\.save\(|overwrite|delete|include_secrets|register|-X|--data|notify\(|\.call\(/,
      );
    }
  });

  it("has one tab per kind, Python first", () => {
    expect(tabs.size).toBe(snippets.length);
    expect(snippets[0]?.label).toBe("Python");
  });
});

describe("a deployment that uses the block", () => {
  const entry = catalog.find(({ slug }) => slug === "s3");
  if (!entry) throw new Error("no s3");
  const deployment = { flowName: "log-flow", name: "log-flow-s3", entrypoint: "log_flow.py:log_flow" };
  const codesWith = (changes: Partial<typeof deployment> | { entrypoint: null }) =>
    new Map(
      snippetsFor({ ...subjectOf(entry, "log-test"), deployment: { ...deployment, ...changes } }).map(
        ({ id, code }) => [id, code],
      ),
    );

  it("is the one that is built, applied and run", () => {
    expect(codesWith({}).get("deployment")?.split("\n")).toEqual([
      "prefect deployment build ./log_flow.py:log_flow --name log-flow-s3 -sb s3/log-test",
      "prefect deployment apply log_flow-deployment.yaml",
      "prefect deployment run log-flow/log-flow-s3",
    ]);
    const file = parse(codesWith({}).get("yaml") ?? "");
    expect(file).toMatchObject({
      name: "log-flow-s3",
      flow_name: "log-flow",
      entrypoint: "log_flow.py:log_flow",
    });
  });

  it("keeps the example's entrypoint when it has none", () => {
    expect(codesWith({ entrypoint: null }).get("deployment")).toContain(
      "build ./flows.py:my_flow --name log-flow-s3",
    );
  });

  it("cannot break out of its quotes", () => {
    const codes = codesWith({ name: "x'; rm -rf / #", entrypoint: "a b.py:f;g" });
    expect(codes.get("deployment")).toContain(
      `build './a b.py:f;g' --name 'x'\\''; rm -rf / #' -sb s3/log-test`,
    );
    expect(codes.get("deployment")).toContain("apply 'f;g-deployment.yaml'");
    expect(codes.get("deployment")).toContain(`run 'log-flow/x'\\''; rm -rf / #'`);
    expect(parse(codes.get("yaml") ?? "").name).toBe("x'; rm -rf / #");
  });

  it("is an example when there is none", () => {
    expect(codeOf("s3", "deployment")).toMatch(
      /apply my_flow-deployment.yaml\nprefect deployment run my-flow\/my-deployment$/,
    );
  });
});

describe("snippetsFor", () => {
  it("overrides a setting that the infrastructure has", () => {
    expect(codeOf("docker-container", "deployment")).toContain("--override image=");
    expect(codeOf("kubernetes-job", "deployment")).toContain("--override image=");
    expect(codeOf("process", "deployment")).toContain("--override env.LOG_LEVEL=DEBUG");
  });

  it("skips the upload for storage that only reads", () => {
    expect(codeOf("github", "deployment")).toContain("--skip-upload");
    expect(codeOf("s3", "deployment")).not.toContain("--skip-upload");
  });

  it("refers to a text of a block with several fields, and to the value of a block with one", () => {
    expect(codeOf("webhook", "yaml")).toContain('"{{ prefect.blocks.webhook.log-test.url }}"');
    expect(codeOf("secret", "yaml")).toContain('"{{ prefect.blocks.secret.log-test }}"');
  });

  it("has no typed tab for a class that it does not know, and says what to do", () => {
    const snippets = snippetsFor({ slug: "cube", name: "small", capabilities: [], apiUrl: `${apiUrl}/` });
    expect(snippets.map(({ id }) => id)).toEqual(["python", "yaml", "curl"]);
    expect(snippets[0]?.code).toBe(
      'from prefect.blocks.core import Block\n\n# If the class is your own, import its module first.\nsmall_block = Block.load("cube/small")',
    );
    expect(snippets[2]?.code).toBe(`curl -fsS ${apiUrl}/block_types/slug/cube/block_documents/name/small`);
  });

  it("keeps a hostile name inside its quotes, in every language", () => {
    const name = "x'\"; rm -rf /\n{{ evil }}";
    expect(codeOf("s3", "python", name)).toContain(`Block.load(${JSON.stringify(`s3/${name}`)})`);
    expect(codeOf("s3", "deployment", name)).toContain(`-sb 's3/x'\\''"; rm`);
    expect(codeOf("s3", "curl", name)).toContain(
      "/name/x'%22%3B%20rm%20-rf%20%2F%0A%7B%7B%20evil%20%7D%7D".replace("'", "'\\''"),
    );
    expect(parse(codeOf("s3", "yaml", name) ?? "").storage._block_document_name).toBe(name);
  });

  it("keeps names that YAML would read as something else", () => {
    for (const name of ["2024", "no", "1e5"]) {
      expect(parse(codeOf("process", "yaml", name) ?? "").infrastructure._block_document_name).toBe(name);
    }
  });
});
