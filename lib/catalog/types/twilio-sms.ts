import { defineBlockType } from "@/lib/catalog/define-block-type";

export const twilioSms = defineBlockType({
  slug: "twilio-sms",
  name: "Twilio SMS",
  category: "Notifications",
  description: "Sends messages to mobile phones through Twilio.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "chat" },
  example: `from prefect.blocks.notifications import TwilioSMS

on_call = TwilioSMS.load("data-on-call")
on_call.notify("The nightly load has failed.")`,
  documentationUrl: "https://www.twilio.com/docs/messaging/quickstart",
  schema: {
    title: "TwilioSMS",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description: "The kind of message. It changes nothing in the text that is sent.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      account_sid: {
        title: "Account Sid",
        description:
          "The name of your Twilio account: `AC` and 32 more characters, shown on the first page of its console.",
        examples: ["AC..."],
        type: "string",
      },
      auth_token: {
        title: "Auth Token",
        description:
          "The token of the same account, shown beside its SID. It may do everything that the account may do.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      from_phone_number: {
        title: "From Phone Number",
        description:
          "The Twilio number that the message comes from, with the code of its country: `+14155550100`.",
        examples: ["+14155550100"],
        type: "string",
      },
      to_phone_numbers: {
        title: "To Phone Numbers",
        description:
          "The numbers that get the message, one in each row, with the code of their country: `+14155550123`.",
        type: "array",
        items: { type: "string" },
      },
    },
    required: ["account_sid", "auth_token", "from_phone_number", "to_phone_numbers"],
    secret_fields: ["auth_token"],
  },
  references: {},
  fields: {
    account_sid: { mono: true, position: 1 },
    auth_token: { mono: true, position: 2 },
    from_phone_number: { mono: true, position: 3 },
    to_phone_numbers: { mono: true, position: 4, entryLabel: "number", example: "+14155550123" },
    notify_type: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "TwilioSMS" },
});
