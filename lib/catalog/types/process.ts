import { defineBlockType } from "@/lib/catalog/define-block-type";

export const process = defineBlockType({
  slug: "process",
  name: "Process",
  category: "Infrastructure",
  description: "Runs flows in processes of their own on the agent's machine.",
  capabilities: ["run-infrastructure"],
  isProtected: true,
  logo: { family: "infra", icon: "terminal" },
  example: `from prefect.infrastructure.process import Process

runner = Process.load("nightly")
print(runner.env, runner.working_dir)`,
  documentationUrl: null,
  schema: {
    title: "Process",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description: "Tells clients that this is a process. There is only this one value.",
        default: "process",
        enum: ["process"],
        type: "string",
      },
      env: {
        title: "Environment",
        description:
          "Variables for the process, such as `LOG_LEVEL=DEBUG`. They win over variables of the same name that the agent has.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description: "Notes for people, such as `team=data`. The process itself does not carry them.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "How the process is called in the agent's log, such as `nightly`. Without it the log shows the name of the flow run.",
        examples: ["nightly"],
        type: "string",
      },
      command: {
        title: "Command",
        description:
          "What is started, one argument in each row. Leave it out unless you need a wrapper: the flow run is then started with the agent's Python and `-m prefect.engine`.",
        type: "array",
        items: { type: "string" },
      },
      stream_output: {
        title: "Stream Output",
        description: "On: what the process prints also appears in the agent's output, line by line.",
        default: true,
        type: "boolean",
      },
      working_dir: {
        title: "Working Dir",
        description:
          "The directory in which the process starts, such as `/srv/flows`. It must exist. Without it a new temporary directory is made and removed afterwards.",
        examples: ["/srv/flows"],
        anyOf: [{ type: "string" }, { type: "string", format: "path" }],
      },
    },
    secret_fields: [],
  },
  references: {},
  fields: {
    working_dir: { mono: true, position: 1, defaultLabel: "a temporary directory" },
    env: { position: 2, entryLabel: "variable", defaultLabel: "none" },
    command: { mono: true, position: 3, entryLabel: "argument", defaultLabel: "start the flow run" },
    stream_output: { position: 4 },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect.infrastructure.process", name: "Process" },
});
