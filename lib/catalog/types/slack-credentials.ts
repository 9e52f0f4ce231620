import { defineBlockType } from "@/lib/catalog/define-block-type";

export const slackCredentials = defineBlockType({
  slug: "slack-credentials",
  name: "Slack Credentials",
  category: "Credentials",
  description: "Signs in to Slack as an app, to post messages and more.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "hash" },
  example: `import asyncio
from prefect_slack import SlackCredentials

async def main():
    slack = await SlackCredentials.load("data-bot")
    client = slack.get_client()
    await client.chat_postMessage(channel="#data", text="The nightly load has failed.")

asyncio.run(main())`,
  documentationUrl: "https://api.slack.com/concepts/token-types",
  schema: {
    title: "SlackCredentials",
    type: "object",
    properties: {
      token: {
        title: "Token",
        description:
          "The bot token of a Slack app, which begins with `xoxb-`. Its scopes, such as `chat:write`, decide what flows may do; the app must be in the channels it posts to.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    required: ["token"],
    secret_fields: ["token"],
  },
  references: {},
  fields: { token: { mono: true } },
  pythonClass: { module: "prefect_slack", name: "SlackCredentials" },
});
