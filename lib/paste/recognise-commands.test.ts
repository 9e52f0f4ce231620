import { describe, expect, test } from "vitest";
import { facts, read } from "@/lib/paste/testing-read";

describe("a docker run command", () => {
  test("every flag with a field, both ways of quoting, lines that go on", async () => {
    const text = `$ sudo docker run --rm -it --name etl -e LOG_LEVEL=DEBUG --env 'GREETING=hello world' \\
  -e "QUOTED=say \\"hi\\"" -v /srv/data:/data --mount type=bind,source=/etc/x,target=/x,readonly \\
  --network backend --network host -m 512m --memory-swap=1g --privileged -l team=data \\
  --gpus all -p 8080:80 --env-file .env -e TOKEN registry.example.com/flows:1.4 python -m "my flow" | tee log`;
    const { format, sources } = await read(text);
    expect(format).toBe("docker-run");
    expect(sources?.[0]?.facts).toEqual({
      "docker.image": "registry.example.com/flows:1.4",
      "docker.command": ["python", "-m", "my flow"],
      "docker.env": { LOG_LEVEL: "DEBUG", GREETING: "hello world", QUOTED: 'say "hi"' },
      "docker.volumes": ["/srv/data:/data", "/etc/x:/x:ro"],
      "docker.networks": ["backend"],
      "docker.networkMode": "host",
      "docker.name": "etl",
      "docker.memory": "512m",
      "docker.memorySwap": "1g",
      "docker.privileged": true,
      "docker.autoRemove": true,
      "docker.labels": { team: "data" },
    });
    expect(sources?.[0]?.ignored).toEqual(["--gpus", "-p", "--env-file", "--env TOKEN without a value"]);
  });

  test.each([
    ["PowerShell", "docker run `\n  -e A=1 `\n  img"],
    ["cmd", "docker run ^\r\n  -e A=1 ^\r\n  img"],
    ["short flags together", "podman run -dite A=1 img"],
    ["joined", "docker container run -eA=1 img"],
  ])("%s", async (_name, text) => {
    expect(await facts(text)).toEqual({ "docker.image": "img", "docker.env": { A: "1" } });
  });

  test("a Windows path keeps its backslashes, a size in bytes is a number", async () => {
    expect(await facts("docker run -v C:\\data:/data -m 1024 img")).toEqual({
      "docker.image": "img",
      "docker.volumes": ["C:\\data:/data"],
      "docker.memory": 1024,
    });
  });
});

describe("signing in to a registry", () => {
  test("docker login", async () => {
    expect(await facts("docker login -u ada --password=pw registry.example.com")).toEqual({
      "registry.url": "registry.example.com",
      "registry.username": "ada",
      "registry.password": "pw",
    });
  });

  test("the config file of Docker: one source for each registry", async () => {
    const { sources } = await read(
      JSON.stringify({ auths: { a: { auth: btoa("ada:p:w") }, b: {}, c: { auth: "%%%" } } }),
    );
    expect(sources).toEqual([
      {
        label: "a",
        ignored: [],
        facts: { "registry.url": "a", "registry.username": "ada", "registry.password": "p:w" },
      },
    ]);
  });
});

describe("a repository", () => {
  test.each([
    [
      "https://github.com/o/r",
      { "github.url": "https://github.com/o/r", "git.url": "https://github.com/o/r" },
    ],
    ["https://github.com/o/r/tree/main", { "github.url": "https://github.com/o/r", "git.reference": "main" }],
    ["https://github.com/o/r/releases/tag/v1.2", { "git.reference": "v1.2" }],
    ["git@github.com:o/r.git", { "github.url": "git@github.com:o/r.git" }],
    [
      "ssh://git@gitlab.example.com:2222/o/r.git",
      { "gitlab.url": "ssh://git@gitlab.example.com:2222/o/r.git" },
    ],
    [
      "https://gitlab.com/group/sub/r/-/tree/dev/src",
      { "gitlab.url": "https://gitlab.com/group/sub/r", "git.reference": "dev" },
    ],
    [
      "https://bitbucket.org/o/r/src/main/x",
      { "bitbucket.url": "https://bitbucket.org/o/r", "git.reference": "main" },
    ],
    [
      "git clone --depth 1 -b v2 https://x-access-token:tok@github.com/o/r.git dir",
      { "github.url": "https://github.com/o/r.git", "github.token": "tok", "git.reference": "v2" },
    ],
    ["gh repo clone o/r", { "github.url": "https://github.com/o/r" }],
    ["git clone https://code.example.com/o/r", { "git.url": "https://code.example.com/o/r" }],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toMatchObject({ format: "git-url" });
    expect(await facts(text)).toMatchObject(expected);
  });

  test("a token never stays in the address", async () => {
    const found = await facts("https://ada:canary@gitlab.com/o/r.git");
    expect(found["gitlab.url"]).toBe("https://gitlab.com/o/r.git");
    expect(found["gitlab.token"]).toBe("canary");
  });
});

describe("a network path", () => {
  test.each([
    ["\\\\files\\finance\\exports", { "smb.host": "files", "smb.sharePath": "/finance/exports" }],
    ["//files/finance/", { "smb.host": "files", "smb.sharePath": "/finance" }],
    [
      "smb://CORP;ada:p%40w@files.example.com:1445/finance/exports",
      {
        "smb.host": "files.example.com",
        "smb.username": "ada",
        "smb.password": "p@w",
        "smb.port": 1445,
        "storage.url": "smb://files.example.com:1445/finance/exports",
      },
    ],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toMatchObject({ format: "smb-path" });
    expect(await facts(text)).toMatchObject(expected);
  });
});

describe("a database URL", () => {
  test.each([
    [
      "postgresql+asyncpg://ada:p%2Fw@db.example.com:5432/shop?sslmode=require",
      {
        "database.driver": "postgresql+asyncpg",
        "database.host": "db.example.com",
        "database.port": "5432",
        "database.name": "shop",
        "database.username": "ada",
        "database.password": "p/w",
        "database.query": { sslmode: "require" },
      },
    ],
    ["postgres://db/shop", { "database.driver": "postgresql", "database.name": "shop" }],
    ["mysql://ada:p@ss/w#rd@db/shop", { "database.password": "p@ss/w#rd", "database.host": "db" }],
    [
      "jdbc:postgresql://db:5432/shop?user=ada&password=pw",
      { "database.username": "ada", "database.password": "pw" },
    ],
    ["sqlite:////var/lib/shop.db", { "database.driver": "sqlite", "database.name": "/var/lib/shop.db" }],
    [
      "snowflake://ada:pw@acme-eu1/shop/public?warehouse=wh&role=etl",
      {
        "snowflake.account": "acme-eu1",
        "snowflake.user": "ada",
        "snowflake.database": "shop",
        "snowflake.schema": "public",
        "snowflake.warehouse": "wh",
        "snowflake.role": "etl",
      },
    ],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toMatchObject({ format: "database-url" });
    expect(await facts(text)).toMatchObject(expected);
  });
});
