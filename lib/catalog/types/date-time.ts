import { defineBlockType } from "@/lib/catalog/define-block-type";

export const dateTime = defineBlockType({
  slug: "date-time",
  name: "Date Time",
  category: "Data",
  description: "One point in time that flows share: a cutoff, a deadline, a start of validity.",
  capabilities: [],
  isProtected: true,
  logo: { family: "data", icon: "calendar" },
  example: `from prefect.blocks.system import DateTime

cutoff = DateTime.load("cutoff").value
print(cutoff.to_iso8601_string())`,
  documentationUrl: null,
  schema: {
    title: "DateTime",
    type: "object",
    properties: {
      value: {
        title: "Value",
        description:
          "Date and time with the offset from UTC, such as `2026-05-03T09:30:00+02:00`. Without an offset it counts as UTC.",
        examples: ["2026-05-03T09:30:00+02:00"],
        type: "string",
        format: "date-time",
      },
    },
    required: ["value"],
    secret_fields: [],
  },
  references: {},
  fields: { value: { mono: true } },
  pythonClass: { module: "prefect.blocks.system", name: "DateTime" },
});
