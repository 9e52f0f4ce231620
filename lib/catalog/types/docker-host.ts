import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dockerHost = defineBlockType({
  slug: "docker-host",
  name: "Docker Host",
  category: "Infrastructure",
  description: "Names a Docker Engine that flows control: pull images, start and stop containers.",
  capabilities: [],
  isProtected: false,
  logo: { family: "infra", icon: "server" },
  example: `from prefect import flow
from prefect_docker import DockerHost

@flow
def list_containers():
    with DockerHost.load("build-host").get_client() as docker:
        return [container.name for container in docker.containers.list()]`,
  documentationUrl: "https://docs.docker.com/engine/daemon/remote-access/",
  schema: {
    title: "DockerHost",
    type: "object",
    properties: {
      base_url: {
        title: "Base URL",
        description:
          "The address of the engine: `unix:///var/run/docker.sock` for the machine itself, `tcp://docker.example.com:2376` or `ssh://deploy@docker.example.com` for another. Without it `DOCKER_HOST` of the machine counts, and without that its own socket.",
        examples: ["unix:///var/run/docker.sock"],
        type: "string",
      },
      version: {
        title: "Version",
        description: "The version of Docker's API to speak, such as `1.44`, or `auto` to ask the engine.",
        examples: ["auto"],
        default: "auto",
        type: "string",
      },
      timeout: {
        title: "Timeout",
        description:
          "How many seconds a single request may take, for example 120 to pull large images. Without it the limit is 60.",
        type: "integer",
      },
      max_pool_size: {
        title: "Max Pool Size",
        description:
          "How many connections are kept open for the next requests, for example 20 when many tasks use the engine at once. Without it there are 10.",
        type: "integer",
      },
      client_kwargs: {
        title: "Additional Configuration",
        description:
          "Further arguments of the Docker client, by name, for example `use_ssh_client` with `true`. They go to `DockerClient`, or to `docker.from_env` when there is no base URL.",
        type: "object",
      },
    },
    secret_fields: [],
  },
  references: {},
  fields: {
    base_url: { mono: true, position: 1, defaultLabel: "the engine of the machine" },
    timeout: { position: 2, defaultLabel: "60" },
    version: { mono: true, advanced: true },
    max_pool_size: { advanced: true, defaultLabel: "10" },
    client_kwargs: { advanced: true, entryLabel: "argument", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_docker", name: "DockerHost" },
});
