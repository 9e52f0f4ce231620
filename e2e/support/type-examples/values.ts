import type { TypeExample } from "./type-example.ts";

/** Each field of the types for secrets, plain values and notifications is set. */
export const valueExamples: readonly TypeExample[] = [
  {
    slug: "secret",
    name: "Secret",
    steps: [{ fill: "Value", with: " spaces are kept " }],
    stored: { value: " spaces are kept " },
  },
  {
    slug: "json",
    name: "JSON",
    steps: [{ fill: "Value", with: '{"beta": true, "share": 0.5, "tags": ["a", null]}' }],
    stored: { value: { beta: true, share: 0.5, tags: ["a", null] } },
  },
  {
    slug: "string",
    name: "String",
    steps: [{ fill: "Value", with: "Grüße, 世界" }],
    stored: { value: "Grüße, 世界" },
  },
  {
    slug: "date-time",
    name: "Date Time",
    steps: [{ fill: "Value", with: "2026-05-03T14:30:00+02:00" }],
    stored: { value: "2026-05-03T14:30:00+02:00" },
  },
  {
    slug: "webhook",
    name: "Webhook",
    steps: [
      { select: "Method", option: "PUT" },
      { fill: "Webhook URL", with: "https://hooks.example/a?b=c" },
      { toggle: "Allow Private Urls" },
      {
        pairs: "Webhook Headers",
        add: "Add header",
        values: [
          ["Authorization", "Bearer abc"],
          ["X-Team", "data"],
        ],
      },
    ],
    stored: {
      method: "PUT",
      url: "https://hooks.example/a?b=c",
      allow_private_urls: false,
      headers: { Authorization: "Bearer abc", "X-Team": "data" },
    },
  },
  {
    slug: "slack-webhook",
    name: "Slack Webhook",
    steps: [
      { select: "Notify Type", option: "warning" },
      { fill: "Webhook URL", with: "https://hooks.slack.com/services/T000/B000/XXXX" },
      { toggle: "Allow Private Urls" },
    ],
    stored: {
      notify_type: "warning",
      url: "https://hooks.slack.com/services/T000/B000/XXXX",
      allow_private_urls: false,
    },
  },
];
