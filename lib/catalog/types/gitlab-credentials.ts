import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gitlabCredentials = defineBlockType({
  slug: "gitlab-credentials",
  name: "GitLab Credentials",
  category: "Credentials",
  description: "Signs in to GitLab with a personal access token, on gitlab.com or your own server.",
  capabilities: [],
  isProtected: false,
  logo: { family: "cred", icon: "gitlab" },
  example: `from prefect_gitlab import GitLabCredentials

gitlab = GitLabCredentials.load("acme-bot").get_client()
print([project.name for project in gitlab.projects.list(owned=True)])`,
  documentationUrl: "https://docs.gitlab.com/user/profile/personal_access_tokens/",
  schema: {
    title: "GitLabCredentials",
    type: "object",
    properties: {
      token: {
        title: "Token",
        description:
          "A personal, project or group access token: it begins with `glpat-`. Cloning needs the scope `read_repository`, the API needs `read_api`. Clients need a token to do anything with this block.",
        name: "Personal Access Token",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      url: {
        title: "URL",
        description:
          "The address of your own GitLab server for requests to its API, such as `https://gitlab.example.com`. Cloning takes the address of the repository instead. Without it `https://gitlab.com` is used.",
        examples: ["https://gitlab.example.com"],
        type: "string",
      },
    },
    secret_fields: ["token"],
  },
  references: {},
  fields: {
    token: { mono: true, position: 1, defaultLabel: "no sign-in" },
    url: { mono: true, position: 2, defaultLabel: "gitlab.com" },
  },
  pythonClass: { module: "prefect_gitlab", name: "GitLabCredentials" },
});
