import { defineBlockType } from "@/lib/catalog/define-block-type";

export const emailServerCredentials = defineBlockType({
  slug: "email-server-credentials",
  name: "Email Server Credentials",
  category: "Credentials",
  description: "An SMTP server and the account that sends mail through it.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "envelope" },
  example: `from prefect import flow
from prefect_email import EmailServerCredentials, email_send_message

@flow
def report():
    email_send_message(
        email_server_credentials=EmailServerCredentials.load("mail"),
        subject="orders",
        msg="The nightly load has finished.",
        email_to="data-team@example.com",
    )`,
  documentationUrl: "https://docs.python.org/3/library/smtplib.html",
  schema: {
    title: "EmailServerCredentials",
    type: "object",
    properties: {
      username: {
        title: "Username",
        description:
          "The account that signs in, mostly its e-mail address, such as `alerts@example.com`. Without it there is no sign-in, which suits a relay in your own network.",
        examples: ["alerts@example.com"],
        type: "string",
      },
      password: {
        title: "Password",
        description:
          "The password of that account. Gmail, iCloud and Yahoo want an app password, which you make in the settings of the account.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      smtp_server: {
        title: "SMTP Server",
        description:
          "The server that takes the mail: one of the providers, or a host name such as `smtp.example.com`. Without it Gmail's server is used.",
        default: "smtp.gmail.com",
        anyOf: [{ $ref: "#/definitions/SMTPServer" }, { type: "string" }],
      },
      smtp_type: {
        title: "SMTP Type",
        description:
          "How the connection is encrypted: 465 is SSL from the start, 587 STARTTLS, 25 no encryption and no sign-in. As text it is `SSL`, `STARTTLS` or `INSECURE`.",
        default: 465,
        anyOf: [{ $ref: "#/definitions/SMTPType" }, { type: "string" }],
      },
      smtp_port: {
        title: "SMTP Port",
        description: "The port of the server, if it is not the usual one of the SMTP type, for example 2525.",
        type: "integer",
      },
    },
    secret_fields: ["password"],
    definitions: {
      SMTPServer: {
        title: "SMTPServer",
        enum: [
          "smtp.aol.com",
          "smtp.mail.att.net",
          "smtp.comcast.net",
          "smtp.mail.me.com",
          "smtp.gmail.com",
          "smtp-mail.outlook.com",
          "smtp.mail.yahoo.com",
        ],
      },
      SMTPType: { title: "SMTPType", enum: [465, 587, 25] },
    },
  },
  references: {},
  fields: {
    smtp_server: {
      mono: true,
      position: 1,
      branches: [
        { label: "Provider", hint: "The server of a large mail provider" },
        { label: "Another server", hint: "A host name such as smtp.example.com" },
      ],
    },
    smtp_type: {
      position: 2,
      branches: [
        { label: "By port", hint: "465 is SSL, 587 is STARTTLS, 25 is not encrypted" },
        { label: "By name", hint: "SSL, STARTTLS or INSECURE" },
      ],
    },
    username: { mono: true, position: 3, defaultLabel: "no sign-in" },
    password: { mono: true, position: 4, defaultLabel: "none" },
    smtp_port: { advanced: true, defaultLabel: "the port of the SMTP type" },
  },
  pythonClass: { module: "prefect_email", name: "EmailServerCredentials" },
});
