import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { azure } from "@/lib/catalog/types/azure";
import { bitbucketCredentials } from "@/lib/catalog/types/bitbucket-credentials";
import { bitbucketRepository } from "@/lib/catalog/types/bitbucket-repository";
import { databaseCredentials } from "@/lib/catalog/types/database-credentials";
import { databricksCredentials } from "@/lib/catalog/types/databricks-credentials";
import { dateTime } from "@/lib/catalog/types/date-time";
import { dockerContainer } from "@/lib/catalog/types/docker-container";
import { dockerRegistry } from "@/lib/catalog/types/docker-registry";
import { gcs } from "@/lib/catalog/types/gcs";
import { github } from "@/lib/catalog/types/github";
import { json } from "@/lib/catalog/types/json";
import { kubernetesClusterConfig } from "@/lib/catalog/types/kubernetes-cluster-config";
import { kubernetesJob } from "@/lib/catalog/types/kubernetes-job";
import { localFileSystem } from "@/lib/catalog/types/local-file-system";
import { process } from "@/lib/catalog/types/process";
import { remoteFileSystem } from "@/lib/catalog/types/remote-file-system";
import { s3 } from "@/lib/catalog/types/s3";
import { secret } from "@/lib/catalog/types/secret";
import { slackWebhook } from "@/lib/catalog/types/slack-webhook";
import { smb } from "@/lib/catalog/types/smb";
import { snowflakeConnector } from "@/lib/catalog/types/snowflake-connector";
import { snowflakeCredentials } from "@/lib/catalog/types/snowflake-credentials";
import { sqlalchemyConnector } from "@/lib/catalog/types/sqlalchemy-connector";
import { string } from "@/lib/catalog/types/string";
import { webhook } from "@/lib/catalog/types/webhook";

/** Every built-in block type. A type that others refer to stands before them, so that seeding meets it first. */
export const catalog: readonly CatalogEntry[] = [
  remoteFileSystem,
  localFileSystem,
  s3,
  azure,
  gcs,
  smb,
  github,
  dockerRegistry,
  dockerContainer,
  kubernetesClusterConfig,
  kubernetesJob,
  process,
  secret,
  json,
  string,
  dateTime,
  webhook,
  slackWebhook,
  bitbucketCredentials,
  bitbucketRepository,
  databaseCredentials,
  sqlalchemyConnector,
  databricksCredentials,
  snowflakeCredentials,
  snowflakeConnector,
];

const bySlug: ReadonlyMap<string, CatalogEntry> = new Map(catalog.map((entry) => [entry.slug, entry]));

export function findCatalogEntry(slug: string): CatalogEntry | undefined {
  return bySlug.get(slug);
}
