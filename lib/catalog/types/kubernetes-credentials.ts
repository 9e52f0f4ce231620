import { defineBlockType } from "@/lib/catalog/define-block-type";

export const kubernetesCredentials = defineBlockType({
  slug: "kubernetes-credentials",
  name: "Kubernetes Credentials",
  category: "Credentials",
  description: "Signs in to a Kubernetes cluster, for flows and workers that use its API.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "k8s" },
  example: `import asyncio

from prefect_kubernetes.credentials import KubernetesCredentials

async def main():
    credentials = await KubernetesCredentials.load("eu-prod")
    async with credentials.get_client("core") as core:
        pods = await core.list_namespaced_pod("flows")
        print([pod.metadata.name for pod in pods.items])

asyncio.run(main())`,
  documentationUrl: "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
  schema: {
    title: "KubernetesCredentials",
    type: "object",
    properties: { cluster_config: { $ref: "#/definitions/KubernetesClusterConfig" } },
    secret_fields: [],
  },
  references: { cluster_config: ["kubernetes-cluster-config"] },
  fields: {
    cluster_config: {
      help: "Which cluster, and how to sign in to it. Without it code in a pod uses the cluster that it runs in, other code the kubeconfig of its machine.",
      defaultLabel: "the cluster of the machine",
    },
  },
  pythonClass: { module: "prefect_kubernetes.credentials", name: "KubernetesCredentials" },
});
