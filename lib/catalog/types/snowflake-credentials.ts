import { defineBlockType } from "@/lib/catalog/define-block-type";

export const snowflakeCredentials = defineBlockType({
  slug: "snowflake-credentials",
  name: "Snowflake Credentials",
  category: "Credentials",
  description: "Signs in to Snowflake by password, key pair, OAuth or single sign-on.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "snowflake" },
  example: `from prefect_snowflake import SnowflakeCredentials

loader = SnowflakeCredentials.load("loader")
with loader.get_client(database="SALES") as connection:
    print(connection.cursor().execute("SELECT CURRENT_ROLE()").fetchone())`,
  documentationUrl: "https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-connect",
  schema: {
    title: "SnowflakeCredentials",
    type: "object",
    properties: {
      account: {
        title: "Account",
        description:
          "The identifier of the account, without `.snowflakecomputing.com`: `acme-analytics`, or the older form with a region, such as `xy12345.eu-central-1`.",
        examples: ["acme-analytics"],
        type: "string",
      },
      user: {
        title: "User",
        description: "The login name, such as `LOADER`. For single sign-on it is often an e-mail address.",
        examples: ["LOADER"],
        type: "string",
      },
      password: {
        title: "Password",
        description:
          "The password of that user. Leave it out when a key pair, a token or the browser signs in.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      private_key: {
        title: "Private Key",
        description:
          "The private key of a key pair as PEM text, from its `BEGIN` line to its `END` line; Snowflake must know the public half. It excludes the path of a key.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      private_key_path: {
        title: "Private Key Path",
        description:
          "Where the PEM file of the private key lies on the machine that runs the flow, such as `/etc/prefect/snowflake.p8`. It excludes a key given here as text.",
        examples: ["/etc/prefect/snowflake.p8"],
        type: "string",
        format: "path",
      },
      private_key_passphrase: {
        title: "Private Key Passphrase",
        description:
          "What the private key is encrypted with. Leave it out for a key that is not encrypted. It excludes a password.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      authenticator: {
        title: "Authenticator",
        description:
          "How the user signs in: `snowflake` by password or key pair, `snowflake_jwt` by key pair, `oauth` with a token, `okta_endpoint` through Okta, `username_password_mfa` with a second factor, `externalbrowser` in a browser on the same machine.",
        default: "snowflake",
        enum: [
          "snowflake",
          "snowflake_jwt",
          "externalbrowser",
          "okta_endpoint",
          "oauth",
          "username_password_mfa",
        ],
        type: "string",
      },
      token: {
        title: "Token",
        description:
          "The OAuth access token that the authenticator `oauth` needs. Such tokens live for minutes only.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      endpoint: {
        title: "Endpoint",
        description:
          "The address of your Okta, such as `https://acme.okta.com`. The authenticator `okta_endpoint` needs it.",
        examples: ["https://acme.okta.com"],
        type: "string",
      },
      role: {
        title: "Role",
        description:
          "The role that a session starts with, such as `LOADER_ROLE`. Without it the user's default role counts.",
        examples: ["LOADER_ROLE"],
        type: "string",
      },
      autocommit: {
        title: "Autocommit",
        description:
          "On: each statement is committed by itself. Off: changes last only after `COMMIT`. Without it the setting of the Snowflake account counts.",
        type: "boolean",
      },
    },
    required: ["account", "user"],
    secret_fields: ["password", "private_key", "private_key_passphrase", "token"],
  },
  references: {},
  fields: {
    account: { mono: true, position: 1 },
    user: { mono: true, position: 2 },
    authenticator: { mono: true, position: 3 },
    password: { mono: true, position: 4, defaultLabel: "none" },
    private_key: { mono: true, multiline: true, position: 5, defaultLabel: "none" },
    private_key_passphrase: { mono: true, position: 6, defaultLabel: "key not encrypted" },
    role: { mono: true, position: 7, defaultLabel: "the user's default role" },
    private_key_path: { mono: true, advanced: true, defaultLabel: "none" },
    token: { mono: true, advanced: true, defaultLabel: "none" },
    endpoint: { mono: true, advanced: true, defaultLabel: "none" },
    autocommit: { advanced: true, defaultLabel: "as the account says" },
  },
  pythonClass: { module: "prefect_snowflake", name: "SnowflakeCredentials" },
});
