// Makes the pictures of the README from the real product: `npm run screenshots`.
// Runs against PREFECT_API_URL (with-server.mjs starts an empty server), fills it with example blocks.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { prepareChromium } from "./prepare-chromium.mjs";

const api = process.env.PREFECT_API_URL;
if (!api) throw new Error("Set PREFECT_API_URL, or run this through scripts/with-server.mjs.");
const base = api.replace(/\/api$/, "");
const folder = "docs/screenshots";

const examples = [
  ["secret", "stripe-api-key", { value: "example" }],
  ["slack-webhook", "data-oncall", { url: "https://hooks.slack.example/services/T0/B0/X" }],
  [
    "github",
    "dbt-transforms",
    { repository: "https://github.com/acme/dbt-transforms.git", reference: "main" },
  ],
  ["local-file-system", "scratch", { basepath: "/srv/scratch" }],
  ["json", "feature-flags", { value: { beta: true } }],
  ["process", "local-runner", { command: ["python", "-m", "prefect.engine"], working_dir: "/srv/flows" }],
  [
    "docker-container",
    "etl-runner",
    {
      image: "ghcr.io/acme/etl:2026.05",
      image_pull_policy: "ALWAYS",
      env: { LOG_LEVEL: "INFO", PYTHONUNBUFFERED: "1" },
      volumes: ["/srv/cache:/cache"],
      mem_limit: "2g",
    },
  ],
  ["gcs", "landing-zone", { bucket_path: "acme-landing/raw", project: "acme-data" }],
  [
    "s3",
    "log-test",
    { bucket_path: "acme-flows/logs", aws_access_key_id: "example", aws_secret_access_key: "example" },
  ],
];

const ids = {};
for (const [slug, name, data] of examples) ids[name] = await create(slug, name, data);

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await prepareChromium(() => Promise.resolve(false)),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const colorScheme of ["light", "dark"]) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await shoot(page, "/blocks", `list-${colorScheme}`);
  await shoot(page, "/blocks/catalog", `catalogue-${colorScheme}`);
  await shoot(page, `/blocks/block/${ids["log-test"]}`, `details-${colorScheme}`);
  await shoot(page, "/blocks/catalog/docker-container/create", `create-${colorScheme}`);
  await context.close();
}
await browser.close();

async function shoot(page, path, name) {
  await page.goto(base + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function create(slug, name, data) {
  const type = await call("GET", `/block_types/slug/${slug}`);
  const [schema] = await call("POST", "/block_schemas/filter", {
    block_schemas: { block_type_id: { any_: [type.id] } },
    limit: 1,
  });
  const body = { name, data, block_type_id: type.id, block_schema_id: schema.id };
  return (await call("POST", "/block_documents/", body)).id;
}

async function call(method, path, body) {
  const init = body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {};
  const answer = await fetch(api + path, { method, ...init });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}
