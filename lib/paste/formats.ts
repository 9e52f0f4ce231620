import { factsOfVariables } from "@/lib/paste/env-lines";
import type { FactName } from "@/lib/paste/facts";

type Format = {
  /** "This looks like an AWS credentials file." */
  readonly text: string;
  /** A form without a field for any of them has no use for the format. */
  readonly mainFacts: readonly FactName[];
  /** What one of several sources is: "Profile". */
  readonly choice?: string;
};

/** Every kind of text that can fill a form, in the order in which they are named. */
export const formats = {
  "aws-credentials": {
    text: "an AWS credentials file",
    mainFacts: ["aws.accessKeyId", "aws.secretAccessKey", "aws.fsspecSettings"],
    choice: "Profile",
  },
  "env-lines": { text: "export lines", mainFacts: factsOfVariables },
  "object-url": {
    text: "a storage address",
    mainFacts: [
      "s3.bucket",
      "s3.path",
      "gs.bucket",
      "gs.path",
      "azure.container",
      "azure.path",
      "storage.url",
    ],
  },
  "service-account": {
    text: "a service account key",
    mainFacts: ["gcp.serviceAccount"],
  },
  "azure-connection-string": {
    text: "an Azure connection string",
    mainFacts: ["azure.connectionString", "cosmos.connectionString"],
  },
  kubeconfig: { text: "a kubeconfig", mainFacts: ["kubernetes.config"], choice: "Context" },
  "docker-run": { text: "a docker run command", mainFacts: ["docker.image"] },
  "docker-login": { text: "a docker login command", mainFacts: ["registry.password"] },
  "docker-config": {
    text: "a Docker config file",
    mainFacts: ["registry.password"],
    choice: "Registry",
  },
  "git-url": {
    text: "a repository address",
    mainFacts: ["git.url", "github.url", "gitlab.url", "bitbucket.url"],
  },
  "smb-path": { text: "a network path", mainFacts: ["smb.sharePath", "storage.url"] },
  "database-url": {
    text: "a database URL",
    mainFacts: ["database.host", "database.parts", "database.url", "snowflake.account", "snowflake.database"],
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** Names of the formats that say something to a form which has fields for these facts. */
export function formatsFor(wanted: ReadonlySet<FactName>): readonly FormatName[] {
  return formatNames.filter((name) => formats[name].mainFacts.some((fact) => wanted.has(fact)));
}

const formatNames = Object.keys(formats).filter((name): name is FormatName => name in formats);
