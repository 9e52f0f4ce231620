import type { Json } from "@/lib/json";

// What a pasted text says, in words of no block type: a parser writes facts, a form takes those that it has fields for.

/** How each fact is called where it found no field: "Not used: region." */
export const factTitles = {
  "aws.accessKeyId": "access key ID",
  "aws.secretAccessKey": "secret access key",
  "aws.sessionToken": "session token",
  "aws.region": "region",
  "aws.profile": "profile",
  "aws.endpointUrl": "endpoint",
  "aws.fsspecSettings": "keys",
  "minio.user": "user",
  "minio.password": "password",
  "s3.bucket": "bucket",
  "s3.folder": "folder",
  "s3.path": "path",
  "gs.bucket": "bucket",
  "gs.folder": "folder",
  "gs.path": "path",
  "azure.container": "container",
  "azure.folder": "folder",
  "azure.path": "path",
  "azure.account": "storage account",
  "azure.accountKey": "account key",
  "azure.accountUrl": "account address",
  "azure.connectionString": "connection string",
  "azure.tenantId": "tenant ID",
  "azure.clientId": "client ID",
  "azure.clientSecret": "client secret",
  "cosmos.connectionString": "connection string",
  "storage.url": "address",
  "gcp.serviceAccount": "service account key",
  "gcp.serviceAccountFile": "key file",
  "gcp.projectId": "project",
  "gcp.clientEmail": "service account",
  "kubernetes.config": "kubeconfig",
  "kubernetes.contextName": "context",
  "kubernetes.namespace": "namespace",
  "docker.image": "image",
  "docker.command": "command",
  "docker.env": "variables",
  "docker.volumes": "volumes",
  "docker.networks": "network",
  "docker.networkMode": "network mode",
  "docker.name": "name",
  "docker.memory": "memory",
  "docker.memorySwap": "memory and swap",
  "docker.privileged": "--privileged",
  "docker.autoRemove": "--rm",
  "docker.labels": "labels",
  "registry.url": "registry",
  "registry.username": "user",
  "registry.password": "password",
  "git.url": "address",
  "github.url": "address",
  "gitlab.url": "address",
  "bitbucket.url": "address",
  "git.reference": "branch",
  "git.username": "user",
  "github.token": "token",
  "gitlab.token": "token",
  "bitbucket.token": "token",
  "git.token": "token",
  "smb.host": "host",
  "smb.sharePath": "share",
  "smb.port": "port",
  "smb.username": "user",
  "smb.password": "password",
  "database.driver": "driver",
  "database.host": "host",
  "database.port": "port",
  "database.name": "database",
  "database.username": "user",
  "database.password": "password",
  "database.query": "parameters",
  "database.parts": "address",
  "database.url": "address",
  "snowflake.account": "account",
  "snowflake.user": "user",
  "snowflake.password": "password",
  "snowflake.database": "database",
  "snowflake.schema": "schema",
  "snowflake.warehouse": "warehouse",
  "snowflake.role": "role",
} as const;

export type FactName = keyof typeof factTitles;
export type Facts = ReadonlyMap<FactName, Json>;

/** One that a person can choose: a profile, a context, or all there is. */
export type PasteSource = {
  /** "production"; "" when there is only one. */
  readonly label: string;
  readonly facts: Facts;
  /** Parts that nothing stands for: "--env-file", "role_arn". */
  readonly ignored: readonly string[];
};

/** Sources in which to look first come first; there is at least one. */
export type PasteSources = readonly [PasteSource, ...PasteSource[]];

const secretFacts: ReadonlySet<FactName> = new Set<FactName>([
  "aws.secretAccessKey",
  "aws.sessionToken",
  "aws.fsspecSettings",
  "minio.password",
  "azure.accountKey",
  "azure.connectionString",
  "azure.clientSecret",
  "cosmos.connectionString",
  "gcp.serviceAccount",
  "kubernetes.config",
  "registry.password",
  "git.token",
  "github.token",
  "gitlab.token",
  "bitbucket.token",
  "smb.password",
  "database.password",
  "database.parts",
  "database.url",
  "snowflake.password",
]);

/** Its value is never shown outside the input that it goes into. */
export function isSecretFact(name: FactName): boolean {
  return secretFacts.has(name);
}

const parts: Partial<Record<FactName, readonly FactName[]>> = {
  "aws.fsspecSettings": ["aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken", "aws.endpointUrl"],
  "s3.path": ["s3.bucket", "s3.folder"],
  "gs.path": ["gs.bucket", "gs.folder"],
  "azure.path": ["azure.container", "azure.folder"],
  "azure.accountUrl": ["azure.account"],
  "storage.url": [
    "s3.bucket",
    "s3.folder",
    "gs.bucket",
    "gs.folder",
    "azure.container",
    "azure.folder",
    "azure.account",
    "smb.host",
    "smb.sharePath",
    "smb.port",
  ],
  "gcp.serviceAccount": ["gcp.projectId", "gcp.clientEmail"],
  "github.url": ["git.url"],
  "gitlab.url": ["git.url"],
  "bitbucket.url": ["git.url"],
  "github.token": ["git.token"],
  "gitlab.token": ["git.token"],
  "bitbucket.token": ["git.token"],
  "database.parts": [
    "database.driver",
    "database.host",
    "database.port",
    "database.name",
    "database.username",
    "database.password",
    "database.query",
  ],
  "database.url": [
    "database.driver",
    "database.host",
    "database.port",
    "database.name",
    "database.username",
    "database.password",
    "database.query",
  ],
};

/** Titles of what was said and went nowhere. A fact that is a part of a used one, or only sums up others, is not missing. */
export function unusedTitles(facts: Facts, used: ReadonlySet<FactName>): readonly string[] {
  const covered = new Set<FactName>([...used].flatMap((name) => [name, ...(parts[name] ?? [])]));
  const missing = [...facts.keys()].filter((name) => {
    const inside = parts[name] ?? [];
    return !covered.has(name) && !inside.some((part) => facts.has(part));
  });
  return [...new Set(missing.map((name) => factTitles[name]))];
}

/** Facts without those that were not said. */
export function factsOf(said: Partial<Record<FactName, Json | undefined>>): Facts {
  const facts = new Map<FactName, Json>();
  for (const name of factNames) {
    const value = said[name];
    if (value !== undefined && value !== "") facts.set(name, value);
  }
  return facts;
}

const factNames = Object.keys(factTitles).filter((name): name is FactName => name in factTitles);

/** The one source of a text that says one thing. */
export function onlySource(facts: Facts, ignored: readonly string[] = []): PasteSources | undefined {
  return facts.size === 0 ? undefined : [{ label: "", facts, ignored }];
}
