import { defineBlockType } from "@/lib/catalog/define-block-type";

export const msTeamsWebhook = defineBlockType({
  slug: "ms-teams-webhook",
  name: "Microsoft Teams Webhook",
  category: "Notifications",
  description: "Sends messages to a Microsoft Teams channel or chat through a workflow.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "people" },
  example: `from prefect.blocks.notifications import MicrosoftTeamsWebhook

alerts = MicrosoftTeamsWebhook.load("data-alerts")
alerts.notify("The nightly load has failed.", subject="orders")`,
  documentationUrl:
    "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
  schema: {
    title: "MicrosoftTeamsWebhook",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description:
          "The look of the message: `failure`, `warning`, `success` and `info` come with a picture, `prefect_default` is plain.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      url: {
        title: "Webhook URL",
        description:
          "The address that a workflow in Teams shows for its webhook: `https://prod-00.westeurope.logic.azure.com:443/workflows/...`. The older addresses of Office connectors do not work. Whoever knows it can post, so it is masked.",
        examples: ["https://prod-00.westeurope.logic.azure.com:443/workflows/..."],
        type: "string",
        writeOnly: true,
        format: "password",
      },
      allow_private_urls: {
        title: "Allow Private Urls",
        description:
          "Off: addresses inside your own network, such as `10.0.0.5` or `localhost`, are refused. Those of Teams work either way.",
        default: true,
        type: "boolean",
      },
      include_image: {
        title: "Include Image",
        description: "On: a small picture in the message shows its kind, such as failure or success.",
        default: true,
        type: "boolean",
      },
      wrap: {
        title: "Wrap",
        description: "On: long lines are broken at the edge of the message. Off: Teams cuts them there.",
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
    include_image: { position: 3 },
    wrap: { advanced: true },
    allow_private_urls: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "MicrosoftTeamsWebhook" },
});
