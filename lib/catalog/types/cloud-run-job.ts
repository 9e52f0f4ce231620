import { defineBlockType } from "@/lib/catalog/define-block-type";

export const cloudRunJob = defineBlockType({
  slug: "cloud-run-job",
  name: "GCP Cloud Run Job",
  category: "Infrastructure",
  description: "Runs flows as jobs on Google Cloud Run, without machines to look after.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  deprecated: {
    successor: { name: "Cloud Run work pool" },
    note: "It works with every 2.x client and was removed in 3.0, where the Cloud Run work pool takes its place.",
  },
  logo: { family: "infra", icon: "googlecloud" },
  example: `from prefect_gcp.cloud_run import CloudRunJob

runner = CloudRunJob.load("cloud-run-eu")
print(runner.preview())  # the job as JSON`,
  documentationUrl: "https://cloud.google.com/run/docs/create-jobs",
  schema: {
    title: "CloudRunJob",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description: "Tells clients that this is a Cloud Run job. There is only this one value.",
        default: "cloud-run-job",
        enum: ["cloud-run-job"],
        type: "string",
      },
      env: {
        title: "Env",
        description:
          "Variables that the flow sees inside the container, such as `LOG_LEVEL=DEBUG`. The agent's own Prefect settings are passed on without being listed here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description:
          "Marks on the run for your own use, such as `team=data`. Cloud Run does not receive them.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "What the run is called in the agent's output, such as `orders`. The job on Cloud Run is named after the image, whatever stands here.",
        examples: ["orders"],
        type: "string",
      },
      command: {
        title: "Command",
        description:
          "What the container starts, one argument in each row. Leave it out unless you need a wrapper: the flow run is then started with `python -m prefect.engine`.",
        type: "array",
        items: { type: "string" },
      },
      image: {
        title: "Image Name",
        description:
          "The image to run, from Artifact Registry or Container Registry, with its tag: `europe-west1-docker.pkg.dev/acme-data-prod/flows/orders:1.4`.",
        examples: ["europe-west1-docker.pkg.dev/acme-data-prod/flows/orders:1.4"],
        type: "string",
      },
      region: {
        title: "Region",
        description:
          "The region that runs the job, such as `europe-west1`. It cannot be left out, because each region has an address of its own.",
        examples: ["europe-west1"],
        type: "string",
      },
      credentials: { $ref: "#/definitions/GcpCredentials" },
      cpu: {
        title: "CPU",
        description: "How many virtual CPUs the job gets, for example 2. Without it Cloud Run gives it one.",
        type: "integer",
      },
      memory: {
        title: "Memory",
        description:
          "How much memory the job gets, in the unit of the next field, for example 2 with `Gi`. Set both or neither. Without it Cloud Run gives it 512 MiB.",
        type: "integer",
      },
      memory_unit: {
        title: "Memory Units",
        description:
          "The unit of the memory: `Gi` and `Mi` count in steps of 1024, `G` and `M` in steps of 1000. Set it whenever Memory is set, and only then.",
        enum: ["G", "Gi", "M", "Mi"],
        type: "string",
      },
      vpc_connector_name: {
        title: "VPC Connector Name",
        description:
          "A serverless VPC connector, such as `flows-connector`, with which the job reaches private addresses of your network. Without it the job reaches only public ones.",
        examples: ["flows-connector"],
        type: "string",
      },
      args: {
        title: "Args",
        description:
          "Arguments that are put behind the command, one in each row. Without it the command stands alone.",
        type: "array",
        items: { type: "string" },
      },
      keep_job: {
        title: "Keep Job After Completion",
        description:
          "On: the job stays in the console after the run, with its definition. Off: it is deleted. The logs stay either way.",
        default: false,
        type: "boolean",
      },
      timeout: {
        title: "Job Timeout",
        description:
          "How many seconds a run may take, at most 3600. After that Cloud Run stops it and the agent no longer waits.",
        default: 600,
        exclusiveMinimum: 0,
        maximum: 3600,
        type: "integer",
      },
      max_retries: {
        title: "Max Retries",
        description:
          "How often Cloud Run starts the container again after a failure, from 0 to 10. Each start runs the whole flow from the beginning; 0 leaves retries to Prefect.",
        default: 3,
        minimum: 0,
        maximum: 10,
        type: "integer",
      },
    },
    required: ["image", "region", "credentials"],
    secret_fields: ["credentials.service_account_info.*"],
  },
  references: { credentials: ["gcp-credentials"] },
  fields: {
    image: { mono: true, position: 1 },
    region: { mono: true, position: 2 },
    credentials: {
      position: 3,
      help: "Who creates and starts the job, and in which project. The account needs the roles Cloud Run Developer and Service Account User.",
    },
    cpu: { position: 4, defaultLabel: "1" },
    memory: { position: 5, defaultLabel: "512 MiB" },
    memory_unit: { position: 6, defaultLabel: "none" },
    command: { mono: true, position: 7, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 8, entryLabel: "variable", defaultLabel: "none" },
    timeout: { position: 9 },
    max_retries: { position: 10 },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    args: { mono: true, advanced: true, entryLabel: "argument", defaultLabel: "none" },
    vpc_connector_name: { mono: true, advanced: true, defaultLabel: "public addresses only" },
    keep_job: { advanced: true },
  },
  pythonClass: { module: "prefect_gcp.cloud_run", name: "CloudRunJob" },
});
