import type { OwnType } from "./blocks.ts";

/** A type with a secret in every place: in a group, in the groups of a list, as a whole list, in one branch of a choice. */
export const deepSecrets: OwnType = {
  name: "Deep Secrets",
  slug: "deep-secrets",
  fields: {
    title: "DeepSecrets",
    type: "object",
    properties: {
      note: { title: "Note", type: "string" },
      account: { title: "Account", allOf: [{ $ref: "#/definitions/Account" }] },
      accounts: { title: "Accounts", type: "array", items: { $ref: "#/definitions/Account" } },
      tokens: {
        title: "Tokens",
        type: "array",
        items: { type: "string", format: "password", writeOnly: true },
      },
      either: { title: "Either", anyOf: [{ $ref: "#/definitions/Account" }, { type: "string" }] },
    },
    secret_fields: ["account.password", "accounts.password", "tokens", "either.password"],
    definitions: {
      Account: {
        title: "Account",
        type: "object",
        properties: {
          user: { title: "User", type: "string" },
          password: { title: "Password", type: "string", format: "password", writeOnly: true },
        },
      },
    },
  },
};
