import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCoreOperation = defineBlockType({
  slug: "dbt-core-operation",
  name: "dbt Core Operation",
  category: "Code",
  description: "Runs dbt commands in a project on the machine of the flow.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "graph" },
  example: `from prefect_dbt import DbtCoreOperation

build = DbtCoreOperation.load("shop-build")
for line in build.run():
    print(line)`,
  documentationUrl: "https://docs.getdbt.com/reference/dbt-commands",
  schema: {
    title: "DbtCoreOperation",
    type: "object",
    properties: {
      commands: {
        title: "Commands",
        description:
          "What the shell runs, line after line, such as `dbt build --select orders`. At least one must be a dbt command; each is completed by `--profiles-dir` and, if it is set, `--project-dir`. If one fails, the others still run and only the last one decides.",
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
      profiles_dir: {
        title: "Profiles Dir",
        description:
          "The directory of `profiles.yml`, such as `/srv/shop/profiles`. Without it the variable `DBT_PROFILES_DIR` decides, and without that `.dbt` in the home directory.",
        examples: ["/srv/shop/profiles"],
        type: "string",
        format: "path",
      },
      project_dir: {
        title: "Project Dir",
        description:
          "The directory of `dbt_project.yml`, such as `/srv/shop`. Without it dbt looks in the working directory and above.",
        examples: ["/srv/shop"],
        type: "string",
        format: "path",
      },
      overwrite_profiles: {
        title: "Overwrite Profiles",
        description:
          "On: a `profiles.yml` that is there is replaced by the profile given here. Off: it stays, and a profile given here is an error.",
        default: false,
        type: "boolean",
      },
      dbt_cli_profile: {
        title: "Dbt Cli Profile",
        description:
          "The profile that is written to `profiles.yml` before the first command, with its credentials. Leave it out when the file is there already.",
        allOf: [{ $ref: "#/definitions/DbtCliProfile" }],
      },
    },
    required: ["commands"],
    secret_fields: [
      "dbt_cli_profile.target_configs.connector.credentials.password",
      "dbt_cli_profile.target_configs.connector.credentials.private_key",
      "dbt_cli_profile.target_configs.connector.credentials.private_key_passphrase",
      "dbt_cli_profile.target_configs.connector.credentials.token",
      "dbt_cli_profile.target_configs.credentials.service_account_info.*",
      "dbt_cli_profile.target_configs.credentials.connection_info.password",
      "dbt_cli_profile.target_configs.credentials.password",
    ],
  },
  references: { dbt_cli_profile: ["dbt-cli-profile"] },
  fields: {
    commands: { mono: true, position: 1, entryLabel: "command", example: "dbt build --select orders" },
    project_dir: { mono: true, position: 2, defaultLabel: "the working directory" },
    profiles_dir: { mono: true, position: 3, defaultLabel: "as dbt finds it" },
    dbt_cli_profile: { position: 4, defaultLabel: "the file that is there" },
    overwrite_profiles: { position: 5 },
    env: { position: 6, entryLabel: "variable", defaultLabel: "none" },
    working_dir: { mono: true, position: 7, defaultLabel: "where the flow runs" },
    stream_output: { position: 8 },
    shell: { mono: true, advanced: true, defaultLabel: "bash, on Windows PowerShell" },
    extension: { mono: true, advanced: true, defaultLabel: ".sh, on Windows .ps1" },
  },
  pythonClass: { module: "prefect_dbt", name: "DbtCoreOperation" },
});
