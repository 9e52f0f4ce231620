import { defineBlockType } from "@/lib/catalog/define-block-type";

export const customWebhook = defineBlockType({
  slug: "custom-webhook",
  name: "Custom Webhook",
  category: "Notifications",
  description: "Sends messages to any HTTP endpoint, in the format that it expects.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "braces" },
  example: `from prefect.blocks.notifications import CustomWebhookNotificationBlock

status_page = CustomWebhookNotificationBlock.load("status-page")
status_page.notify("The nightly load has failed.", subject="orders")`,
  remark: {
    title: "Fill in the message",
    text: "Address, query, data, headers and cookies may contain names in double braces. `{{body}}` and `{{subject}}` stand for the message, `{{name}}` for its sender; every other name must be one of the custom secret values. Without a subject the word `null` takes its place.",
    code: '{\n  "text": "{{subject}}: {{body}}",\n  "sender": "{{name}}",\n  "key": "{{routing_key}}"\n}',
    language: "json",
  },
  documentationUrl: null,
  schema: {
    title: "CustomWebhookNotificationBlock",
    type: "object",
    properties: {
      name: {
        title: "Name",
        description:
          "Who sends the message, such as `nightly loads`. Templates get it as `{{name}}`; it is not the name of the block.",
        examples: ["nightly loads"],
        type: "string",
      },
      url: {
        title: "Webhook URL",
        description:
          "The address to call, such as `https://status.example.com/hooks/{{key}}`. It is not masked: a key in it belongs to the custom secret values.",
        examples: ["https://status.example.com/hooks/{{key}}"],
        type: "string",
      },
      method: {
        title: "Method",
        description: "The HTTP method of the call. Most receivers expect `POST` with JSON data.",
        default: "POST",
        enum: ["GET", "POST", "PUT", "PATCH", "DELETE"],
        type: "string",
      },
      params: {
        title: "Query Params",
        description:
          "Parameters that are added to the address, such as `channel` with `data`. Values may contain `{{body}}`, `{{subject}}` and `{{name}}`.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      json_data: {
        title: "JSON Data",
        description:
          'The JSON that is sent, such as `{ "text": "{{subject}}: {{body}}" }`. It excludes form data. Without either nothing but the address and its parameters is sent.',
        type: "object",
      },
      form_data: {
        title: "Form Data",
        description:
          "What is sent as the fields of a form, such as `text` with `{{body}}`, for receivers that take no JSON. It excludes JSON data.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      headers: {
        title: "Headers",
        description:
          "Headers of the call, such as `Authorization` with `Bearer {{token}}`. Keys belong to the custom secret values.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      cookies: {
        title: "Cookies",
        description:
          "Cookies of the call, such as `session` with `{{session}}`. They are masked, as most cookies sign somebody in.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      timeout: {
        title: "Timeout",
        description:
          "How many seconds the receiver has to answer. After that the message counts as not sent.",
        default: 10,
        type: "number",
      },
      secrets: {
        title: "Custom Secret Values",
        description:
          "What templates put in for names of your own: with `token` here, `{{token}}` may stand in the other fields. Names are shown, values masked.",
        type: "object",
      },
    },
    required: ["name", "url"],
    secret_fields: ["secrets.*"],
  },
  references: {},
  fields: {
    name: { position: 1 },
    url: { mono: true, position: 2 },
    method: { mono: true, position: 3 },
    json_data: { language: "json", position: 4, defaultLabel: "none" },
    headers: { position: 5, entryLabel: "header", defaultLabel: "none" },
    secrets: { position: 6, entryLabel: "secret value", defaultLabel: "none" },
    params: { advanced: true, entryLabel: "parameter", defaultLabel: "none" },
    form_data: { advanced: true, entryLabel: "form field", defaultLabel: "none" },
    cookies: { advanced: true, entryLabel: "cookie", defaultLabel: "none" },
    timeout: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "CustomWebhookNotificationBlock" },
});
