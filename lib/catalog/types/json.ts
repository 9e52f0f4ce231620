import { defineBlockType } from "@/lib/catalog/define-block-type";

export const json = defineBlockType({
  slug: "json",
  name: "JSON",
  category: "Data",
  description: "One JSON value that flows share. It is not masked; keep passwords in a Secret.",
  capabilities: [],
  isProtected: true,
  logo: { family: "data", icon: "braces" },
  example: `from prefect.blocks.system import JSON

limits = JSON.load("limits").value
print(limits["retries"])`,
  documentationUrl: null,
  schema: {
    title: "JSON",
    type: "object",
    properties: {
      value: {
        title: "Value",
        description:
          'Any JSON: an object such as `{"retries": 3, "regions": ["eu", "us"]}`, a list, a number, a text in quotes.',
        examples: [{ retries: 3, regions: ["eu", "us"] }],
      },
    },
    required: ["value"],
    secret_fields: [],
  },
  references: {},
  fields: { value: { language: "json" } },
  pythonClass: { module: "prefect.blocks.system", name: "JSON" },
});
