import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { azure } from "@/lib/catalog/types/azure";
import { bitbucketCredentials } from "@/lib/catalog/types/bitbucket-credentials";
import { bitbucketRepository } from "@/lib/catalog/types/bitbucket-repository";
import { customWebhook } from "@/lib/catalog/types/custom-webhook";
import { databaseCredentials } from "@/lib/catalog/types/database-credentials";
import { databricksCredentials } from "@/lib/catalog/types/databricks-credentials";
import { dateTime } from "@/lib/catalog/types/date-time";
import { dbtCliGlobalConfigs } from "@/lib/catalog/types/dbt-cli-global-configs";
import { dbtCliPostgresTargetConfigs } from "@/lib/catalog/types/dbt-cli-postgres-target-configs";
import { dbtCliSnowflakeTargetConfigs } from "@/lib/catalog/types/dbt-cli-snowflake-target-configs";
import { dbtCliTargetConfigs } from "@/lib/catalog/types/dbt-cli-target-configs";
import { dbtCloudCredentials } from "@/lib/catalog/types/dbt-cloud-credentials";
import { discordWebhook } from "@/lib/catalog/types/discord-webhook";
import { dockerContainer } from "@/lib/catalog/types/docker-container";
import { dockerRegistry } from "@/lib/catalog/types/docker-registry";
import { emailServerCredentials } from "@/lib/catalog/types/email-server-credentials";
import { gcs } from "@/lib/catalog/types/gcs";
import { github } from "@/lib/catalog/types/github";
import { json } from "@/lib/catalog/types/json";
import { kubernetesClusterConfig } from "@/lib/catalog/types/kubernetes-cluster-config";
import { kubernetesJob } from "@/lib/catalog/types/kubernetes-job";
import { localFileSystem } from "@/lib/catalog/types/local-file-system";
import { mattermostWebhook } from "@/lib/catalog/types/mattermost-webhook";
import { msTeamsWebhook } from "@/lib/catalog/types/ms-teams-webhook";
import { opsgenieWebhook } from "@/lib/catalog/types/opsgenie-webhook";
import { pagerDutyWebhook } from "@/lib/catalog/types/pager-duty-webhook";
import { process } from "@/lib/catalog/types/process";
import { remoteFileSystem } from "@/lib/catalog/types/remote-file-system";
import { s3 } from "@/lib/catalog/types/s3";
import { secret } from "@/lib/catalog/types/secret";
import { sendgridEmail } from "@/lib/catalog/types/sendgrid-email";
import { shellOperation } from "@/lib/catalog/types/shell-operation";
import { slackCredentials } from "@/lib/catalog/types/slack-credentials";
import { slackWebhook } from "@/lib/catalog/types/slack-webhook";
import { smb } from "@/lib/catalog/types/smb";
import { snowflakeConnector } from "@/lib/catalog/types/snowflake-connector";
import { snowflakeCredentials } from "@/lib/catalog/types/snowflake-credentials";
import { sqlalchemyConnector } from "@/lib/catalog/types/sqlalchemy-connector";
import { string } from "@/lib/catalog/types/string";
import { twilioSms } from "@/lib/catalog/types/twilio-sms";
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
  slackCredentials,
  emailServerCredentials,
  shellOperation,
  customWebhook,
  discordWebhook,
  mattermostWebhook,
  msTeamsWebhook,
  opsgenieWebhook,
  pagerDutyWebhook,
  sendgridEmail,
  twilioSms,
  dbtCloudCredentials,
  dbtCliGlobalConfigs,
  dbtCliPostgresTargetConfigs,
  dbtCliSnowflakeTargetConfigs,
  dbtCliTargetConfigs,
];

const bySlug: ReadonlyMap<string, CatalogEntry> = new Map(catalog.map((entry) => [entry.slug, entry]));

export function findCatalogEntry(slug: string): CatalogEntry | undefined {
  return bySlug.get(slug);
}
