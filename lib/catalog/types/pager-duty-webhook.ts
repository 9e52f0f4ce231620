import { defineBlockType } from "@/lib/catalog/define-block-type";

export const pagerDutyWebhook = defineBlockType({
  slug: "pager-duty-webhook",
  name: "Pager Duty Webhook",
  category: "Notifications",
  description: "Raises incidents in PagerDuty and calls those who are on duty.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "pagerduty" },
  example: `from prefect.blocks.notifications import PagerDutyWebHook

on_call = PagerDutyWebHook.load("data-on-call")
on_call.notify("The nightly load has failed.", subject="orders")`,
  documentationUrl: "https://developer.pagerduty.com/docs/events-api-v2-overview",
  schema: {
    title: "PagerDutyWebHook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "How severe incidents are: `failure` is PagerDuty's critical, `warning` its warning; `info` and `success` are both info.",
        default: "info",
        enum: ["info", "success", "warning", "failure"],
        type: "string",
      },
      integration_key: {
        title: "Integration Key",
        description:
          "The key of an Events API v2 integration of the service that is to be called, 32 characters long. PagerDuty also says routing key.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      api_key: {
        title: "API Key",
        description:
          "An API access key of your PagerDuty account. Clients demand it, and send it with each event.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      source: {
        title: "Source",
        description:
          "What had the problem, such as `warehouse.example.com`. PagerDuty shows it with the incident.",
        default: "Prefect",
        type: "string",
      },
      component: {
        title: "Component",
        description: "The part of the source that had the problem, such as `orders load`.",
        default: "Notification",
        type: "string",
      },
      group: {
        title: "Group",
        description:
          "A name for what belongs together, such as `data-platform`. Rules can use it. Without it the incident has none.",
        examples: ["data-platform"],
        type: "string",
      },
      class_id: {
        title: "Class ID",
        description:
          "The kind of problem, such as `load failed`. Rules can use it. Without it the incident has none.",
        examples: ["load failed"],
        type: "string",
      },
      region_name: {
        title: "Region Name",
        description: "Where your PagerDuty account lives: `us`, or `eu` if its address contains `.eu.`.",
        default: "us",
        enum: ["us", "eu"],
        type: "string",
      },
      clickable_url: {
        title: "Clickable URL",
        description:
          "A page that the incident links to, such as `https://wiki.example.com/runbooks/orders`. Without it there is no link.",
        examples: ["https://wiki.example.com/runbooks/orders"],
        minLength: 1,
        maxLength: 65536,
        format: "uri",
        type: "string",
      },
      include_image: {
        title: "Include Image",
        description:
          "On: a small picture in the incident shows the kind of message, such as failure or success.",
        default: true,
        type: "boolean",
      },
      custom_details: {
        title: "Custom Details",
        description:
          "Further values that the incident shows, by name, such as `runbook` with its title. For a message with a subject, its body is added here.",
        type: "object",
        additionalProperties: { type: "string" },
      },
    },
    required: ["integration_key", "api_key"],
    secret_fields: ["integration_key", "api_key"],
  },
  references: {},
  fields: {
    integration_key: { mono: true, position: 1 },
    api_key: { mono: true, position: 2 },
    region_name: { position: 3 },
    notify_type: { position: 4 },
    source: { position: 5 },
    component: { position: 6 },
    clickable_url: { mono: true, position: 7, defaultLabel: "no link" },
    custom_details: { position: 8, entryLabel: "detail", defaultLabel: "none" },
    group: { advanced: true, defaultLabel: "none" },
    class_id: { advanced: true, defaultLabel: "none" },
    include_image: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "PagerDutyWebHook" },
});
