import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isLoopback, parseConfig, settings } from "@/lib/config/schema";
import { DomainError } from "@/lib/errors";

const key = "0123456789abcdef".repeat(4);

function faultsOf(env: Record<string, string>): DomainError {
  try {
    parseConfig(env);
  } catch (error) {
    if (DomainError.is(error)) return error;
    throw error;
  }
  throw new Error("expected these settings to be refused");
}

describe("parseConfig", () => {
  it("gives every setting its default", () => {
    expect(parseConfig({})).toEqual({
      port: 4200,
      host: "127.0.0.1",
      dataDir: "./data",
      encryptionKeys: [],
      allowedHosts: [],
      corsOrigins: [],
      isInsecureBindAllowed: false,
      logLevel: "info",
      isSchedulerOn: true,
      serverName: "local",
    });
  });

  it("treats an empty value as unset and trims the others", () => {
    const config = parseConfig({ PORT: "", DATABASE_URL: " ", HOST: " ::1 " });
    expect(config).toMatchObject({ port: 4200, host: "::1" });
  });

  it("lists all faults at once, each with variable, reason and remedy", () => {
    const error = faultsOf({
      PORT: "eighty",
      HOST: "0.0.0.0",
      DATABASE_URL: "mysql://u:hunter2@db/x",
      BLOCKYARD_ENCRYPTION_KEYS: `${key},hunter2`,
      BLOCKYARD_ALLOWED_HOSTS: "https://blocks.example.com/",
      BLOCKYARD_CORS_ORIGINS: "https://tools.example.com,*",
      BLOCKYARD_INSECURE_BIND: "yes",
      LOG_LEVEL: "loud",
      BLOCKYARD_SERVER_NAME: "x".repeat(41),
    });
    expect(error.code).toBe("invalid");
    expect(error.issues.map((issue) => issue.path[0]).sort()).toEqual([
      "BLOCKYARD_ALLOWED_HOSTS",
      "BLOCKYARD_CORS_ORIGINS",
      "BLOCKYARD_ENCRYPTION_KEYS",
      "BLOCKYARD_INSECURE_BIND",
      "BLOCKYARD_SERVER_NAME",
      "DATABASE_URL",
      "HOST",
      "LOG_LEVEL",
      "PORT",
    ]);
    expect(error.message).toContain("9 settings are wrong");
    expect(error.message).toContain('PORT: "eighty" is no port. Give a whole number from 1 to 65535.');
    expect(error.message).toContain('HOST: "0.0.0.0" can be reached from other machines');
    expect(error.message).not.toContain("hunter2");
    expect(error.message).not.toContain(key);
  });

  it.each(["0", "65536", "80.5", "-1", "4200x"])("refuses port %s", (PORT) => {
    expect(faultsOf({ PORT }).message).toContain("PORT");
  });

  it.each(["postgresql://u:hunter2@db/x", "postgres://db/x"])("says that PostgreSQL comes later", (url) => {
    const error = faultsOf({ DATABASE_URL: url });
    expect(error.message).toContain("PostgreSQL comes with a later version");
    expect(error.message).not.toContain("hunter2");
  });

  it("lets another address through only with BLOCKYARD_INSECURE_BIND=1", () => {
    expect(faultsOf({ HOST: "0.0.0.0", BLOCKYARD_INSECURE_BIND: "0" }).message).toContain("HOST");
    expect(parseConfig({ HOST: "0.0.0.0", BLOCKYARD_INSECURE_BIND: "1" }).host).toBe("0.0.0.0");
  });

  it("keeps the order of keys and hides them", () => {
    const config = parseConfig({ BLOCKYARD_ENCRYPTION_KEYS: `${key}, ${"ff".repeat(32)}` });
    expect(config.encryptionKeys).toHaveLength(2);
    expect(config.encryptionKeys[0]?.key.reveal("test").toString("hex")).toBe(key);
    expect(`${config.encryptionKeys[0]?.key}`).toBe("********");
  });

  it("reads allowed hosts in lower case", () => {
    const config = parseConfig({ BLOCKYARD_ALLOWED_HOSTS: "Blocks.Example.com, [::2]:8443,10.0.0.1:80" });
    expect(config.allowedHosts).toEqual(["blocks.example.com", "[::2]:8443", "10.0.0.1:80"]);
  });

  it("reads origins as browsers write them", () => {
    const config = parseConfig({
      BLOCKYARD_CORS_ORIGINS: "HTTPS://Tools.Example.com:443, http://localhost:3000,http://[::1]:80",
    });
    expect(config.corsOrigins).toEqual([
      "https://tools.example.com",
      "http://localhost:3000",
      "http://[::1]",
    ]);
  });

  it.each([
    "*",
    "null",
    "tools.example.com",
    "https://tools.example.com/",
    "https://tools.example.com/app",
    "https://*.example.com",
    "https://user@tools.example.com",
    "https://",
    "https://a b",
    "ftp://tools.example.com",
    "file:///x",
  ])("refuses %s as an origin and says what one is", (origin) => {
    expect(faultsOf({ BLOCKYARD_CORS_ORIGINS: origin }).message).toContain(
      "such as https://tools.example.com",
    );
  });
});

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.1.2.3", "::1", "[::1]", "LOCALHOST"])("accepts %s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each(["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.com", "localhost.example.com", ""])(
    "refuses %s",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe("the documents about settings", () => {
  const names = Object.keys(settings.shape);
  const { properties = {} } = z.toJSONSchema(settings, { io: "input" });
  const defaultOf = (name: string): string => {
    const property = properties[name];
    return typeof property === "object" ? String(property.default ?? "") : "no such setting";
  };

  it(".env.example holds each setting once, commented out, with its default", () => {
    const lines = readFileSync(".env.example", "utf8").split("\n");
    const shown = lines.flatMap((line) => /^# ?([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
    expect(shown.filter((_, index) => index % 2 === 0)).toEqual(names);
    for (const [index, name] of names.entries()) {
      expect([name, shown[index * 2 + 1]]).toEqual([name, defaultOf(name)]);
    }
    expect(lines.filter((line) => /^[A-Z_]+=/.test(line))).toEqual([]);
  });

  it("docs/settings.md has a row for each setting, with its default", () => {
    const rows = readFileSync("docs/settings.md", "utf8").match(/^\| `[A-Z_]+` \|.*$/gm) ?? [];
    const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
    expect(cells.map((cell) => cell[1])).toEqual(names.map((name) => `\`${name}\``));
    for (const cell of cells) {
      const name = (cell[1] ?? "").replaceAll("`", "");
      const text = defaultOf(name);
      expect([name, cell[2]]).toEqual([name, text === "" ? "unset" : `\`${text}\``]);
      expect(cell[3]).toMatch(/^[A-Z].+\.$/);
    }
  });
});
