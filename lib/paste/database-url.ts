import { factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";
import { decoded, readAuthority, trimSlashes } from "@/lib/paste/url-parts";

const schemes = [
  "postgresql",
  "postgres",
  "mysql",
  "mariadb",
  "mssql",
  "sqlserver",
  "oracle",
  "sqlite",
  "redshift",
  "snowflake",
  "trino",
  "clickhouse",
  "cockroachdb",
  "databricks",
  "mongodb",
  "redis",
  "amqp",
] as const;
const pattern = new RegExp(
  String.raw`^(?:jdbc:)?((?:${schemes.join("|")})s?(?:\+\w+)?):\/\/([^/?#]*(?:@[^/?#]*)?)(\/[^?#]*)?(?:\?([^#]*))?$`,
  "i",
);
/** A password with a raw slash or hash: everything up to the last `@` is the account. */
const rawPattern = new RegExp(
  String.raw`^(?:jdbc:)?((?:${schemes.join("|")})s?(?:\+\w+)?):\/\/([^?\s]*@[^/?#@]*)(\/[^?#]*)?(?:\?([^#]*))?$`,
  "i",
);

/** `postgresql://user:password@host:5432/database?sslmode=require`, also with a driver or as JDBC writes it. */
export function readDatabaseUrl(text: string): PasteSources | undefined {
  const url = text.trim();
  if (url.length > 4096 || /\s/.test(url)) return undefined;
  const [, scheme, authority, path = "", search = ""] = rawPattern.exec(url) ?? pattern.exec(url) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  const query = readQuery(search);
  const {
    username = query.get("user"),
    password = query.get("password"),
    host,
    port,
  } = readAuthority(authority);
  query.delete("user");
  query.delete("password");
  // Four slashes are an absolute path in SQLite, three a relative one.
  const isFile = /^sqlite/i.test(scheme);
  const name = decoded(isFile ? path.replace(/^\//, "") : trimSlashes(path));
  if (/^snowflake/i.test(scheme))
    return readSnowflake({ account: host, user: username, password, name, query });
  if (host === "" && name === "") return undefined;
  const said = {
    driver: driverOf(scheme),
    database: name,
    username,
    password,
    host,
    port,
    query: query.size > 0 ? query : undefined,
  };
  const parts = Object.entries(said).filter(([, value]) => value !== undefined && value !== "");
  return onlySource(
    factsOf({
      "database.driver": said.driver,
      "database.host": host,
      "database.port": port,
      "database.name": name,
      "database.username": username,
      "database.password": password,
      "database.query": said.query,
      "database.parts": new Map(parts.map(([key, value]) => [key, value ?? null])),
      "database.url": url,
    }),
  );
}

/** SQLAlchemy knows PostgreSQL by its long name only. */
function driverOf(scheme: string): string {
  return scheme.toLowerCase().replace(/^postgres(?=\+|$)/, "postgresql");
}

function readQuery(search: string): Map<string, string> {
  const pairs = search.split("&").filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    }),
  );
}

type Snowflake = {
  readonly account: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly name: string;
  readonly query: ReadonlyMap<string, string>;
};

function readSnowflake({ account, user, password, name, query }: Snowflake): PasteSources | undefined {
  const [database, schema] = name.split("/");
  const known = new Set(["warehouse", "role"]);
  return onlySource(
    factsOf({
      "snowflake.account": account.replace(/\.snowflakecomputing\.com$/i, ""),
      "snowflake.user": user,
      "snowflake.password": password,
      "snowflake.database": database,
      "snowflake.schema": schema,
      "snowflake.warehouse": query.get("warehouse"),
      "snowflake.role": query.get("role"),
    }),
    [...query.keys()].filter((key) => !known.has(key)),
  );
}
