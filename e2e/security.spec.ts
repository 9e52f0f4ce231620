import { rm } from "node:fs/promises";
import { type Api, createApi } from "./support/api.ts";
import { referenceTo, registerType } from "./support/blocks.ts";
import { deepSecrets } from "./support/deep-secrets.ts";
import { expect, test } from "./support/fixtures.ts";
import { findLeaks } from "./support/leaks.ts";
import { makeDataDir, startServer } from "./support/server.ts";
import { recordTraffic } from "./support/traffic.ts";

test.describe("the content security policy", () => {
  test("allows scripts by a nonce of this request only, and nothing from elsewhere", async ({
    server,
    api,
  }) => {
    const { id } = await api.createBlock("s3", "log-test", { bucket_path: "logs" });
    const nonces = new Set<string>();
    const paths = ["/blocks", "/blocks/catalog", "/blocks/catalog/s3", "/blocks/catalog/s3/create"];
    for (const path of [...paths, `/blocks/block/${id}`, `/blocks/block/${id}/edit`, "/no/such/page"]) {
      const answer = await fetch(server.url + path);
      const policy = answer.headers.get("content-security-policy") ?? "";
      const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src")) ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(scripts, path).not.toContain("unsafe-inline");
      const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? "";
      expect(nonce.length, path).toBeGreaterThan(16);
      nonces.add(nonce);

      const html = await answer.text();
      const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(tags.length, path).toBeGreaterThan(0);
      for (const tag of tags) expect(tag, path).toContain(`nonce="${nonce}"`);
      expect(html, path).not.toMatch(/<[a-z][^<>]*\son[a-z]+\s*=/i);
      expect(html, path).not.toMatch(/<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?\/\//);
      for (const header of ["x-content-type-options", "referrer-policy"]) {
        expect(answer.headers.get(header), `${path} ${header}`).not.toBeNull();
      }
      expect(answer.headers.get("x-powered-by"), path).toBeNull();
    }
    expect(nonces.size).toBe(paths.length + 3);
  });

  test("texts of others never become markup or script", async ({ page, api }) => {
    const attack = `"><img src=x onerror="window.pwned=1"></script><script>window.pwned=1</script>{{1}}`;
    const { id } = await api.createBlock("string", "attack", { value: attack, [attack]: attack });
    for (const path of [
      `/blocks/block/${id}`,
      `/blocks/block/${id}/edit`,
      `/blocks?q=${encodeURIComponent(attack)}`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => "pwned" in window), path).toBe(false);
      await expect(page.locator("img[src='x']")).toHaveCount(0);
    }
  });
});

