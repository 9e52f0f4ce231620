import { defineBlockType } from "@/lib/catalog/define-block-type";

export const discordWebhook = defineBlockType({
  slug: "discord-webhook",
  name: "Discord Webhook",
  category: "Notifications",
  description: "Sends messages to a Discord channel through a webhook.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "discord" },
  example: `from prefect.blocks.notifications import DiscordWebhook

alerts = DiscordWebhook.load("data-alerts")
alerts.notify("The nightly load has failed.", subject="orders")`,
  documentationUrl: "https://support.discord.com/hc/en-us/articles/228383668-Intro-to-Webhooks",
  schema: {
    title: "DiscordWebhook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "The look of the message: `failure`, `warning`, `success` and `info` come with a colour, `prefect_default` is plain.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      webhook_id: {
        title: "Webhook Id",
        description:
          "The number in the address that Discord made for the channel: `1234` in `https://discord.com/api/webhooks/1234/AbCd...`.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      webhook_token: {
        title: "Webhook Token",
        description:
          "The last part of the same address, after the number. Whoever knows both can post to the channel.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      botname: {
        title: "Bot name",
        description:
          "The name under which the message appears, such as `Data alerts`. Without it the name that the webhook has in Discord.",
        examples: ["Data alerts"],
        type: "string",
      },
      tts: {
        title: "Tts",
        description: "On: Discord reads the message aloud to those who have the channel open.",
        default: false,
        type: "boolean",
      },
      include_image: {
        title: "Include Image",
        description: "On: a small picture in the message shows its kind, such as failure or success.",
        default: false,
        type: "boolean",
      },
      avatar: {
        title: "Avatar",
        description:
          "On: the message has a picture of its own beside the name. Off: it has the picture of the webhook.",
        default: false,
        type: "boolean",
      },
      avatar_url: {
        title: "Avatar URL",
        description:
          "The picture to show when Avatar is on, such as `https://example.com/bot.png`. Without it the kind of message decides.",
        examples: ["https://example.com/bot.png"],
        default: false,
        type: "string",
      },
    },
    required: ["webhook_id", "webhook_token"],
    secret_fields: ["webhook_id", "webhook_token"],
  },
  references: {},
  fields: {
    webhook_id: { mono: true, position: 1 },
    webhook_token: { mono: true, position: 2 },
    notify_type: { position: 3 },
    botname: { position: 4, defaultLabel: "the name of the webhook" },
    include_image: { advanced: true },
    avatar: { advanced: true },
    avatar_url: { mono: true, advanced: true, defaultLabel: "by the kind of message" },
    tts: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "DiscordWebhook" },
});
