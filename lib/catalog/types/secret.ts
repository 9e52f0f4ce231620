import { defineBlockType } from "@/lib/catalog/define-block-type";

export const secret = defineBlockType({
  slug: "secret",
  name: "Secret",
  category: "Data",
  description: "One secret text: a password, a token, a key. Encrypted at rest and masked everywhere.",
  capabilities: [],
  isProtected: true,
  logo: { family: "secret", icon: "key" },
  example: `from prefect.blocks.system import Secret

token = Secret.load("billing-token").get()`,
  documentationUrl: null,
  schema: {
    title: "Secret",
    type: "object",
    properties: {
      value: {
        title: "Value",
        description:
          "The text to keep, byte for byte, with its line breaks: a token such as `ghp_...` or a whole PEM file. Flows get it with `.get()`.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    required: ["value"],
    secret_fields: ["value"],
  },
  references: {},
  fields: { value: { mono: true, multiline: true } },
  pythonClass: { module: "prefect.blocks.system", name: "Secret" },
});
