import { defineBlockType } from "@/lib/catalog/define-block-type";

export const vertexAiCustomTrainingJob = defineBlockType({
  slug: "vertex-ai-custom-training-job",
  name: "Vertex AI Custom Training Job",
  category: "Infrastructure",
  description: "Runs flows as custom training jobs on Google Vertex AI, with GPUs if needed.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  deprecated: {
    successor: { name: "Vertex AI work pool" },
    note: "It works with every 2.x client and was removed in 3.0, where the Vertex AI work pool takes its place.",
  },
  logo: { family: "infra", icon: "graph" },
  example: `from prefect_gcp.aiplatform import VertexAICustomTrainingJob

runner = VertexAICustomTrainingJob.load("training-gpu")
print(runner.preview())  # the job as it is sent to Google`,
  documentationUrl: "https://cloud.google.com/vertex-ai/docs/training/create-custom-job",
  schema: {
    title: "VertexAICustomTrainingJob",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description:
          "Tells clients that this is a Vertex AI custom training job. There is only this one value.",
        default: "vertex-ai-custom-training-job",
        enum: ["vertex-ai-custom-training-job"],
        type: "string",
      },
      env: {
        title: "Environment Variables",
        description:
          "Variables that the flow sees inside the container, such as `LOG_LEVEL=DEBUG`. The agent's own Prefect settings are passed on without being listed here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description:
          "Labels of the job, such as `team=data`, to find it in the console and in cost reports. Characters that Google does not allow are replaced. Labels that name the flow run are added by themselves.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "The start of the job's name, such as `orders`. A random part is appended. Without it the job is named after the flow run.",
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
      gcp_credentials: {
        title: "Gcp Credentials",
        description:
          "Who creates the job, and in which project. Without it the machine of the agent uses its own Google credentials.",
        allOf: [{ $ref: "#/definitions/GcpCredentials" }],
      },
      region: {
        title: "Region",
        description:
          "The region that runs the job, such as `europe-west4`. Not every region has every kind of GPU.",
        examples: ["europe-west4"],
        type: "string",
      },
      image: {
        title: "Image Name",
        description:
          "The image to run, from Artifact Registry or Container Registry, with its tag: `europe-west1-docker.pkg.dev/acme-data-prod/flows/orders:1.4`.",
        examples: ["europe-west1-docker.pkg.dev/acme-data-prod/flows/orders:1.4"],
        type: "string",
      },
      machine_type: {
        title: "Machine Type",
        description:
          "The Compute Engine machine to run on, such as `n1-standard-8` or `a2-highgpu-1g`: it fixes CPUs and memory.",
        default: "n1-standard-4",
        type: "string",
      },
      accelerator_type: {
        title: "Accelerator Type",
        description:
          "The kind of GPU to attach, such as `NVIDIA_TESLA_T4`. The machine type must allow it. Without it there is no GPU.",
        examples: ["NVIDIA_TESLA_T4"],
        type: "string",
      },
      accelerator_count: {
        title: "Accelerator Count",
        description:
          "How many GPUs to attach, for example 1. It counts only together with the accelerator type.",
        type: "integer",
      },
      boot_disk_type: {
        title: "Boot Disk Type",
        description: "The kind of boot disk: `pd-ssd` is fast, `pd-standard` is cheaper.",
        default: "pd-ssd",
        type: "string",
      },
      boot_disk_size_gb: {
        title: "Boot Disk Size",
        description:
          "The size of the boot disk in GB, for example 200. The image and all that the flow writes locally must fit on it.",
        default: 100,
        type: "integer",
      },
      maximum_run_time: {
        title: "Maximum Run Time",
        description:
          "How long the job may run, for example `PT24H` or 86400 for a day. Google stops a job that needs longer.",
        default: 604800.0,
        type: "number",
        format: "time-delta",
      },
      network: {
        title: "Network",
        description:
          "A VPC network that the job is peered with, by its full name: `projects/123456789/global/networks/flows`. Private services access must be set up for it. Without it the job reaches only public addresses.",
        examples: ["projects/123456789/global/networks/flows"],
        type: "string",
      },
      reserved_ip_ranges: {
        title: "Reserved Ip Ranges",
        description:
          "Named address ranges of that network that the job may use, one in each row: `vertex-range`. Without it any range of the network may be used.",
        type: "array",
        items: { type: "string" },
      },
      service_account: {
        title: "Service Account",
        description:
          "The account under which the flow runs inside the job, such as `trainer@acme-data-prod.iam.gserviceaccount.com`. The agent must be allowed to act as it. Without it the account of the credentials is used; the run fails when they name none.",
        examples: ["trainer@acme-data-prod.iam.gserviceaccount.com"],
        type: "string",
      },
      job_watch_poll_interval: {
        title: "Job Watch Poll Interval",
        description: "How many seconds lie between two looks at the state of the job.",
        default: 5.0,
        type: "number",
      },
    },
    required: ["region", "image"],
    secret_fields: ["gcp_credentials.service_account_info.*"],
  },
  references: { gcp_credentials: ["gcp-credentials"] },
  fields: {
    image: { mono: true, position: 1 },
    region: { mono: true, position: 2 },
    gcp_credentials: { position: 3, defaultLabel: "the credentials of the machine" },
    service_account: { mono: true, position: 4, defaultLabel: "the account of the credentials" },
    machine_type: { mono: true, position: 5 },
    accelerator_type: { mono: true, position: 6, defaultLabel: "no GPU" },
    accelerator_count: { position: 7, defaultLabel: "no GPU" },
    command: { mono: true, position: 8, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 9, entryLabel: "variable", defaultLabel: "none" },
    maximum_run_time: { position: 10 },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    boot_disk_type: { mono: true, advanced: true },
    boot_disk_size_gb: { advanced: true },
    network: { mono: true, advanced: true, defaultLabel: "public addresses only" },
    reserved_ip_ranges: {
      mono: true,
      advanced: true,
      entryLabel: "range",
      example: "vertex-range",
      defaultLabel: "any range of the network",
    },
    job_watch_poll_interval: { advanced: true },
  },
  pythonClass: { module: "prefect_gcp.aiplatform", name: "VertexAICustomTrainingJob" },
});
