import { defineBlockType } from "@/lib/catalog/define-block-type";

export const string = defineBlockType({
  slug: "string",
  name: "String",
  category: "Data",
  description: "One text that flows share. It is not masked; keep passwords in a Secret.",
  capabilities: [],
  isProtected: false,
  logo: { family: "data", icon: "text" },
  example: `from prefect.blocks.system import String

recipient = String.load("report-recipient").value`,
  documentationUrl: null,
  schema: {
    title: "String",
    type: "object",
    properties: {
      value: {
        title: "Value",
        description:
          "The text itself, such as `reports@example.com`. Several lines are fine, and nothing is trimmed.",
        examples: ["reports@example.com"],
        type: "string",
      },
    },
    required: ["value"],
    secret_fields: [],
  },
  references: {},
  fields: { value: { multiline: true } },
  pythonClass: { module: "prefect.blocks.system", name: "String" },
});
