import { registerType, removeType } from "./support/blocks.ts";
import { allowClipboard, paste } from "./support/clipboard.ts";
import { deepSecrets } from "./support/deep-secrets.ts";
import { expect, test } from "./support/fixtures.ts";
import { formPage } from "./support/form-page.ts";
import { findLeaks } from "./support/leaks.ts";
import { recordTraffic } from "./support/traffic.ts";

// What reads like a credential in a free dict is masked, or offered to be, and stays masked wherever it is read.

type Shown = { readonly data: Record<string, unknown> };
const hidden = "********";
const byName = (slug: string, name: string) => `/block_types/slug/${slug}/block_documents/name/${name}`;

test("a variable that reads like a credential is masked as soon as it is named, others on request", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  const traffic = recordTraffic(page);
  await page.goto("/blocks/catalog/docker-container/create");
  await form.name.fill("masked");
  const env = form.field("Environment");
  await env.getByRole("button", { name: "Add variable" }).click();
  await form.text("Key 1").fill("API_TOKEN");
  await page.keyboard.press("Enter");
  const token = page.getByLabel("Value of API_TOKEN");
  await expect(token).toBeFocused();
  await expect(token).toHaveAttribute("type", "password");
  await expect(env).toContainText("Masked because of its name.");
  await page.keyboard.type("kanarie-token");
  await page.keyboard.press("Enter");
  await page.keyboard.type("LEVEL");
  await page.keyboard.press("Enter");
  await page.keyboard.type("info");
  await page.keyboard.press("Enter");
  await page.keyboard.type("NICKNAME");
  await page.keyboard.press("Enter");
  await page.keyboard.type("kanarie-nick");
  await env.getByRole("button", { name: "Mask NICKNAME" }).click();
  await expect(page.getByLabel("Value of NICKNAME")).toHaveAttribute("type", "password");
  await page.keyboard.press("Enter");
  await page.keyboard.type("TEST_PASSWORD");
  await page.keyboard.press("Enter");
  await page.keyboard.type("open-after-all");
  await env.getByRole("button", { name: "Do not mask TEST_PASSWORD" }).click();
  await expect(page.getByLabel("Value of TEST_PASSWORD")).toHaveAttribute("type", "text");
  await expect(page.getByLabel("Value of TEST_PASSWORD")).toHaveValue("open-after-all");
  await form.create();

  const shown = (await api.call("GET", byName("docker-container", "masked"))).body as Shown;
  const open = { LEVEL: "info", TEST_PASSWORD: "open-after-all" };
  expect(shown.data["env"]).toEqual({ API_TOKEN: hidden, NICKNAME: hidden, ...open });
  const clear = (await api.readBlock("docker-container", "masked"))?.data["env"];
  expect(clear).toEqual({ API_TOKEN: "kanarie-token", NICKNAME: "kanarie-nick", ...open });
  await expect(page.getByRole("main")).toContainText("open-after-all");
  await page.reload();
  expect(findLeaks(await traffic(), "kanarie-token")).toEqual([]);
});

test("a masked variable is kept, replaced and shown again like any secret", async ({ page, api }) => {
  const form = formPage(page);
  await allowClipboard(page);
  await page.goto("/blocks/catalog/docker-container/create");
  await form.name.fill("edited");
  const env = form.field("Environment");
  await env.getByRole("button", { name: "Add variable" }).click();
  await paste(page, "DB_PASSWORD=kanarie-one\nLEVEL=info\nSECOND_SECRET=kanarie-two\n");
  await expect(env.locator("input[type=password]")).toHaveCount(2);
  await form.create();

  const { id } = (await api.readBlock("docker-container", "edited")) ?? { id: "" };
  const html = await (await page.goto(`/blocks/block/${id}/edit`))?.text();
  expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
  await expect(env.getByText(/^Set, changed/)).toHaveCount(2);
  expect(await form.readInputs()).not.toMatch(/kanarie|\*\*/);
  const rows = env.locator("[data-row]");
  await expect(rows.nth(0).getByRole("button", { name: /mask/i })).toHaveCount(0);
  await rows.nth(0).getByRole("button", { name: "Replace" }).click();
  await page.getByLabel("Value of DB_PASSWORD").fill("kanarie-new");
  await rows.nth(2).getByRole("button", { name: "Replace" }).click();
  await page.getByLabel("Value of SECOND_SECRET").fill("no secret any more");
  await page.getByRole("button", { name: "Do not mask SECOND_SECRET" }).click();
  await page.getByLabel("Value of LEVEL").fill("debug");
  await form.save();
  const shown = (await api.call("GET", byName("docker-container", "edited"))).body as Shown;
  const open = { LEVEL: "debug", SECOND_SECRET: "no secret any more" };
  expect(shown.data["env"]).toEqual({ DB_PASSWORD: hidden, ...open });
  const clear = (await api.readBlock("docker-container", "edited"))?.data["env"];
  expect(clear).toEqual({ DB_PASSWORD: "kanarie-new", ...open });
});

