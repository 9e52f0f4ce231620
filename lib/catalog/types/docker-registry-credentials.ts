import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dockerRegistryCredentials = defineBlockType({
  slug: "docker-registry-credentials",
  name: "Docker Registry Credentials",
  category: "Credentials",
  description: "Signs in to a Docker registry, so that flows and workers can pull private images.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "docker" },
  example: `from prefect import flow
from prefect_docker import DockerRegistryCredentials
from prefect_docker.host import DockerHost

@flow
async def pull_image():
    registry = await DockerRegistryCredentials.load("ghcr")
    host = await DockerHost.load("build-host")
    with host.get_client() as docker:
        await registry.login(docker)
        docker.images.pull("ghcr.io/acme/flows", tag="1.4")`,
  documentationUrl: "https://docs.docker.com/reference/cli/docker/login/",
  schema: {
    title: "DockerRegistryCredentials",
    type: "object",
    properties: {
      username: {
        title: "Username",
        description:
          "Who signs in, such as `acme-bot`. Some registries fix it: `AWS` on Amazon ECR, `_json_key` on Google's.",
        examples: ["acme-bot"],
        type: "string",
      },
      password: {
        title: "Password",
        description:
          "The password or, better, an access token that may only pull. A token of Amazon ECR expires after 12 hours.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      registry_url: {
        title: "Registry Url",
        description:
          "The host of the registry, with its port if it has one: `ghcr.io`, `registry.example.com:5000`. Docker Hub is `index.docker.io`. `https://` may be left out.",
        examples: ["ghcr.io"],
        type: "string",
      },
      reauth: {
        title: "Reauth",
        description:
          "On: sign in anew every time, as tokens that expire need it. Off: trust an earlier sign-in of the machine.",
        default: true,
        type: "boolean",
      },
    },
    required: ["username", "password", "registry_url"],
    secret_fields: ["password"],
  },
  references: {},
  fields: {
    registry_url: { mono: true, position: 1 },
    username: { mono: true, position: 2 },
    password: { mono: true, position: 3 },
    reauth: { position: 4 },
  },
  pythonClass: { module: "prefect_docker", name: "DockerRegistryCredentials" },
});
