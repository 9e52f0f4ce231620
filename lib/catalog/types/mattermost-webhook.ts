import { defineBlockType } from "@/lib/catalog/define-block-type";

export const mattermostWebhook = defineBlockType({
  slug: "mattermost-webhook",
  name: "Mattermost Webhook",
  category: "Notifications",
  description: "Sends messages to channels of a Mattermost server through an incoming webhook.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "mattermost" },
  example: `from prefect.blocks.notifications import MattermostWebhook

alerts = MattermostWebhook.load("data-alerts")
alerts.notify("The nightly load has failed.", subject="orders")`,
  remark: {
    title: "Unencrypted",
    text: "Clients call the server by plain HTTP, so everybody on the way can read the token and the message. Use it within a network that you trust. For a server that wants HTTPS there is Custom Webhook, with the address that Mattermost shows for the webhook.",
  },
  documentationUrl: "https://developers.mattermost.com/integrate/webhooks/incoming/",
  schema: {
    title: "MattermostWebhook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "The look of the message: `failure`, `warning`, `success` and `info` come with a picture if Include Image is on, `prefect_default` is plain.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      hostname: {
        title: "Hostname",
        description:
          "The host name of the server, without protocol and port: `chat.example.com`. It is called by plain HTTP.",
        examples: ["chat.example.com"],
        type: "string",
      },
      token: {
        title: "Token",
        description:
          "The last part of the address that Mattermost shows for the webhook, after `/hooks/`. Whoever knows it can post.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      botname: {
        title: "Bot name",
        description:
          "The name under which the message appears, such as `data-alerts`. Clients with version 1.9.8 or later of the Apprise package ignore it. Without it the name of the webhook.",
        examples: ["data-alerts"],
        type: "string",
      },
      channels: {
        title: "Channels",
        description:
          "The channels to post to, by the name in their address, such as `town-square`. Without them the channel of the webhook.",
        type: "array",
        items: { type: "string" },
      },
      include_image: {
        title: "Include Image",
        description: "On: a small picture beside the message shows its kind, such as failure or success.",
        default: false,
        type: "boolean",
      },
      path: {
        title: "Path",
        description:
          "The path under which the server lives, such as `/chat` for `chat.example.com/chat`. Most servers have none.",
        examples: ["/chat"],
        type: "string",
      },
      port: {
        title: "Port",
        description: "The port of the server. Behind a proxy that is mostly 80.",
        default: 8065,
        type: "integer",
      },
    },
    required: ["hostname", "token"],
    secret_fields: ["token"],
  },
  references: {},
  fields: {
    hostname: { mono: true, position: 1 },
    port: { position: 2 },
    token: { mono: true, position: 3 },
    channels: {
      mono: true,
      position: 4,
      entryLabel: "channel",
      example: "town-square",
      defaultLabel: "the channel of the webhook",
    },
    notify_type: { position: 5 },
    path: { mono: true, advanced: true, defaultLabel: "none" },
    botname: { advanced: true, defaultLabel: "the name of the webhook" },
    include_image: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "MattermostWebhook" },
});