test("a credential that a client stored openly is offered to be masked, and the review says so", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  const { id } = await api.createBlock("docker-container", "offered", {
    env: { API_KEY: "kanarie-open", LEVEL: "info" },
  });
  await page.goto(`/blocks/block/${id}/edit`);
  const env = form.field("Environment");
  await expect(page.getByLabel("Value of API_KEY")).toHaveValue("kanarie-open");
  await expect(env).toContainText("This looks like a credential.");
  await env.getByRole("button", { name: "Mask it: API_KEY" }).click();
  await expect(env.locator("[data-row]").first()).toContainText("Set");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("The same value, masked from now on");
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(new RegExp(`/blocks/block/${id}$`));
  const html = await (await page.reload())?.text();
  expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
  const list = JSON.stringify((await api.call("POST", "/block_documents/filter", {})).body);
  expect(findLeaks(list, "kanarie")).toEqual([]);
  expect((await api.readBlock("docker-container", "offered"))?.data["env"]).toEqual({
    API_KEY: "kanarie-open",
    LEVEL: "info",
  });
});

test("settings of a file system are masked by what they are called, at every depth", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/remote-file-system/create");
  await form.name.fill("minio");
  await page.getByLabel("Basepath").fill("s3://reports");
  const settings = form.field("Settings");
  await settings.getByRole("button", { name: "Add setting" }).click();
  await form.text("Key 1").fill("secret");
  await page.keyboard.press("Enter");
  await page.keyboard.type("kanarie-secret");
  await expect(settings).toContainText("Always masked in this field.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("client_kwargs");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(
    '{"endpoint_url":"https://e.x","aws_secret_access_key":"kanarie-inner","retries":3}',
  );
  await expect(settings).toContainText("What looks like a credential in it is always masked.");
  await form.create();
  const shown = (await api.call("GET", byName("remote-file-system", "minio"))).body as Shown & { id: string };
  expect(shown.data["settings"]).toEqual({
    secret: hidden,
    client_kwargs: { endpoint_url: "https://e.x", aws_secret_access_key: hidden, retries: 3 },
  });

  await page.goto(`/blocks/block/${shown.id}/edit`);
  const kwargs = page.getByLabel("Value of client_kwargs");
  await kwargs.fill((await kwargs.inputValue()).replace("3", "5"));
  await form.save();
  expect((await api.readBlock("remote-file-system", "minio"))?.data["settings"]).toEqual({
    secret: "kanarie-secret",
    client_kwargs: {
      endpoint_url: "https://e.x",
      aws_secret_access_key: "kanarie-inner",
      retries: 5,
    },
  });
});

test("a kubeconfig is a secret as a whole: set, replaced from an editor, never shown", async ({
  page,
  api,
}) => {
  const form = formPage(page);
  await page.goto("/blocks/catalog/kubernetes-cluster-config/create");
  await form.name.fill("eu");
  await page.getByLabel("Config", { exact: true }).fill("users:\n  - user: {token: kanarie-kube}\n");
  await page.getByLabel("Context Name").fill("eu");
  await form.create();
  const { id } = (await api.readBlock("kubernetes-cluster-config", "eu")) ?? { id: "" };
  const html = await (await page.goto(`/blocks/block/${id}/edit`))?.text();
  expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
  const config = form.field("Config");
  await expect(config).toContainText("Set, changed");
  await page.getByLabel("Context Name").fill("us");
  await form.save();
  expect((await api.readBlock("kubernetes-cluster-config", "eu"))?.data).toEqual({
    config: { users: [{ user: { token: "kanarie-kube" } }] },
    context_name: "us",
  });
  await page.goto(`/blocks/block/${id}/edit`);
  await config.getByRole("button", { name: "Replace" }).click();
  await page.getByLabel("Config", { exact: true }).and(page.locator("textarea")).fill("users: []\n");
  await form.save();
  expect((await api.readBlock("kubernetes-cluster-config", "eu"))?.data["config"]).toEqual({ users: [] });
});

test("each secret of a list is kept, replaced or removed by itself", async ({ page, api }) => {
  const form = formPage(page);
  await registerType(api, deepSecrets);
  const tokens = ["kanarie-1", "kanarie-2", "kanarie-3"];
  const { id } = await api.createBlock(deepSecrets.slug, "list", { tokens });
  await page.goto(`/blocks/block/${id}/edit`);
  const rows = form.field("Tokens").locator("[data-row]");
  await expect(rows).toHaveCount(3);
  await rows.nth(1).getByRole("button", { name: "Replace" }).click();
  await form.field("Tokens").locator("input[type=password]").fill("typed");
  await page.getByRole("button", { name: "Remove Token 1", exact: true }).click();
  await form.save();
  expect((await api.readBlock(deepSecrets.slug, "list"))?.data).toEqual({ tokens: ["typed", "kanarie-3"] });
  const html = await (await page.reload())?.text();
  expect(findLeaks(html ?? "", "kanarie")).toEqual([]);
  await removeType(api, deepSecrets.slug);
});
