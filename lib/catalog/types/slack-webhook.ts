import { defineBlockType } from "@/lib/catalog/define-block-type";

export const slackWebhook = defineBlockType({
  slug: "slack-webhook",
  name: "Slack Webhook",
  category: "Notifications",
  description: "Sends messages to a Slack channel through an incoming webhook.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "hash" },
  example: `from prefect.blocks.notifications import SlackWebhook

alerts = SlackWebhook.load("data-alerts")
alerts.notify("The nightly load has failed.", subject="orders")`,
  documentationUrl: "https://api.slack.com/messaging/webhooks",
  schema: {
    title: "SlackWebhook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "The look of the message: `failure`, `warning`, `success` and `info` come with a colour and a picture, `prefect_default` is plain.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      url: {
        title: "Webhook URL",
        description:
          "The address that Slack made for the channel: `https://hooks.slack.com/services/T.../B.../...`. Whoever knows it can post there, so it is masked.",
        examples: ["https://hooks.slack.com/services/T.../B.../..."],
        type: "string",
        writeOnly: true,
        format: "password",
      },
      allow_private_urls: {
        title: "Allow Private Urls",
        description:
          "Off: addresses inside your own network, such as `10.0.0.5` or `localhost`, are refused. Slack's own address works either way.",
        default: true,
        type: "boolean",
      },
    },
    required: ["url"],
    secret_fields: ["url"],
  },
  references: {},
  fields: {
    url: { mono: true, position: 1 },
    notify_type: { position: 2 },
    allow_private_urls: { position: 3 },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "SlackWebhook" },
});
