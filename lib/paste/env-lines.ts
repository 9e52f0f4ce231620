import { withFsspecSettings } from "@/lib/paste/aws-credentials";
import { readDatabaseUrl } from "@/lib/paste/database-url";
import { type FactName, factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";

const factOfVariable: ReadonlyMap<string, FactName> = new Map([
  ["AWS_ACCESS_KEY_ID", "aws.accessKeyId"],
  ["AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey"],
  ["AWS_SESSION_TOKEN", "aws.sessionToken"],
  ["AWS_DEFAULT_REGION", "aws.region"],
  ["AWS_REGION", "aws.region"],
  ["AWS_PROFILE", "aws.profile"],
  ["AWS_ENDPOINT_URL", "aws.endpointUrl"],
  ["AWS_ENDPOINT_URL_S3", "aws.endpointUrl"],
  ["MINIO_ROOT_USER", "minio.user"],
  ["MINIO_ROOT_PASSWORD", "minio.password"],
  ["MINIO_ACCESS_KEY", "minio.user"],
  ["MINIO_SECRET_KEY", "minio.password"],
  ["AZURE_STORAGE_CONNECTION_STRING", "azure.connectionString"],
  ["AZURE_STORAGE_ACCOUNT", "azure.account"],
  ["AZURE_STORAGE_ACCOUNT_NAME", "azure.account"],
  ["AZURE_STORAGE_KEY", "azure.accountKey"],
  ["AZURE_STORAGE_ACCOUNT_KEY", "azure.accountKey"],
  ["AZURE_TENANT_ID", "azure.tenantId"],
  ["AZURE_CLIENT_ID", "azure.clientId"],
  ["AZURE_CLIENT_SECRET", "azure.clientSecret"],
  ["GOOGLE_APPLICATION_CREDENTIALS", "gcp.serviceAccountFile"],
  ["GOOGLE_CLOUD_PROJECT", "gcp.projectId"],
  ["GITHUB_TOKEN", "github.token"],
  ["GH_TOKEN", "github.token"],
  ["GITLAB_TOKEN", "gitlab.token"],
  ["PGHOST", "database.host"],
  ["PGPORT", "database.port"],
  ["PGUSER", "database.username"],
  ["PGPASSWORD", "database.password"],
  ["PGDATABASE", "database.name"],
  ["SNOWFLAKE_ACCOUNT", "snowflake.account"],
  ["SNOWFLAKE_USER", "snowflake.user"],
  ["SNOWFLAKE_PASSWORD", "snowflake.password"],
  ["SNOWFLAKE_DATABASE", "snowflake.database"],
  ["SNOWFLAKE_SCHEMA", "snowflake.schema"],
  ["SNOWFLAKE_WAREHOUSE", "snowflake.warehouse"],
  ["SNOWFLAKE_ROLE", "snowflake.role"],
]);

/** Every fact that a variable can say, so that a form knows whether such lines help it. */
export const factsOfVariables: readonly FactName[] = [...new Set(factOfVariable.values())];

/** Shell, cmd and PowerShell, in this order: `export K=V`, `set K=V`, `$env:K = "V"`. */
const assignments = [
  /^\$env:([A-Za-z_]\w*)\s*=\s*([\s\S]*)$/i,
  /^set\s+"([A-Za-z_]\w*)=([\s\S]*)"$/i,
  /^(?:export|set|setenv|declare\s+-x)\s+([A-Za-z_]\w*)=([\s\S]*)$/i,
  /^([A-Za-z_]\w*)=([\s\S]*)$/,
] as const;

/** Lines that set variables, of which at least one is known. Undefined when a line sets none. */
export function readEnvLines(text: string): PasteSources | undefined {
  const said: Partial<Record<FactName, string>> = {};
  const ignored: string[] = [];
  for (const line of joinQuoted(text.split(/\r?\n/))) {
    const row = line.trim().replace(/^[$>]\s+/, "");
    if (row === "" || row.startsWith("#")) continue;
    const assigned = readAssignment(row);
    if (!assigned) return undefined;
    const fact = factOfVariable.get(assigned.name.toUpperCase());
    if (fact !== undefined) said[fact] = assigned.value;
    else if (!Object.assign(said, databaseFacts(assigned))["database.url"]) ignored.push(assigned.name);
  }
  const facts = factsOf(said);
  return onlySource(withFsspecSettings(facts), ignored);
}

type Assigned = { readonly name: string; readonly value: string };

function readAssignment(row: string): Assigned | undefined {
  for (const pattern of assignments) {
    const [, name, value] = pattern.exec(row) ?? [];
    if (name !== undefined && value !== undefined) return { name, value: unquoted(value) };
  }
  return undefined;
}

/** `DATABASE_URL` says all at once. */
function databaseFacts({ name, value }: Assigned): Partial<Record<FactName, string>> {
  if (!/^(?:DATABASE_URL|SQLALCHEMY_DATABASE_URI)$/i.test(name)) return {};
  const facts = readDatabaseUrl(value)?.[0].facts;
  return facts ? Object.fromEntries(facts) : {};
}

/** A value in quotes may go over several lines. */
function joinQuoted(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open: { readonly quote: string; text: string } | undefined;
  for (const line of lines) {
    if (open) {
      open.text += `\n${line}`;
      if (!line.includes(open.quote)) continue;
      joined.push(open.text);
      open = undefined;
      continue;
    }
    const quote = /=\s*(["'])[^"']*$/.exec(line)?.[1];
    if (quote === undefined) joined.push(line);
    else open = { quote, text: line };
  }
  return open ? [...joined, open.text] : joined;
}

function unquoted(text: string): string {
  const value = text.trim().replace(/;$/, "").trim();
  const [, single] = /^'([^']*)'(?:\s+#.*)?$/.exec(value) ?? [];
  if (single !== undefined) return single;
  const [, double] = /^"((?:[^"\\]|\\[\s\S])*)"(?:\s+#.*)?$/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(["\\$`])/g, "$1");
  const comment = value.search(/\s#/);
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}
