import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dockerRegistry = defineBlockType({
  slug: "docker-registry",
  name: "Docker Registry",
  category: "Credentials",
  description: "Signs in to a Docker registry, so that Docker Container can pull private images.",
  capabilities: ["docker-login"],
  isProtected: false,
  deprecated: {
    successor: { name: "Docker Registry Credentials", slug: "docker-registry-credentials" },
    note: "It works with every 2.x client and is what Docker Container takes there. In 3.0 Docker Registry Credentials from prefect-docker takes its place.",
  },
  logo: { family: "cred", icon: "boxes" },
  example: `from prefect.infrastructure.container import DockerRegistry

registry = DockerRegistry.load("ghcr")
docker = registry.get_docker_client()  # signed in`,
  documentationUrl: "https://docs.docker.com/reference/cli/docker/login/",
  schema: {
    title: "DockerRegistry",
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
          "The host of the registry, with its port if it has one: `ghcr.io`, `registry.example.com:5000`. `https://` may be left out.",
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
  pythonClass: { module: "prefect.infrastructure.container", name: "DockerRegistry" },
});
