import { defineBlockType } from "@/lib/catalog/define-block-type";

export const kubernetesClusterConfig = defineBlockType({
  slug: "kubernetes-cluster-config",
  name: "Kubernetes Cluster Config",
  category: "Credentials",
  description: "Names the cluster for Kubernetes Job and how to sign in: a kubeconfig and a context.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "kubernetes" },
  example: `from prefect.blocks.kubernetes import KubernetesClusterConfig

cluster = KubernetesClusterConfig.load("eu-prod")
api_client = cluster.get_api_client()`,
  documentationUrl: "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
  schema: {
    title: "KubernetesClusterConfig",
    type: "object",
    properties: {
      config: {
        title: "Config",
        description:
          "The kubeconfig file as it is, usually `~/.kube/config`: clusters, users and contexts. `kubectl config view --raw --minify` prints the part for one cluster.",
        type: "object",
      },
      context_name: {
        title: "Context Name",
        description:
          "Which of its contexts to use, such as `eu-prod`. `kubectl config get-contexts` lists them.",
        examples: ["eu-prod"],
        type: "string",
      },
    },
    required: ["config", "context_name"],
    secret_fields: [],
  },
  references: {},
  fields: {
    config: { language: "yaml" },
    context_name: { mono: true },
  },
  pythonClass: { module: "prefect.blocks.kubernetes", name: "KubernetesClusterConfig" },
});
