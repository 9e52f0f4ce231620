import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runClient, runPrefect, startS3 } from "./support/clients.ts";
import { fillField } from "./support/fill-form.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeDataDir, startServer } from "./support/server.ts";

test.describe("the real Prefect 2.20 client", () => {
  test.setTimeout(180_000);

  test("runs the copied snippet of an S3 block that was made in the browser, and writes to a real S3 server", async ({
    page,
    context,
    server,
  }) => {
    const s3 = await startS3();
    const folder = await mkdtemp(join(tmpdir(), "blockyard-snippet-"));
    const env = { ...s3.env, PREFECT_API_URL: server.apiUrl };
    await runClient("s3_object.py", ["make", "log-test-bucket"], env);

    await page.goto("/blocks/catalog/s3/create");
    await page.getByLabel("Block name").fill("log-test");
    await page.getByLabel("Bucket Path").fill("log-test-bucket");
    await page.getByLabel("AWS Access Key ID").fill("testing");
    await page.getByLabel("AWS Secret Access Key").fill("testing");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\//);

    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    expect(snippet).toContain('Block.load("s3/log-test")');
    await writeFile(join(folder, "snippet.py"), snippet);

    const printed = await runClient(
      "write_with_snippet.py",
      [join(folder, "snippet.py"), "dir/hello.txt", "Hello Marvin!"],
      env,
    );
    expect(JSON.parse(printed)).toEqual({
      class: "S3",
      fields: {
        bucket_path: "log-test-bucket",
        aws_access_key_id: "testing",
        aws_secret_access_key: "testing",
      },
      read: "Hello Marvin!",
    });
    const stored = await runClient("s3_object.py", ["read", "log-test-bucket", "dir/hello.txt"], env);
    expect(stored).toBe("Hello Marvin!");

    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("a remote file system with settings, made in the browser, writes to the same kind of server", async ({
    page,
    server,
  }) => {
    const s3 = await startS3();
    const folder = await mkdtemp(join(tmpdir(), "blockyard-snippet-"));
    await runClient("s3_object.py", ["make", "remote-bucket"], s3.env);

    await page.goto("/blocks/catalog/remote-file-system/create");
    await page.getByLabel("Block name").fill("remote");
    await page.getByLabel("Basepath").fill("s3://remote-bucket/inner");
    const values = [
      ["key", "testing"],
      ["secret", "testing"],
      [
        "client_kwargs",
        JSON.stringify({ endpoint_url: s3.env["AWS_ENDPOINT_URL"], region_name: "us-east-1" }),
      ],
    ] as const;
    await fillField(page, { pairs: "Settings", add: "Add setting", values });
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/\/blocks\/block\//);

    const snippet =
      'from prefect.blocks.core import Block\nblock = Block.load("remote-file-system/remote")\n';
    await writeFile(join(folder, "snippet.py"), snippet);
    // The client knows the server and nothing of S3: endpoint and keys come out of the block.
    const env = { PREFECT_API_URL: server.apiUrl };
    await runClient("write_with_snippet.py", [join(folder, "snippet.py"), "note.txt", "stored"], env);
    const stored = await runClient("s3_object.py", ["read", "remote-bucket", "inner/note.txt"], s3.env);
    expect(stored).toBe("stored");

    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("after `prefect block register` and a restart the catalogue reads as before", async ({ browser }) => {
    const dataDir = await makeDataDir();
    const seen = async (url: string) => {
      const page = await browser.newPage();
      await page.goto(`${url}/blocks/catalog`);
      const cards = await page.getByRole("main").textContent();
      await page.goto(`${url}/blocks/catalog/s3/create`);
      const form = await page.getByRole("main").textContent();
      await page.close();
      return `${cards}\n${form}`;
    };
    const textOf = async (apiUrl: string) => await (await fetch(`${apiUrl}/block_types/slug/s3`)).text();

    const first = await startServer({ dataDir });
    const before = await seen(first.url);
    await runPrefect(["block", "register", "-m", "prefect.filesystems"], { PREFECT_API_URL: first.apiUrl });
    expect(await textOf(first.apiUrl), "the API keeps the client's own text").toContain(
      "DEPRECATION WARNING",
    );
    expect(await seen(first.url)).toBe(before);
    await first.stop();

    const second = await startServer({ dataDir });
    expect(await seen(second.url)).toBe(before);
    expect(await textOf(second.apiUrl), "seeding does not overwrite").toContain("DEPRECATION WARNING");
    await second.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});
