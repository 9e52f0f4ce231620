import { z } from "zod";
import { DomainError, type Issue } from "@/lib/errors";
import { type EncryptionKey, parseEncryptionKey } from "@/lib/secrets/cipher";

/** How Blockyard runs. Made once at start from the environment; secrets in it are of class Secret. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** As given: relative to the working directory unless absolute. */
  readonly dataDir: string;
  /** From the environment; empty when the key file of the data directory is to be used. The first one encrypts. */
  readonly encryptionKeys: readonly EncryptionKey[];
  /** Names, or names with a port, that the Host header may hold beside the loopback names. Lower case. */
  readonly allowedHosts: readonly string[];
  /** Origins of other sites whose pages may use the API, as browsers write them. */
  readonly corsOrigins: readonly string[];
  readonly isInsecureBindAllowed: boolean;
  readonly logLevel: LogLevel;
  /** Makes runs from schedules and marks late ones. */
  readonly isSchedulerOn: boolean;
  readonly serverName: string;
};

const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every setting. The default is the text that stands in `.env.example` and docs/settings.md; tests hold them together. */
export const settings = z.object({
  /** Port to listen on. */
  PORT: z
    .string()
    .default("4200")
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535, {
      error: (fault) => `${quote(fault.input)} is no port. Give a whole number from 1 to 65535.`,
    })
    .transform(Number),

  /** Address to listen on. Anyone who reaches it can read every secret, so anything but this machine is refused. */
  HOST: z.string().default("127.0.0.1"),

  /** Directory of the database and the encryption key; created when missing. A backup is this directory. */
  BLOCKYARD_DATA_DIR: z.string().default("./data"),

  /** Not in use yet: the database is SQLite in the data directory. PostgreSQL comes with a later version. */
  DATABASE_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined, {
      error: (fault) =>
        /^postgres(ql)?:/i.test(String(fault.input))
          ? "PostgreSQL comes with a later version of Blockyard. Unset DATABASE_URL to use SQLite in the data directory."
          : "this kind of database is not supported. Unset DATABASE_URL to use SQLite in the data directory.",
    }),

  /** Keys that encrypt block data, separated by commas; the first one encrypts, all of them decrypt. Replaces the key file. */
  BLOCKYARD_ENCRYPTION_KEYS: z.string().default("").transform(toEncryptionKeys),

  /** Further names under which browsers and clients reach this server, separated by commas, each with or without a port. */
  BLOCKYARD_ALLOWED_HOSTS: z.string().default("").transform(toAllowedHosts),

  /** Origins of other sites whose pages may read and change everything through the API, separated by commas. */
  BLOCKYARD_CORS_ORIGINS: z.string().default("").transform(toOrigins),

  /** 1 allows a HOST other than loopback. Only where something else keeps strangers out: there is no login yet. */
  BLOCKYARD_INSECURE_BIND: z
    .string()
    .default("0")
    .refine((text) => text === "0" || text === "1", {
      error: (fault) => `${quote(fault.input)} is not understood. Give 1 to allow it, or 0.`,
    })
    .transform((text) => text === "1"),

  /** Least important kind of line that is logged: silent, error, warn, info or debug. */
  LOG_LEVEL: z
    .enum(logLevels, {
      error: (fault) => `${quote(fault.input)} is no log level. Give one of ${logLevels.join(", ")}.`,
    })
    .default("info"),

  /** Whether this server makes the runs that schedules have due. One of several servers is enough, all of them may. */
  BLOCKYARD_SCHEDULER: z
    .enum(["on", "off"], { error: (fault) => `${quote(fault.input)} is not understood. Give on or off.` })
    .default("on")
    .transform((text) => text === "on"),

  /** A short label for this server, shown in the user interface, for example production. */
  BLOCKYARD_SERVER_NAME: z
    .string()
    .default("local")
    .refine((text) => text.length <= 40, { error: "it has more than 40 characters. Give a shorter label." }),
});

