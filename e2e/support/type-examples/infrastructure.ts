import type { TypeExample } from "./type-example.ts";

const kubeconfig = {
  apiVersion: "v1",
  kind: "Config",
  clusters: [{ name: "prod", cluster: { server: "https://k8s.example:6443" } }],
  contexts: [{ name: "prod", context: { cluster: "prod", user: "flows" } }],
  "current-context": "prod",
  users: [{ name: "flows", user: { token: "kube-token" } }],
};

const manifest = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { labels: {} },
  spec: {
    template: {
      spec: {
        parallelism: 1,
        completions: 1,
        restartPolicy: "Never",
        containers: [{ name: "prefect-job", env: [] }],
      },
    },
  },
};

const patches = [{ op: "add", path: "/spec/template/spec/serviceAccountName", value: "flows" }];

/** Each field of the infrastructure types, and of what they refer to, is set. */
export const infrastructureExamples: readonly TypeExample[] = [
  {
    slug: "docker-container",
    name: "Docker Container",
    needs: [
      {
        slug: "docker-registry",
        name: "ghcr",
        data: { username: "bot", password: "registry-pass", registry_url: "ghcr.io" },
      },
    ],
    steps: [
      { fill: "Image", with: "ghcr.io/acme/etl:1" },
      { select: "Image Pull Policy", option: "ALWAYS" },
      { pick: "Image Registry", block: "ghcr" },
      { rows: "Command", add: "Add argument", values: ["python", "-m", "prefect.engine"] },
      {
        pairs: "Environment",
        add: "Add variable",
        values: [
          ["LOG_LEVEL", "INFO"],
          ["a.b/c", "1"],
        ],
      },
      { pairs: "Labels", add: "Add label", values: [["app.kubernetes.io/name", "etl"]] },
      { rows: "Volumes", add: "Add volume", values: ["/srv/cache:/cache"] },
      { rows: "Networks", add: "Add network", values: ["backend"] },
      { fill: "Name", with: "etl" },
      { choose: "Mem Limit", option: "Size with unit", with: "2g" },
      { choose: "Memswap Limit", option: "Size with unit", with: "4g" },
      { toggle: "Auto Remove" },
      { toggle: "Stream Output" },
      { toggle: "Privileged" },
    ],
    stored: {
      image: "ghcr.io/acme/etl:1",
      image_pull_policy: "ALWAYS",
      image_registry: { username: "bot", password: "registry-pass", registry_url: "ghcr.io" },
      command: ["python", "-m", "prefect.engine"],
      env: { LOG_LEVEL: "INFO", "a.b/c": "1" },
      labels: { "app.kubernetes.io/name": "etl" },
      volumes: ["/srv/cache:/cache"],
      networks: ["backend"],
      name: "etl",
      mem_limit: "2g",
      memswap_limit: "4g",
      auto_remove: true,
      stream_output: false,
      privileged: true,
    },
    loaded: {
      // The client writes label keys in Docker's reverse-domain notation.
      labels: { "io.kubernetes.app.name": "etl" },
      image_registry: { username: "bot", password: "registry-pass", registry_url: "ghcr.io", reauth: true },
    },
  },
  {
    slug: "kubernetes-job",
    name: "Kubernetes Job",
    needs: [
      { slug: "kubernetes-cluster-config", name: "prod", data: { config: kubeconfig, context_name: "prod" } },
    ],
    steps: [
      { fill: "Image", with: "ghcr.io/acme/etl:1" },
      { fill: "Namespace", with: "flows" },
      { fill: "Service Account Name", with: "runner" },
      { select: "Image Pull Policy", option: "IfNotPresent" },
      { pick: "Cluster Config", block: "prod" },
      { fill: "Base Job Manifest", with: JSON.stringify(manifest) },
      { fill: "Customizations", with: JSON.stringify(patches) },
      { rows: "Command", add: "Add argument", values: ["python"] },
      { pairs: "Environment", add: "Add variable", values: [["A", "b"]] },
      { pairs: "Labels", add: "Add label", values: [["team", "data"]] },
      { fill: "Name", with: "nightly" },
      { fill: "Job Watch Timeout Seconds", with: "3600" },
      { fill: "Pod Watch Timeout Seconds", with: "90" },
      { fill: "Finished Job Ttl", with: "300" },
      { toggle: "Stream Output" },
    ],
    stored: {
      image: "ghcr.io/acme/etl:1",
      namespace: "flows",
      service_account_name: "runner",
      image_pull_policy: "IfNotPresent",
      cluster_config: { config: kubeconfig, context_name: "prod" },
      job: manifest,
      customizations: patches,
      command: ["python"],
      env: { A: "b" },
      labels: { team: "data" },
      name: "nightly",
      job_watch_timeout_seconds: 3600,
      pod_watch_timeout_seconds: 90,
      finished_job_ttl: 300,
      stream_output: false,
    },
  },
  {
    slug: "process",
    name: "Process",
    steps: [
      { rows: "Command", add: "Add argument", values: ["python", "flow.py"] },
      {
        pairs: "Environment",
        add: "Add variable",
        values: [
          ["A", "1"],
          ["B", ""],
        ],
      },
      { pairs: "Labels", add: "Add label", values: [["team", "data"]] },
      { fill: "Name", with: "local" },
      { fill: "Working Dir", with: "/srv/flows" },
      { toggle: "Stream Output" },
    ],
    stored: {
      command: ["python", "flow.py"],
      env: { A: "1", B: "" },
      labels: { team: "data" },
      name: "local",
      working_dir: "/srv/flows",
      stream_output: false,
    },
  },
  {
    slug: "docker-registry",
    name: "Docker Registry",
    steps: [
      { fill: "Username", with: "bot" },
      { fill: "Password", with: "registry-pass" },
      { fill: "Registry Url", with: "ghcr.io" },
      { toggle: "Reauth" },
    ],
    stored: { username: "bot", password: "registry-pass", registry_url: "ghcr.io", reauth: false },
  },
  {
    slug: "kubernetes-cluster-config",
    name: "Kubernetes Cluster Config",
    steps: [
      { fill: "Config", with: JSON.stringify(kubeconfig) },
      { fill: "Context Name", with: "prod" },
    ],
    stored: { config: kubeconfig, context_name: "prod" },
  },
];
