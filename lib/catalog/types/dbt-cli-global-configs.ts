import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dbtCliGlobalConfigs = defineBlockType({
  slug: "dbt-cli-global-configs",
  name: "dbt CLI Global Configs",
  category: "Databases",
  description: "How dbt itself behaves: its output, its parsing, its warnings. Part of a dbt CLI Profile.",
  capabilities: [],
  isProtected: false,
  logo: { family: "source", icon: "sliders" },
  example: `from prefect_dbt.cli.configs import GlobalConfigs

strict = GlobalConfigs.load("strict")
print(strict.get_configs())`,
  remark: {
    title: "In one place only",
    text: "These settings end up under `config` in `profiles.yml`. From version 1.8 on dbt refuses to run when the project has `flags` in its `dbt_project.yml` as well: keep them there or here.",
  },
  documentationUrl: "https://docs.getdbt.com/reference/global-configs/about-global-configs",
  schema: {
    title: "GlobalConfigs",
    type: "object",
    properties: {
      extras: {
        title: "Extras",
        description:
          "Further settings by dbt's own names, for what has no field here: `cache_selected_only` with true, for example.",
        type: "object",
      },
      allow_field_overrides: {
        title: "Allow Field Overrides",
        description:
          "What happens when one name is set twice, here and in Extras. Off: that is an error. On: the field wins.",
        default: false,
        type: "boolean",
      },
      send_anonymous_usage_stats: {
        title: "Send Anonymous Usage Stats",
        description:
          "Off: dbt reports nothing about its use to its makers. Without it anonymous numbers are sent.",
        type: "boolean",
      },
      use_colors: {
        title: "Use Colors",
        description: "On: dbt colours what it prints. Off suits logs that show the codes of colours as text.",
        type: "boolean",
      },
      partial_parse: {
        title: "Partial Parse",
        description:
          "On: dbt reads only the files that have changed since the last run, which saves time in large projects. Off: it reads all of them.",
        type: "boolean",
      },
      printer_width: {
        title: "Printer Width",
        description: "How many characters fit into a line of what dbt prints, for example 120.",
        type: "integer",
      },
      write_json: {
        title: "Write Json",
        description:
          "On: dbt writes `manifest.json`, `run_results.json` and the like to the directory `target`. Off: it writes none.",
        type: "boolean",
      },
      warn_error: {
        title: "Warn Error",
        description: "On: a warning of dbt is an error and stops the run. Off: it is only printed.",
        type: "boolean",
      },
      log_format: {
        title: "Log Format",
        description:
          "How dbt writes its log: `text`, `debug` with time stamps, or `json` with one object in each line.",
        examples: ["json"],
        type: "string",
      },
      debug: {
        title: "Debug",
        description: "On: dbt also prints its debug log, with each statement that it sends to the database.",
        type: "boolean",
      },
      version_check: {
        title: "Version Check",
        description:
          "On: dbt stops when the project's `require-dbt-version` does not allow the installed dbt. Off: it goes on.",
        type: "boolean",
      },
      fail_fast: {
        title: "Fail Fast",
        description:
          "On: dbt stops at the first model or test that fails. Off: it builds everything that does not depend on it.",
        type: "boolean",
      },
      use_experimental_parser: {
        title: "Use Experimental Parser",
        description:
          "On: dbt reads models with the newest parser of its makers, which is faster and still on trial.",
        type: "boolean",
      },
      static_parser: {
        title: "Static Parser",
        description:
          "On: dbt reads simple models without rendering their Jinja, which is faster. Off helps where a macro of your own replaces `ref` or `source`.",
        type: "boolean",
      },
    },
    secret_fields: [],
  },
  references: {},
  fields: {
    log_format: { mono: true, position: 1, defaultLabel: "plain lines" },
    use_colors: { position: 2, defaultLabel: "on" },
    printer_width: { position: 3, defaultLabel: "80" },
    debug: { position: 4, defaultLabel: "off" },
    fail_fast: { position: 5, defaultLabel: "off" },
    warn_error: { position: 6, defaultLabel: "off" },
    send_anonymous_usage_stats: { position: 7, defaultLabel: "on" },
    extras: { position: 8, entryLabel: "setting", defaultLabel: "none" },
    partial_parse: { advanced: true, defaultLabel: "on" },
    write_json: { advanced: true, defaultLabel: "on" },
    version_check: { advanced: true, defaultLabel: "on" },
    static_parser: { advanced: true, defaultLabel: "on" },
    use_experimental_parser: { advanced: true, defaultLabel: "off" },
    allow_field_overrides: { advanced: true },
  },
  pythonClass: { module: "prefect_dbt.cli.configs", name: "GlobalConfigs" },
});