test("pages of other sites get no CORS headers and no answer", async ({ server }) => {
  const elsewhere = { origin: "https://evil.example" };
  for (const [method, path] of [
    ["GET", "/blocks"],
    ["GET", "/api/block_types/slug/s3"],
    ["OPTIONS", "/api/block_documents/"],
    ["POST", "/api/block_documents/filter"],
    ["POST", "/blocks/catalog/s3/create"],
  ] as const) {
    const headers = {
      ...elsewhere,
      "access-control-request-method": "POST",
      "content-type": "application/json",
    };
    const answer = await fetch(server.url + path, {
      method,
      headers,
      ...(method === "POST" && { body: "{}" }),
    });
    expect(answer.status, path).toBe(403);
    for (const name of answer.headers.keys()) expect(name, path).not.toMatch(/^access-control-/);
  }
  const own = await fetch(`${server.apiUrl}/health`, { headers: { origin: server.url } });
  expect(own.status).toBe(200);
  expect([...own.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

const word = "kanarie";

/** Blocks with the word in every kind of secret: top level, keys of a dict, below a reference, in lists, inlined. */
async function createSecrets(api: Api): Promise<readonly { readonly id: string; readonly slug: string }[]> {
  await registerType(api, deepSecrets);
  const account = { user: "someone", password: `${word}-nested` };
  const registry = { username: "robot", password: `${word}-registry`, registry_url: "ghcr.io" };
  const made = await api.createBlock("docker-registry", "ghcr", registry);
  const blocks = [
    { slug: "docker-registry", made },
    {
      slug: "s3",
      data: { bucket_path: "logs", aws_access_key_id: `${word}-id`, aws_secret_access_key: `${word}-key` },
    },
    {
      slug: "webhook",
      data: { url: `https://e.x/${word}-url`, headers: { Authorization: `${word}-header` } },
    },
    { slug: "secret", data: { value: `${word}-value\n${word}-second-line` } },
    { slug: "docker-container", data: { image_registry: referenceTo(made) } },
    { slug: "docker-container", name: "inlined", data: { image_registry: registry } },
    {
      slug: "deep-secrets",
      data: { account, accounts: [account, account], tokens: [`${word}-a`, `${word}-b`], either: account },
    },
    // A secret where the schema wants a text.
    {
      slug: "s3",
      name: "odd",
      data: { bucket_path: "x", aws_secret_access_key: { inner: [`${word}-odd`] } },
    },
  ];
  const ids: { id: string; slug: string }[] = [];
  for (const { slug, name = "holder", data, made: already } of blocks) {
    ids.push({ slug, id: (already ?? (await api.createBlock(slug, name, data))).id });
  }
  return ids;
}

test("a secret is in no page, page data, prefetch, error or log line, at any depth", async ({ browser }) => {
  const dataDir = await makeDataDir();
  const server = await startServer({ dataDir, env: { LOG_LEVEL: "debug" } });
  const api = createApi(server.apiUrl);
  const blocks = await createSecrets(api);
  const leaks: string[] = [];
  const look = (from: string, text: string) => {
    for (const leak of findLeaks(text, word, Buffer.from(word).toString("base64").slice(0, 8))) {
      leaks.push(`${from}: ${leak}`);
    }
  };

  const paths = [
    ...["/blocks", `/blocks?q=${word.slice(0, 4)}`, "/blocks/catalog", "/blocks/catalog/deep-secrets"],
    ...blocks.flatMap(({ id, slug }) => [
      `/blocks/block/${id}`,
      `/blocks/block/${id}/edit`,
      `/blocks/catalog/${slug}/create?from=${id}`,
      `/blocks/catalog/${slug}`,
    ]),
  ];
  const flavours: readonly Record<string, string>[] = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  ];
  const fetchPage = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(server.url + path, { headers });
    expect(answer.status, path).toBe(200);
    look(`${path} ${JSON.stringify(headers)}`, await answer.text());
  };
  for (const path of new Set(paths)) {
    await Promise.all(flavours.map((headers) => fetchPage(path, headers)));
  }

  // Answers of the API without include_secrets, and errors about bodies that hold a secret.
  for (const { id } of blocks) {
    look(`API ${id}`, await (await fetch(`${server.apiUrl}/block_documents/${id}`)).text());
  }
  const post = async (path: string, body: string) => {
    const init = { method: "POST", body, headers: { "content-type": "application/json" } };
    const answer = await fetch(server.apiUrl + path, init);
    look(`POST ${path} ${answer.status}`, await answer.text());
    return answer.status;
  };
  expect(await post("/block_documents/filter", "{}")).toBe(200);
  const data = { value: `${word}-refused` };
  expect(await post("/block_documents/", JSON.stringify({ name: "Not A Slug", data }))).toBe(422);
  expect(await post("/block_documents/", JSON.stringify({ name: "x", data, block_type_id: "no-uuid" }))).toBe(
    422,
  );
  expect(await post("/block_documents/", `{"data": {"value": "${word}"`)).toBe(422);

  // The browser, with what it fetches by itself.
  const page = await browser.newPage({ baseURL: server.url });
  const traffic = recordTraffic(page);
  await page.goto("/blocks");
  for (const { id } of blocks) {
    await page.goto(`/blocks/block/${id}`);
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeEnabled();
    look(`DOM of ${id}`, await page.content());
  }
  look("traffic", await traffic());
  await page.close();

  expect(server.output()).toContain("block_documents");
  look("log", server.output());
  expect(leaks).toEqual([]);
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});
