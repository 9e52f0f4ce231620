import { defineBlockType } from "@/lib/catalog/define-block-type";

export const bitbucketCredentials = defineBlockType({
  slug: "bitbucket-credentials",
  name: "BitBucket Credentials",
  category: "Credentials",
  description: "Reads private Bitbucket repositories, on Bitbucket Cloud or a server of your own.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "bitbucket" },
  example: `from prefect_bitbucket import BitBucketCredentials

bitbucket = BitBucketCredentials.load("bitbucket")
client = bitbucket.get_client("cloud")
print([workspace.name for workspace in client.workspaces.each()])`,
  documentationUrl: "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
  schema: {
    title: "BitBucketCredentials",
    type: "object",
    properties: {
      token: {
        title: "Token",
        description:
          "An access token of the repository, project or workspace, with leave to read repositories. Cloning a private repository needs it; without it only public ones can be read.",
        name: "Personal Access Token",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      username: {
        title: "Username",
        description:
          "The account that the token or password belongs to, such as `svc-prefect`: letters, digits, `-` and `_`, at most 30. Without it the token is sent as `x-token-auth`, which is what Bitbucket Cloud expects.",
        examples: ["svc-prefect"],
        type: "string",
      },
      password: {
        title: "Password",
        description:
          "The password of that account. Only calls to Bitbucket's API use it, with the user name; cloning a repository takes the token.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      url: {
        title: "URL",
        description:
          "Where the API of Bitbucket is. Keep `https://api.bitbucket.org/` for Bitbucket Cloud; a server of your own has its address, such as `https://bitbucket.example.com/`.",
        default: "https://api.bitbucket.org/",
        type: "string",
      },
    },
    secret_fields: ["token", "password"],
  },
  references: {},
  fields: {
    token: { mono: true, position: 1, defaultLabel: "public repositories only" },
    username: { mono: true, position: 2, defaultLabel: "x-token-auth" },
    url: { mono: true, position: 3 },
    password: { mono: true, advanced: true, defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_bitbucket", name: "BitBucketCredentials" },
});
