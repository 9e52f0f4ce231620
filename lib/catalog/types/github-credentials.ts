import { defineBlockType } from "@/lib/catalog/define-block-type";

export const githubCredentials = defineBlockType({
  slug: "github-credentials",
  name: "GitHub Credentials",
  category: "Credentials",
  description: "Signs in to GitHub with a personal access token.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "github" },
  example: `from prefect_github import GitHubCredentials

endpoint = GitHubCredentials.load("acme-bot").get_client()
print(endpoint("{ viewer { login } }")["data"])`,
  documentationUrl:
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  schema: {
    title: "GitHubCredentials",
    type: "object",
    properties: {
      token: {
        title: "Token",
        description:
          "A personal access token, such as a classic one that begins with `ghp_` and has the scope `repo`. A fine-grained one works for the API as it is; to clone with GitHub Repository put your user name and a colon before it: `octocat:github_pat_...`. Without it only public data can be read.",
        type: "string",
        writeOnly: true,
        format: "password",
      },
    },
    secret_fields: ["token"],
  },
  references: {},
  fields: {
    token: { mono: true, defaultLabel: "no sign-in" },
  },
  pythonClass: { module: "prefect_github", name: "GitHubCredentials" },
});
