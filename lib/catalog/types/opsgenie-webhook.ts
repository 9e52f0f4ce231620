import { defineBlockType } from "@/lib/catalog/define-block-type";

export const opsgenieWebhook = defineBlockType({
  slug: "opsgenie-webhook",
  name: "Opsgenie Webhook",
  category: "Notifications",
  description: "Raises alerts in Opsgenie and calls those who are on duty.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "opsgenie" },
  example: `from prefect.blocks.notifications import OpsgenieWebhook

on_call = OpsgenieWebhook.load("data-on-call")
on_call.notify("The nightly load has failed.", subject="orders")`,
  remark: {
    title: "Opsgenie ends in April 2027",
    text: "Atlassian shuts Opsgenie and its API down on 5 April 2027 and moves alerts to Jira Service Management. Use another way for new work.",
  },
  documentationUrl: "https://docs.opsgenie.com/docs/alert-api",
  schema: {
    title: "OpsgenieWebhook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "What a message does: `failure` and `warning` raise an alert, `info` adds a note to the one that is open, `success` closes it. Many clients do not know what to do with `prefect_default`, so choose one of these.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      apikey: {
        title: "API Key",
        description:
          "The key of an API integration of your team or account. It must be allowed to create alerts.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      target_user: {
        title: "Target User",
        description:
          "The users to call, by the e-mail address of their sign-in, such as `ada@example.com`. Without any target the integration decides.",
        type: "array",
        items: {},
      },
      target_team: {
        title: "Target Team",
        description:
          "The teams to call, such as `data`. Who of them is called depends on the rules of the team.",
        type: "array",
        items: {},
      },
      target_schedule: {
        title: "Target Schedule",
        description: "The schedules whose people on duty are called, such as `data-nights`.",
        type: "array",
        items: {},
      },
      target_escalation: {
        title: "Target Escalation",
        description:
          "The escalations to start, such as `data-escalation`. They call the next one when nobody answers.",
        type: "array",
        items: {},
      },
      region_name: {
        title: "Region Name",
        description:
          "Where your Opsgenie account lives: `us`, or `eu` if its address is `app.eu.opsgenie.com`.",
        default: "us",
        enum: ["us", "eu"],
        type: "string",
      },
      batch: {
        title: "Batch",
        description:
          "On: one alert goes to up to 50 targets at once. Off: each target gets an alert of its own.",
        default: false,
        type: "boolean",
      },
      tags: {
        title: "Tags",
        description: "Words on the alert by which rules and searches find it, such as `nightly`.",
        type: "array",
        items: {},
      },
      priority: {
        title: "Priority",
        description:
          "How urgent alerts are: a number from 1 to 5 for Opsgenie's P1 to P5, so `1` is the most urgent.",
        examples: ["3"],
        default: 3,
        type: "string",
      },
      alias: {
        title: "Alias",
        description:
          "What makes alerts one and the same, such as `orders-load`: while one is open, another with this alias only counts up.",
        examples: ["orders-load"],
        type: "string",
      },
      entity: {
        title: "Entity",
        description: "What the alert is about, such as `warehouse`. Rules and searches can use it.",
        examples: ["warehouse"],
        type: "string",
      },
      details: {
        title: "Details",
        description:
          "Further values that the alert shows, by name, such as `runbook` with the address of a page.",
        type: "object",
        additionalProperties: { type: "string" },
      },
    },
    required: ["apikey"],
    secret_fields: ["apikey"],
  },
  references: {},
  fields: {
    apikey: { mono: true, position: 1 },
    notify_type: { position: 2 },
    region_name: { position: 3 },
    priority: { position: 4 },
    target_team: { position: 5, entryLabel: "team", example: "data", defaultLabel: "none" },
    target_user: { position: 6, entryLabel: "user", example: "ada@example.com", defaultLabel: "none" },
    target_schedule: { position: 7, entryLabel: "schedule", example: "data-nights", defaultLabel: "none" },
    target_escalation: {
      position: 8,
      entryLabel: "escalation",
      example: "data-escalation",
      defaultLabel: "none",
    },

    tags: { advanced: true, entryLabel: "tag", example: "nightly", defaultLabel: "none" },
    alias: { mono: true, advanced: true, defaultLabel: "none" },
    entity: { advanced: true, defaultLabel: "none" },
    details: { advanced: true, entryLabel: "detail", defaultLabel: "none" },
    batch: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "OpsgenieWebhook" },
});
