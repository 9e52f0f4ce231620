import { defineBlockType } from "@/lib/catalog/define-block-type";

const smallestManifest = `apiVersion: batch/v1
kind: Job
metadata:
  labels: {}
spec:
  template:
    spec:
      parallelism: 1
      completions: 1
      restartPolicy: Never
      containers:
        - name: prefect-job
          env: []
`;

export const kubernetesJob = defineBlockType({
  slug: "kubernetes-job",
  name: "Kubernetes Job",
  category: "Infrastructure",
  description: "Runs flows as Jobs on a Kubernetes cluster, from a manifest that you can adapt.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  logo: { family: "infra", icon: "kubernetes" },
  example: `from prefect.infrastructure.kubernetes import KubernetesJob

runner = KubernetesJob.load("cluster-eu")
print(runner.preview())  # the manifest as YAML`,
  remark: {
    title: "A manifest of your own",
    text: "Clients accept a base job manifest only if it has all of these parts, with these values. Add to them what you need: resources, volumes, tolerations. Image, namespace, command and variables come from their own fields.",
    code: smallestManifest,
    language: "yaml",
  },
  documentationUrl: "https://kubernetes.io/docs/concepts/workloads/controllers/job/",
  schema: {
    title: "KubernetesJob",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description: "Tells clients that this is a Kubernetes Job. There is only this one value.",
        default: "kubernetes-job",
        enum: ["kubernetes-job"],
        type: "string",
      },
      env: {
        title: "Environment",
        description:
          "Variables that the flow sees inside the pod, such as `LOG_LEVEL=DEBUG`. The agent's own Prefect settings are passed on without being listed here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description:
          "Labels of the Job object, such as `team=data`, to find it with `kubectl get jobs -l team=data`. Labels that name the flow run are added by themselves.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "The start of the Job's name, such as `orders`. Kubernetes appends a few characters. Without it the Job is named after the flow run.",
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
        title: "Image",
        description:
          "The image to run, with its tag: `registry.example.com/flows:1.4`. Without it the image of the manifest counts, and without that the Prefect image of the agent's own version.",
        examples: ["registry.example.com/flows:1.4"],
        type: "string",
      },
      namespace: {
        title: "Namespace",
        description:
          "The namespace in which the Job is created, such as `flows`. Without it the namespace of the manifest counts, and without that `default`.",
        examples: ["flows"],
        type: "string",
      },
      service_account_name: {
        title: "Service Account Name",
        description:
          "The service account under which the pod runs, such as `flow-runner`. Without it the pod gets the default account of its namespace.",
        examples: ["flow-runner"],
        type: "string",
      },
      image_pull_policy: {
        description:
          "When a node fetches the image. Without it Kubernetes decides: always for the tag `latest` or no tag, otherwise only when the node does not have it yet.",
        allOf: [{ $ref: "#/definitions/KubernetesImagePullPolicy" }],
      },
      cluster_config: {
        title: "Cluster Config",
        description:
          "How to reach the cluster. Without it the agent uses the cluster it runs in, or the kubeconfig of its machine.",
        allOf: [{ $ref: "#/definitions/KubernetesClusterConfig" }],
      },
      job: {
        title: "Base Job Manifest",
        description:
          "A complete Job manifest that replaces the built-in one. All parts of the built-in one must be in it; the page of this type shows them. For single settings use Customizations.",
        type: "object",
      },
      customizations: {
        title: "Customizations",
        description:
          'JSON Patch operations on the manifest, applied in order, for example `{"op": "add", "path": "/spec/template/spec/priorityClassName", "value": "batch"}`.',
        type: "array",
        format: "rfc6902",
        items: { type: "object", additionalProperties: { type: "string" } },
      },
      job_watch_timeout_seconds: {
        title: "Job Watch Timeout Seconds",
        description:
          "How long the agent waits for the Job to finish before it reports the flow run as crashed, for example 3600. Without it the agent waits as long as it takes.",
        type: "integer",
      },
      pod_watch_timeout_seconds: {
        title: "Pod Watch Timeout Seconds",
        description:
          "How long the agent waits for the pod to start. Clusters that add nodes on demand often need more, for example 300.",
        default: 60,
        type: "integer",
      },
      stream_output: {
        title: "Stream Output",
        description: "On: what the pod prints also appears in the agent's output, line by line.",
        default: true,
        type: "boolean",
      },
      finished_job_ttl: {
        title: "Finished Job Ttl",
        description:
          "After how many seconds Kubernetes deletes a finished Job with its pods and their logs, for example 86400 for a day. Without it they stay until somebody deletes them.",
        type: "integer",
      },
    },
    secret_fields: [],
    definitions: {
      KubernetesImagePullPolicy: {
        title: "KubernetesImagePullPolicy",
        enum: ["IfNotPresent", "Always", "Never"],
      },
    },
  },
  references: { cluster_config: ["kubernetes-cluster-config"] },
  fields: {
    image: { mono: true, position: 1, defaultLabel: "the Prefect image" },
    image_pull_policy: { position: 2, defaultLabel: "by tag" },
    namespace: { mono: true, position: 3, defaultLabel: "default" },
    cluster_config: { position: 4, defaultLabel: "the agent's own cluster" },
    command: { mono: true, position: 5, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 6, entryLabel: "variable", defaultLabel: "none" },
    customizations: { language: "json", position: 7, defaultLabel: "none" },
    job: { language: "yaml", position: 8, defaultLabel: "the built-in manifest" },
    finished_job_ttl: { position: 9, defaultLabel: "kept" },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    service_account_name: { mono: true, advanced: true, defaultLabel: "the namespace's default" },
    job_watch_timeout_seconds: { advanced: true, defaultLabel: "no limit" },
    pod_watch_timeout_seconds: { advanced: true },
    stream_output: { advanced: true },
  },
  pythonClass: { module: "prefect.infrastructure.kubernetes", name: "KubernetesJob" },
});
