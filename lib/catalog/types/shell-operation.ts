import { defineBlockType } from "@/lib/catalog/define-block-type";

export const shellOperation = defineBlockType({
  slug: "shell-operation",
  name: "Shell Operation",
  category: "Code",
  description: "Runs shell commands on the machine of the flow and returns what they print.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "terminal" },
  example: `from prefect_shell import ShellOperation

backup = ShellOperation.load("nightly-backup")
for line in backup.run():
    print(line)`,
  documentationUrl: "https://www.gnu.org/software/bash/manual/bash.html",
  schema: {
    title: "ShellOperation",
    type: "object",
    properties: {
      commands: {
        title: "Commands",
        description:
          "What the shell runs, line after line, such as `pg_dump shop > shop.sql`. If one fails, the others still run and only the last one decides; begin with `set -e` to stop at the first failure.",
        type: "array",
        items: { type: "string" },
      },
      stream_output: {
        title: "Stream Output",
        description: "On: what the commands print appears in the log of the flow run, line by line.",
        default: true,
        type: "boolean",
      },
      env: {
        title: "Environment Variables",
        description:
          "Variables for the commands, such as `LOG_LEVEL` with `debug`, beside those that the flow run itself has.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      working_dir: {
        title: "Working Directory",
        description:
          "The directory in which the commands run, such as `/srv/shop`. It must exist on the machine that loads the block. Without it they run where the flow runs.",
        examples: ["/srv/shop"],
        format: "directory-path",
        type: "string",
      },
      shell: {
        title: "Shell",
        description:
          "The program that runs the commands, such as `bash`, `zsh` or `powershell`. Without it `bash` is used, on Windows `powershell`.",
        examples: ["bash"],
        type: "string",
      },
      extension: {
        title: "Extension",
        description:
          "The ending of the temporary script that holds the commands. `.ps1` always means PowerShell. Without it `.sh` is used, on Windows `.ps1`.",
        examples: [".sh"],
        type: "string",
      },
    },
    required: ["commands"],
    secret_fields: [],
  },
  references: {},
  fields: {
    commands: { mono: true, position: 1, entryLabel: "command", example: "pg_dump shop > shop.sql" },
    working_dir: { mono: true, position: 2, defaultLabel: "where the flow runs" },
    env: { position: 3, entryLabel: "variable", defaultLabel: "none" },
    stream_output: { position: 4 },
    shell: { mono: true, advanced: true, defaultLabel: "bash, on Windows PowerShell" },
    extension: { mono: true, advanced: true, defaultLabel: ".sh, on Windows .ps1" },
  },
  pythonClass: { module: "prefect_shell", name: "ShellOperation" },
});
