/** Together they have every kind of field that the catalogue has; a test holds that. The others are tried as well before a change lands. */
export const twelveTypes: readonly string[] = [
  "aws-credentials",
  "azure-container-instance-job",
  "custom-webhook",
  "database-credentials",
  "date-time",
  "docker-container",
  "email-server-credentials",
  "kubernetes-job",
  "opsgenie-webhook",
  "s3-bucket",
  "sqlalchemy-connector",
  "vertex-ai-custom-training-job",
];
