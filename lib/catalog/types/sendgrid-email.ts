import { defineBlockType } from "@/lib/catalog/define-block-type";

export const sendgridEmail = defineBlockType({
  slug: "sendgrid-email",
  name: "Sendgrid Email",
  category: "Notifications",
  description: "Sends messages by e-mail through SendGrid.",
  capabilities: ["notify"],
  isProtected: false,
  logo: { family: "notify", icon: "send" },
  example: `from prefect.blocks.notifications import SendgridEmail

reports = SendgridEmail.load("reports")
reports.notify("The nightly load has finished.", subject="orders")`,
  documentationUrl: "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/api-getting-started",
  schema: {
    title: "SendgridEmail",
    type: "object",
    properties: {
      notify_type: {
        title: "Notify Type",
        description: "The kind of message. It changes nothing in the e-mail itself.",
        default: "prefect_default",
        enum: ["prefect_default", "info", "success", "warning", "failure"],
        type: "string",
      },
      api_key: {
        title: "API Key",
        description:
          "An API key of your SendGrid account, which begins with `SG.`. It must be allowed to send mail.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      sender_email: {
        title: "Sender email id",
        description:
          "The address that the e-mail comes from, such as `alerts@example.com`. SendGrid accepts only senders and domains that you have verified.",
        examples: ["alerts@example.com"],
        type: "string",
      },
      to_emails: {
        title: "Recipient emails",
        description:
          "The addresses that the e-mail goes to, one in each row, such as `data-team@example.com`.",
        type: "array",
        items: { type: "string" },
      },
    },
    required: ["api_key", "sender_email", "to_emails"],
    secret_fields: ["api_key"],
  },
  references: {},
  fields: {
    api_key: { mono: true, position: 1 },
    sender_email: { mono: true, position: 2 },
    to_emails: { mono: true, position: 3, entryLabel: "recipient", example: "data-team@example.com" },
    notify_type: { advanced: true },
  },
  pythonClass: { module: "prefect.blocks.notifications", name: "SendgridEmail" },
});
