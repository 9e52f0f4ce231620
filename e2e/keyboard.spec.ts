import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { tabTo } from "./support/keyboard.ts";
import { untilReady } from "./support/ready.ts";

test("a Kubernetes Job is created without a mouse: rows, a choice, a reference, Advanced and a manifest", async ({
  page,
  api,
}) => {
  await api.createBlock("kubernetes-cluster-config", "prod", {
    config: { clusters: [] },
    context_name: "prod",
  });
  const form = formPage(page);
  const { keyboard } = page;
  await page.goto("/blocks/catalog/kubernetes-job/create");
  await untilReady(page);

  await tabTo(page, form.name);
  await keyboard.type("nightly");
  await tabTo(page, form.text("Image"));
  await keyboard.type("ghcr.io/acme/etl:1");
  await tabTo(page, page.getByLabel("Image Pull Policy", { exact: true }));
  await keyboard.type("Al");
  await expect(page.getByLabel("Image Pull Policy", { exact: true })).toHaveValue(/Always/);

  const clusterConfig = form.field("Cluster Config");
  await tabTo(page, clusterConfig.getByRole("button").first());
  await keyboard.press("Enter");
  await keyboard.type("prod");
  await expect(page.getByRole("option", { name: "prod" })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(clusterConfig).toContainText("prod");

  const env = form.field("Environment");
  await tabTo(page, env.getByRole("button", { name: "Add variable" }));
  await keyboard.press("Enter");
  await keyboard.type("LOG_LEVEL");
  await keyboard.press("Enter");
  await keyboard.type("INFO");
  await keyboard.press("Enter");
  await keyboard.type("REGION");
  await keyboard.press("Enter");
  await keyboard.type("eu");

  const command = form.field("Command");
  await tabTo(page, command.getByRole("button", { name: "Add argument" }));
  await keyboard.press("Enter");
  await keyboard.type("orders");
  await keyboard.press("Enter");
  await keyboard.type("run");
  await keyboard.press("Shift+Tab");
  await expect(command.getByRole("button", { name: "Move Argument 2", exact: true })).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("ArrowUp");
  await keyboard.press("Space");

  await tabTo(page, page.locator("form details > summary"));
  await keyboard.press("Enter");
  await tabTo(page, form.text("Base Job Manifest"));
  await keyboard.type("kind: Job\nmetadata: {labels: {}}");
  await tabTo(page, page.getByRole("button", { name: "Create", exact: true }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/blocks\/block\/[0-9a-f-]{36}$/);

  const { config, context_name } = (await api.readBlock("kubernetes-cluster-config", "prod"))?.data ?? {};
  expect((await api.readBlock("kubernetes-job", "nightly"))?.data).toEqual({
    image: "ghcr.io/acme/etl:1",
    image_pull_policy: "Always",
    cluster_config: { config, context_name },
    env: { LOG_LEVEL: "INFO", REGION: "eu" },
    command: ["run", "orders"],
    job: { kind: "Job", metadata: { labels: {} } },
  });
});
