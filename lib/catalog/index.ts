import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { awsCredentials } from "@/lib/catalog/types/aws-credentials";
import { awsSecret } from "@/lib/catalog/types/aws-secret";
import { azure } from "@/lib/catalog/types/azure";
import { azureBlobStorageContainer } from "@/lib/catalog/types/azure-blob-storage-container";
import { azureBlobStorageCredentials } from "@/lib/catalog/types/azure-blob-storage-credentials";
import { azureContainerInstanceCredentials } from "@/lib/catalog/types/azure-container-instance-credentials";
import { azureContainerInstanceJob } from "@/lib/catalog/types/azure-container-instance-job";
import { azureCosmosDbCredentials } from "@/lib/catalog/types/azure-cosmos-db-credentials";
import { azuremlCredentials } from "@/lib/catalog/types/azureml-credentials";
import { bigqueryWarehouse } from "@/lib/catalog/types/bigquery-warehouse";
import { bitbucketCredentials } from "@/lib/catalog/types/bitbucket-credentials";
import { bitbucketRepository } from "@/lib/catalog/types/bitbucket-repository";
import { cloudRunJob } from "@/lib/catalog/types/cloud-run-job";
import { customWebhook } from "@/lib/catalog/types/custom-webhook";
import { databaseCredentials } from "@/lib/catalog/types/database-credentials";
import { databricksCredentials } from "@/lib/catalog/types/databricks-credentials";
import { dateTime } from "@/lib/catalog/types/date-time";
import { dbtCliBigqueryTargetConfigs } from "@/lib/catalog/types/dbt-cli-bigquery-target-configs";
import { dbtCliGlobalConfigs } from "@/lib/catalog/types/dbt-cli-global-configs";
import { dbtCliPostgresTargetConfigs } from "@/lib/catalog/types/dbt-cli-postgres-target-configs";
import { dbtCliProfile } from "@/lib/catalog/types/dbt-cli-profile";
import { dbtCliSnowflakeTargetConfigs } from "@/lib/catalog/types/dbt-cli-snowflake-target-configs";
import { dbtCliTargetConfigs } from "@/lib/catalog/types/dbt-cli-target-configs";
import { dbtCloudCredentials } from "@/lib/catalog/types/dbt-cloud-credentials";
import { dbtCoreOperation } from "@/lib/catalog/types/dbt-core-operation";
import { discordWebhook } from "@/lib/catalog/types/discord-webhook";
import { dockerContainer } from "@/lib/catalog/types/docker-container";
import { dockerHost } from "@/lib/catalog/types/docker-host";
import { dockerRegistry } from "@/lib/catalog/types/docker-registry";
import { dockerRegistryCredentials } from "@/lib/catalog/types/docker-registry-credentials";
import { ecsTask } from "@/lib/catalog/types/ecs-task";
import { emailServerCredentials } from "@/lib/catalog/types/email-server-credentials";
import { gcpCredentials } from "@/lib/catalog/types/gcp-credentials";
import { gcpsecret } from "@/lib/catalog/types/gcpsecret";
import { gcs } from "@/lib/catalog/types/gcs";
import { gcsBucket } from "@/lib/catalog/types/gcs-bucket";
import { github } from "@/lib/catalog/types/github";
import { githubCredentials } from "@/lib/catalog/types/github-credentials";
import { githubRepository } from "@/lib/catalog/types/github-repository";
import { gitlabCredentials } from "@/lib/catalog/types/gitlab-credentials";
import { gitlabRepository } from "@/lib/catalog/types/gitlab-repository";
import { json } from "@/lib/catalog/types/json";
import { kubernetesClusterConfig } from "@/lib/catalog/types/kubernetes-cluster-config";
import { kubernetesCredentials } from "@/lib/catalog/types/kubernetes-credentials";
import { kubernetesJob } from "@/lib/catalog/types/kubernetes-job";
import { lambdaFunction } from "@/lib/catalog/types/lambda-function";
import { localFileSystem } from "@/lib/catalog/types/local-file-system";
import { mattermostWebhook } from "@/lib/catalog/types/mattermost-webhook";
import { minioCredentials } from "@/lib/catalog/types/minio-credentials";
import { msTeamsWebhook } from "@/lib/catalog/types/ms-teams-webhook";
import { opsgenieWebhook } from "@/lib/catalog/types/opsgenie-webhook";
import { pagerDutyWebhook } from "@/lib/catalog/types/pager-duty-webhook";
import { process } from "@/lib/catalog/types/process";
import { remoteFileSystem } from "@/lib/catalog/types/remote-file-system";
import { s3 } from "@/lib/catalog/types/s3";
import { s3Bucket } from "@/lib/catalog/types/s3-bucket";
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
import { vertexAiCustomTrainingJob } from "@/lib/catalog/types/vertex-ai-custom-training-job";
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
  awsCredentials,
  minioCredentials,
  awsSecret,
  s3Bucket,
  ecsTask,
  lambdaFunction,
  azureBlobStorageCredentials,
  azureBlobStorageContainer,
  azureContainerInstanceCredentials,
  azureContainerInstanceJob,
  azureCosmosDbCredentials,
  azuremlCredentials,
  gcpCredentials,
  gcsBucket,
  gcpsecret,
  bigqueryWarehouse,
  cloudRunJob,
  vertexAiCustomTrainingJob,
  dockerHost,
  dockerRegistryCredentials,
  kubernetesCredentials,
  githubCredentials,
  githubRepository,
  gitlabCredentials,
  gitlabRepository,
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
  dbtCliBigqueryTargetConfigs,
  dbtCliProfile,
  dbtCoreOperation,
];

const bySlug: ReadonlyMap<string, CatalogEntry> = new Map(catalog.map((entry) => [entry.slug, entry]));

export function findCatalogEntry(slug: string): CatalogEntry | undefined {
  return bySlug.get(slug);
}
