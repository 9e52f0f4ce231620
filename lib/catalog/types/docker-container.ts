import { defineBlockType } from "@/lib/catalog/define-block-type";

const flowInImage = `cat > Dockerfile <<'EOF'
FROM prefecthq/prefect:2-latest
COPY . /opt/prefect/flows
EOF
docker build -t registry.example.com/flows:1.4 .
docker push registry.example.com/flows:1.4

prefect deployment build ./orders.py:orders --name orders \\
  -ib docker-container/NAME --override image=registry.example.com/flows:1.4 \\
  --path /opt/prefect/flows --skip-upload`;

export const dockerContainer = defineBlockType({
  slug: "docker-container",
  name: "Docker Container",
  category: "Infrastructure",
  description: "Runs flows in Docker containers. Needs a Docker Engine that the agent can reach.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  logo: { family: "infra", icon: "docker" },
  example: `from prefect.infrastructure.container import DockerContainer

runner = DockerContainer.load("etl-runner")
print(runner.image, runner.env)`,
  remark: {
    title: "Code inside the image",
    text: "With containers the image itself can be the storage: copy the flow's code into it and leave the storage block out. The deployment then names the directory inside the image as its path. A new release of the flow is a new tag.",
    code: flowInImage,
    language: "bash",
  },
  documentationUrl: "https://docs.docker.com/reference/cli/docker/container/run/",
  schema: {
    title: "DockerContainer",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description: "Tells clients that this is a Docker container. There is only this one value.",
        default: "docker-container",
        enum: ["docker-container"],
        type: "string",
      },
      env: {
        title: "Environment",
        description:
          "Variables that the flow sees inside the container, such as `LOG_LEVEL=DEBUG`. The agent's own Prefect settings are passed on without being listed here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description:
          "Marks on the container for your own tools, such as `team=data`. Labels that name the flow run are added by themselves.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "What the container is called, such as `orders`. When that name is in use a number is added. Without it the container is named after the flow run.",
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
          "The image to run, with its tag: `registry.example.com/flows:1.4`. Without it the Prefect image of the agent's own version is used.",
        examples: ["registry.example.com/flows:1.4"],
        type: "string",
      },
      image_pull_policy: {
        description:
          "When the image is fetched from its registry. Without it: always for the tag `latest` or no tag, otherwise only when the machine does not have it yet.",
        allOf: [{ $ref: "#/definitions/ImagePullPolicy" }],
      },
      image_registry: { $ref: "#/definitions/DockerRegistry" },
      networks: {
        title: "Networks",
        description:
          "Docker networks that the container joins, such as `backend`. Leave it out for Docker's own network.",
        type: "array",
        items: { type: "string" },
      },
      network_mode: {
        title: "Network Mode",
        description:
          "Docker's network mode, for example `bridge` or `host`. It excludes Networks. Without it: `host` on Linux when the server's address is local, so that the container reaches it, otherwise Docker decides.",
        examples: ["bridge"],
        type: "string",
      },
      auto_remove: {
        title: "Auto Remove",
        description:
          "On: Docker deletes the container as soon as it has finished. Off: it stays, with its logs, until somebody removes it.",
        default: false,
        type: "boolean",
      },
      volumes: {
        title: "Volumes",
        description:
          "Directories of the machine that appear in the container, one in each row: `/srv/cache:/cache`. The path on the machine comes first.",
        type: "array",
        items: { type: "string" },
      },
      stream_output: {
        title: "Stream Output",
        description: "On: what the container prints also appears in the agent's output, line by line.",
        default: true,
        type: "boolean",
      },
      memswap_limit: {
        title: "Memswap Limit",
        description:
          "The most memory and swap together, for example `2g`. It counts only with a memory limit: the same value forbids swap, -1 lifts the limit on it. Without it the container may swap as much as it has memory.",
        anyOf: [{ type: "integer" }, { type: "string" }],
      },
      mem_limit: {
        title: "Mem Limit",
        description:
          "The most memory that the container may use, for example `512m`. Docker stops a container that needs more.",
        anyOf: [{ type: "number" }, { type: "string" }],
      },
      privileged: {
        title: "Privileged",
        description:
          "On: the container may do nearly everything that root may do on the machine. Leave it off unless the flow itself runs Docker.",
        default: false,
        type: "boolean",
      },
    },
    secret_fields: ["image_registry.password"],
    definitions: {
      ImagePullPolicy: {
        title: "ImagePullPolicy",
        enum: ["IF_NOT_PRESENT", "ALWAYS", "NEVER"],
        type: "string",
      },
    },
  },
  references: { image_registry: ["docker-registry"] },
  fields: {
    image: { mono: true, position: 1, defaultLabel: "the Prefect image" },
    image_pull_policy: { position: 2, defaultLabel: "by tag" },
    image_registry: {
      position: 3,
      help: "Signs in to a private registry before the image is pulled. Public images, and machines that have signed in already, need none.",
      defaultLabel: "no sign-in",
    },
    command: { mono: true, position: 4, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 5, entryLabel: "variable", defaultLabel: "none" },
    volumes: {
      mono: true,
      position: 6,
      entryLabel: "volume",
      example: "/srv/cache:/cache",
      defaultLabel: "none",
    },
    mem_limit: {
      position: 7,
      defaultLabel: "no limit",
      branches: [
        { label: "Bytes", hint: "A plain number, such as 536870912" },
        { label: "Size with unit", hint: "Text such as 512m or 2g" },
      ],
    },
    networks: { mono: true, position: 8, entryLabel: "network", example: "backend", defaultLabel: "none" },
    auto_remove: { position: 9 },
    stream_output: { position: 10 },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    network_mode: { mono: true, advanced: true, defaultLabel: "by the server's address" },
    memswap_limit: {
      advanced: true,
      defaultLabel: "twice the memory limit",
      branches: [
        { label: "Bytes", hint: "A whole number, such as 2147483648, or -1 for any amount" },
        { label: "Size with unit", hint: "Text such as 512m or 2g" },
      ],
    },
    privileged: { advanced: true },
  },
  pythonClass: { module: "prefect.infrastructure.container", name: "DockerContainer" },
});
