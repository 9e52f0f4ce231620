import { defineBlockType } from "@/lib/catalog/define-block-type";

export const webhook = defineBlockType({
  slug: "webhook",
  name: "Webhook",
  category: "Notifications",
  description: "An HTTP endpoint that flows call. Its address and headers are kept secret.",
  capabilities: [],
  isProtected: true,
  logo: { family: "notify", icon: "webhook" },
  example: `import asyncio
from prefect.blocks.webhook import Webhook

async def main():
    deploys = await Webhook.load("deploys")
    await deploys.call(payload={"release": "1.4"})

asyncio.run(main())`,
  documentationUrl: null,
  schema: {
    title: "Webhook",
    type: "object",
    properties: {
      method: {
        title: "Method",
        description: "The HTTP method of the call. Most receivers expect `POST` with a JSON body.",
        default: "POST",
        enum: ["GET", "POST", "PUT", "PATCH", "DELETE"],
        type: "string",
      },
      url: {
        title: "Webhook URL",
        description:
          "The address to call, such as `https://hooks.example.com/deploys/8f2c`. It often contains a key, so it is masked.",
        examples: ["https://hooks.example.com/deploys/8f2c"],
        type: "string",
        writeOnly: true,
        format: "password",
      },
      allow_private_urls: {
        title: "Allow Private Urls",
        description:
          "Off: calls to addresses inside your own network, such as `10.0.0.5` or `localhost`, are refused. On: any address may be called.",
        default: true,
        type: "boolean",
      },
      headers: {
        title: "Webhook Headers",
        description:
          "Headers sent with every call, such as `Authorization` with `Bearer ...`. The names are shown, the values masked.",
        type: "object",
      },
    },
    required: ["url"],
    secret_fields: ["url", "headers.*"],
  },
  references: {},
  fields: {
    url: { mono: true, position: 1 },
    method: { position: 2 },
    headers: { position: 3, entryLabel: "header", defaultLabel: "none" },
    allow_private_urls: { position: 4 },
  },
  pythonClass: { module: "prefect.blocks.webhook", name: "Webhook" },
});