const checkedSettings = settings.refine(
  ({ HOST, BLOCKYARD_INSECURE_BIND }) => BLOCKYARD_INSECURE_BIND === true || isLoopback(HOST),
  {
    path: ["HOST"],
    error: (fault) =>
      `${quote(readHost(fault.input))} can be reached from other machines, and Blockyard has no login yet: anyone there could read every secret. ` +
      "Use 127.0.0.1, or set BLOCKYARD_INSECURE_BIND=1 where a proxy or a firewall keeps strangers out.",
    // Also when another setting is wrong: all faults are listed at once.
    when: () => true,
  },
);

/**
 * Reads the settings; an empty text counts as unset.
 * @throws DomainError invalid that lists every fault: the variable, the reason, the remedy. Never a value that may be secret.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env)
    .map(([name, text]) => [name, text?.trim()] as const)
    .filter(([, text]) => text !== undefined && text !== "");
  const result = checkedSettings.safeParse(Object.fromEntries(given));
  if (!result.success) throw toConfigError(result.error.issues);
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.BLOCKYARD_DATA_DIR,
    encryptionKeys: values.BLOCKYARD_ENCRYPTION_KEYS,
    allowedHosts: [...values.BLOCKYARD_ALLOWED_HOSTS, ...ownNames(values.HOST)],
    corsOrigins: values.BLOCKYARD_CORS_ORIGINS,
    isInsecureBindAllowed: values.BLOCKYARD_INSECURE_BIND,
    logLevel: values.LOG_LEVEL,
    isSchedulerOn: values.BLOCKYARD_SCHEDULER,
    serverName: values.BLOCKYARD_SERVER_NAME,
  };
}

/** A server that listens on one address may be called by it. A wildcard is no name, loopback is always allowed. */
function ownNames(host: string): readonly string[] {
  const isWildcard = host === "0.0.0.0" || host === "::";
  if (isWildcard || isLoopback(host)) return [];
  return [host.includes(":") ? `[${host}]` : host.toLowerCase()];
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return bare === "localhost" || bare === "::1" || /^127(\.\d{1,3}){3}$/.test(bare);
}

function toConfigError(faults: readonly { path: readonly PropertyKey[]; message: string }[]): DomainError {
  const issues: Issue[] = faults.map((fault) => ({ path: fault.path.map(String), message: fault.message }));
  const lines = issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  const count = issues.length === 1 ? "one setting is" : `${issues.length} settings are`;
  return new DomainError("invalid", `Blockyard cannot start, ${count} wrong:\n${lines.join("\n")}`, {
    issues,
  });
}

function toEncryptionKeys(text: string, context: z.RefinementCtx): EncryptionKey[] {
  return splitList(text).flatMap((part, index) => {
    const key = parseEncryptionKey(part);
    if (key) return [key];
    context.addIssue({
      code: "custom",
      message: `key ${index + 1} is malformed. Give 64 hexadecimal digits or 44 characters of base64, as made by: openssl rand -hex 32`,
    });
    return [];
  });
}

const hostWithPort = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:\d{1,5})?$/;

function toAllowedHosts(text: string, context: z.RefinementCtx): string[] {
  const hosts = splitList(text).map((part) => part.toLowerCase());
  for (const host of hosts.filter((part) => !hostWithPort.test(part))) {
    context.addIssue({
      code: "custom",
      message: `${quote(host)} is no host name. Give names without scheme and path, such as blocks.example.com or blocks.example.com:8443.`,
    });
  }
  return hosts;
}

/** In the spelling of browsers: lower case, no default port. `*` and `null` would let in anyone. */
function toOrigins(text: string, context: z.RefinementCtx): string[] {
  return splitList(text).flatMap((part) => {
    const url = /^https?:\/\/[^/?#@\\*]+$/i.test(part) ? URL.parse(part) : null;
    if (url) return [url.origin];
    context.addIssue({
      code: "custom",
      message: `${quote(part)} is no origin. Give scheme and host without path, such as https://tools.example.com or http://localhost:3000.`,
    });
    return [];
  });
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readHost(input: unknown): unknown {
  return typeof input === "object" && input !== null && "HOST" in input ? input.HOST : input;
}

function quote(value: unknown): string {
  return `"${String(value).slice(0, 100)}"`;
}
